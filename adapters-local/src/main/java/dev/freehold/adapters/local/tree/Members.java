package dev.freehold.adapters.local.tree;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Kind;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.Setting;
import dev.freehold.domain.resource.Settings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The members of one stored object, to be written one after the other or read by name. What can't be read is
/// an [IllegalArgumentException] that names the member.
public final class Members {
    private static final String RUN = "run";
    private static final String TOKEN = "token";
    private static final String NODE = "node";
    private static final String OUTPUTS = "outputs";
    private static final String FAILURE = "failure";

    private final Map<String, Setting> members;

    private Members(Map<String, Setting> members) {
        this.members = members;
    }

    /// No members yet.
    public static Members none() {
        return new Members(new LinkedHashMap<>());
    }

    public static Members of(Setting.Group group) {
        return new Members(group.members());
    }

    public Setting.Group group() {
        return new Setting.Group(members);
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    public Members with(String name, Setting value) {
        members.put(name, value);
        return this;
    }

    public Members with(String name, String value) {
        return with(name, Setting.text(value));
    }

    public Members with(String name, long value) {
        return with(name, Setting.number(value));
    }

    public Members with(String name, Instant value) {
        return with(name, Instants.text(value));
    }

    public Members with(String name, Enum<?> value) {
        return with(name, word(value));
    }

    public Members with(RunId run) {
        return with(RUN, run.text());
    }

    public Members with(Token token) {
        return with(TOKEN, token.text());
    }

    public Members with(Node node) {
        return with(
                NODE,
                none().with("kind", node.kind())
                        .with("settings", Settings.of(node))
                        .group());
    }

    public Members with(Outputs outputs) {
        return with(OUTPUTS, Settings.of(outputs));
    }

    public Members with(Failure failure) {
        return with(
                FAILURE,
                none().with("kind", failure.kind())
                        .with("words", failure.words())
                        .group());
    }

    public String text(String name) {
        if (member(name) instanceof Setting.Text(var value)) {
            return value;
        }
        throw misshapen(name, "a text");
    }

    public long number(String name) {
        return decimal(name).longValueExact();
    }

    private BigDecimal decimal(String name) {
        if (member(name) instanceof Setting.Quantity(var value)) {
            return value;
        }
        throw misshapen(name, "a number");
    }

    public Instant instant(String name) {
        return Instants.parse(text(name));
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        var word = text(name);
        for (var constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is unknown as " + name);
    }

    public Members object(String name) {
        if (member(name) instanceof Setting.Group group) {
            return of(group);
        }
        throw misshapen(name, "an object");
    }

    public List<Setting> many(String name) {
        if (member(name) instanceof Setting.Many(var items)) {
            return items;
        }
        throw misshapen(name, "an array");
    }

    public RunId run() {
        return new RunId(text(RUN));
    }

    public Token token() {
        return new Token(text(TOKEN));
    }

    /// Empty if there is none among the members.
    public Optional<Token> tokenIfAny() {
        return has(TOKEN) ? Optional.of(token()) : Optional.empty();
    }

    public ResourceId id() {
        return new ResourceId(text("id"));
    }

    public Node node() {
        var node = object(NODE);
        var word = node.text("kind");
        var kind =
                Kind.ofWord(word).orElseThrow(() -> new IllegalArgumentException("no kind is called '" + word + "'"));
        return Settings.node(kind, node.object("settings").group());
    }

    /// What `node` came to have.
    public Outputs outputs(Node node) {
        return Settings.outputs(Kind.of(node.getClass()), object(OUTPUTS).group());
    }

    public Failure failure() {
        var failure = object(FAILURE);
        return new Failure(failure.word("kind", Failure.Kind.class), failure.text("words"));
    }

    private Setting member(String name) {
        var value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it lacks " + name);
        }
        return value;
    }

    private IllegalArgumentException misshapen(String name, String wanted) {
        return new IllegalArgumentException(
                name + " should be " + wanted + ", but is " + member(name).words());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
