package dev.freehold.domain.specfile.form;

import java.math.BigDecimal;
import java.util.function.Function;

/// A number between two bounds.
///
/// @param above whether `least` itself is too little
/// @param whole whether fractions are refused
public record Amount<T>(
        BigDecimal least,
        boolean above,
        BigDecimal most,
        boolean whole,
        String example,
        Function<BigDecimal, T> parser,
        Function<T, BigDecimal> writer)
        implements Form.OfScalar<T> {
    /// Finer than any unit here is counted; more digits are a slip, and cost time.
    private static final int MOST_DECIMALS = 9;

    @Override
    public String what() {
        var number = whole ? "a whole number " : "a number ";
        var range = above
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
        boolean fits = (above ? low > 0 : low >= 0) && number.compareTo(most) <= 0;
        var plain = number.stripTrailingZeros();
        if (!fits || (whole && plain.scale() > 0)) {
            throw Words.notAllowed(text, what());
        }
        return parser.apply(plain.scale() < 0 ? plain.setScale(0) : plain);
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
