/// One JSON document a command, its field names promised to programs.
@NullMarked
package dev.freehold.app.shell.json;

import org.jspecify.annotations.NullMarked;
