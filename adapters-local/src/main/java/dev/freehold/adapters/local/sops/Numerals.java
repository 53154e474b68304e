package dev.freehold.adapters.local.sops;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Floating-point numbers as SOPS writes them: the fewest digits that tell the number from its neighbours.
final class Numerals {
    private Numerals() {}

    /// Without an exponent, as values are encrypted and authenticated: `1.50` is `1.5`, `1e3` is `1000`.
    static String plain(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "+Inf" : "-Inf";
        }
        if (number == 0) {
            return 1 / number < 0 ? "-0" : "0";
        }
        var digits = shortest(number);
        return (digits.scale() < 0 ? digits.setScale(0) : digits).toPlainString();
    }

    /// With an exponent where it is long, as YAML and JSON have it.
    static String scientific(double number) {
        if (number == 0) {
            return plain(number);
        }
        var digits = shortest(number);
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -5 && exponent < 21) {
            return plain(number);
        }
        var unscaled = digits.unscaledValue().abs().toString();
        return (number < 0 ? "-" : "")
                + unscaled.charAt(0)
                + (unscaled.length() > 1 ? "." + unscaled.substring(1) : "")
                + 'e'
                + (exponent < 0 ? "-" : "+")
                + "0".repeat(Math.abs(exponent) < 10 ? 1 : 0)
                + Math.abs(exponent);
    }

    private static BigDecimal shortest(double number) {
        var digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        // Java writes two digits at least: 4.9E-324, where one, 5e-324, would do.
        var one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return digits.precision() == 2 && one.doubleValue() == number ? one : digits;
    }

    /// What [#plain] gives, and what others write for it.
    ///
    /// @throws NumberFormatException if that is no number
    static double parse(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                double number = new BigDecimal(text).doubleValue();
                yield number == 0 && text.startsWith("-") ? -0.0 : number;
            }
        };
    }
}
