package dev.freehold.domain.quantity;

import java.math.BigDecimal;

/// The one form that equal amounts share, so that 8, 8.0 and 8.00 are the same record.
final class Amounts {
    private Amounts() {}

    static BigDecimal notNegative(String unit, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException(unit + " can't be negative: " + amount.toPlainString());
        }
        if (amount.scale() == 0) {
            return amount; // the usual case, kept quick: ten thousand hosts are planned with it
        }
        var plain = amount.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
