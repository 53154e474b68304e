package dev.freehold.adapters.local.spec;

import dev.freehold.domain.document.Document;
import dev.freehold.domain.document.Problem;

/// What came of parsing YAML: its document, or where its syntax is at fault.
public sealed interface YamlReading {

    record Parsed(Document document) implements YamlReading {}

    record Unparsed(Problem problem) implements YamlReading {}
}
