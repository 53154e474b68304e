/// What a value in a spec may look like: keys, groups of them, the forms of their values, and what is wrong with
/// one.
@NullMarked
package dev.freehold.domain.specfile.form;

import org.jspecify.annotations.NullMarked;
