/// What a platform is made of: every kind of resource and gate, each a record, in one sealed hierarchy, and
/// the words that hold for all of them (ids, references, settings, differences).
@NullMarked
package dev.freehold.domain.resource;

import org.jspecify.annotations.NullMarked;
