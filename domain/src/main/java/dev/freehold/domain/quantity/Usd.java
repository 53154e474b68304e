package dev.freehold.domain.quantity;

import java.math.BigDecimal;

/// An amount of money in US dollars, the currency of Oracle's list prices.
public record Usd(BigDecimal amount) implements Comparable<Usd> {
    public static final Usd ZERO = new Usd(BigDecimal.ZERO);

    public Usd {
        amount = Amounts.notNegative("USD", amount);
    }

    public static Usd of(String amount) {
        return new Usd(new BigDecimal(amount));
    }

    public Usd plus(Usd other) {
        return new Usd(amount.add(other.amount));
    }

    @Override
    public int compareTo(Usd other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return "USD " + amount.toPlainString();
    }
}
