package dev.freehold.adapters.local.tfvars;

import static dev.freehold.domain.yaml.YamlValue.quoted;
import static dev.freehold.domain.yaml.YamlValue.word;

import dev.freehold.adapters.local.tfvars.Literal.Figure;
import dev.freehold.adapters.local.tfvars.Literal.Flag;
import dev.freehold.adapters.local.tfvars.Literal.Group;
import dev.freehold.adapters.local.tfvars.Literal.Many;
import dev.freehold.adapters.local.tfvars.Literal.Nothing;
import dev.freehold.adapters.local.tfvars.Literal.Text;
import dev.freehold.domain.yaml.YamlValue.Scalar;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Converts as OpenTofu does: `"2"` is a number where one is wanted, `2` a text, `"true"` a truth.
final class Conversion {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private Conversion() {}

    /// Empty if it can't be one.
    static Optional<Literal> number(Literal value) {
        return switch (value) {
            case Figure figure -> Optional.of(figure);
            case Text(var text) when NUMBER.matcher(text).matches() -> Optional.of(new Figure(new BigDecimal(text)));
            case Text _, Flag _, Nothing _, Many _, Group _ -> Optional.empty();
        };
    }

    /// Empty if it can't be one.
    static Optional<Flag> flag(Literal value) {
        return switch (value) {
            case Flag flag -> Optional.of(flag);
            case Text(var text)
            when text.equals("true") || text.equals("false") -> Optional.of(new Flag(text.equals("true")));
            case Text _, Figure _, Nothing _, Many _, Group _ -> Optional.empty();
        };
    }

    /// Empty if it has no single value.
    static Optional<Scalar> text(Literal value) {
        return switch (value) {
            case Text(var text) -> Optional.of(quoted(text));
            case Figure(var number) -> Optional.of(quoted(plain(number)));
            case Flag(var flag) -> Optional.of(quoted(flag));
            case Nothing _, Many _, Group _ -> Optional.empty();
        };
    }

    /// As it is; empty if it has no single value.
    static Optional<Scalar> scalar(Literal value) {
        return switch (value) {
            case Figure(var number) -> Optional.of(word(plain(number)));
            case Flag(var flag) -> Optional.of(word(flag));
            case Text _, Nothing _, Many _, Group _ -> text(value);
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
