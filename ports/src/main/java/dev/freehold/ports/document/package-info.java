/// Documents that other programs write and read as well: YAML as it was parsed, encrypted files, OpenTofu's
/// settings.
@NullMarked
package dev.freehold.ports.document;

import org.jspecify.annotations.NullMarked;
