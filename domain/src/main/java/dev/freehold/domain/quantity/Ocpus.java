package dev.freehold.domain.quantity;

import java.math.BigDecimal;

/// Oracle's unit of compute: on Ampere A1 one physical core. Fractions can be written down (a spec may hold
/// one); whether they are allowed is the ledger's to say.
public record Ocpus(BigDecimal count) implements Comparable<Ocpus> {
    public static final Ocpus ZERO = new Ocpus(BigDecimal.ZERO);

    public Ocpus {
        count = Amounts.notNegative("OCPUs", count);
    }

    public static Ocpus of(long count) {
        return new Ocpus(BigDecimal.valueOf(count));
    }

    public Ocpus plus(Ocpus other) {
        return new Ocpus(count.add(other.count));
    }

    public boolean isWhole() {
        return count.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public int compareTo(Ocpus other) {
        return count.compareTo(other.count);
    }

    @Override
    public String toString() {
        return count.toPlainString() + " OCPU";
    }
}
