/// Work requests: how far work has come that goes on after its call was answered.
@NullMarked
package dev.freehold.lab.workrequest;

import org.jspecify.annotations.NullMarked;
