/// The answers of the setup conversation, as a file.
@NullMarked
package dev.freehold.adapters.local.settings;

import org.jspecify.annotations.NullMarked;
