package dev.freehold.ports.document;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Problem;

/// What came of parsing YAML: its document, or where its syntax is at fault.
public sealed interface DocumentReading {

    record Parsed(Document document) implements DocumentReading {}

    record Unparsed(Problem problem) implements DocumentReading {}
}
