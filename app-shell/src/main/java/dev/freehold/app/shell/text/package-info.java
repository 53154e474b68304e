/// What commands show to people: a page a document.
@NullMarked
package dev.freehold.app.shell.text;

import org.jspecify.annotations.NullMarked;
