/// `freehold.yaml`: which keys it has and what may stand there, how it is read and written, and the ones to
/// begin with. Says nothing of YAML's own syntax: it reads a document that has been parsed.
@NullMarked
package dev.freehold.domain.specfile;

import org.jspecify.annotations.NullMarked;
