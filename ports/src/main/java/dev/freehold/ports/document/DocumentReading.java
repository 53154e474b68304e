package dev.freehold.ports.document;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Mistake;

/// What came of parsing YAML: its document, or where its syntax is at fault.
public sealed interface DocumentReading {

    record Parsed(Document document) implements DocumentReading {}

    record Unparsed(Mistake problem) implements DocumentReading {}
}
