/// What changes a platform: deploying it, a part of it or an earlier version of it, and destroying it. A use case
/// is a class named for its act, made of a target and asked with a request; what came of it is a report.
@NullMarked
package dev.freehold.engine.deploy;

import org.jspecify.annotations.NullMarked;
