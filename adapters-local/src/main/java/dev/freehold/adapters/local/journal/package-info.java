/// Journals in files: what each entry is called and how it is written.
@NullMarked
package dev.freehold.adapters.local.journal;

import org.jspecify.annotations.NullMarked;
