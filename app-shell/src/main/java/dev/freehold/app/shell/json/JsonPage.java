package dev.freehold.app.shell.json;

import dev.freehold.app.shell.screen.Screen;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Writes the one document of a command to standard output.
public final class JsonPage {
    /// Always LF: the same bytes on every system.
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
        }
    };

    private JsonPage() {}

    /// What a command has to say.
    @FunctionalInterface
    public interface Document {
        /// Writes one value.
        void write(JsonGenerator json);
    }

    public static void print(Screen screen, Document document) {
        var out = screen.out();
        try (var json = new JsonFactory().createGenerator(INDENTED, out)) {
            json.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN, true);
            document.write(json);
        }
        out.print('\n');
        out.flush();
    }

    /// A number without trailing zeros; null where there is none.
    static void number(JsonGenerator json, String name, @Nullable BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, plain(value));
        }
    }

    static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    /// Without trailing zeros, and with every zero before the point.
    public static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
