/// The person at the keyboard: what is asked of them, and what they are told while work goes on.
@NullMarked
package dev.freehold.ports.person;

import org.jspecify.annotations.NullMarked;
