package dev.freehold.domain.specfile.form;

import java.math.BigDecimal;
import java.util.function.Function;

/// A number between two bounds.
///
public record Amount<T>(
        BigDecimal least,
        Least itself,
        BigDecimal most,
        Fractions fractions,
        String example,
        Function<BigDecimal, T> parser,
        Function<T, BigDecimal> writer)
        implements Form.OfScalar<T> {
    /// Whether the least number itself will do.
    public enum Least {
        WILL_DO,
        IS_TOO_LITTLE
    }

    public enum Fractions {
        ALLOWED,
        REFUSED
    }

    /// Finer than any unit here is counted; more digits are a slip, and cost time.
    private static final int MOST_DECIMALS = 9;

    @Override
    public String what() {
        var number = isWhole() ? "a whole number " : "a number ";
        var range = isAbove()
                ? "above " + least.toPlainString() + " and up to " + most.toPlainString()
                : "from " + least.toPlainString() + " to " + most.toPlainString();
        return number + range + ", such as " + example;
    }

    @Override
    public T parse(String text) {
        var number = Words.number(text);
        // Compared by their exponents first: 1e999999999 must not be written out to be found too large.
        boolean sane =
                number != null && number.scale() <= MOST_DECIMALS && (long) number.precision() - number.scale() <= 18;
        if (number == null || !sane) {
            throw Words.notAllowed(text, what());
        }
        int low = number.compareTo(least);
        boolean fits = (isAbove() ? low > 0 : low >= 0) && number.compareTo(most) <= 0;
        var plain = number.stripTrailingZeros();
        if (!fits || (isWhole() && plain.scale() > 0)) {
            throw Words.notAllowed(text, what());
        }
        return parser.apply(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    /// Must it be more than the least?
    public boolean isAbove() {
        return itself == Least.IS_TOO_LITTLE;
    }

    public boolean isWhole() {
        return fractions == Fractions.REFUSED;
    }

    @Override
    public boolean takesNumbers() {
        return true;
    }

    @Override
    public String write(T value) {
        return writer.apply(value).toPlainString();
    }
}
