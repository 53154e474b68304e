package dev.freehold.domain.quantity;

import java.math.BigDecimal;

/// Gigabytes as Oracle and Proxmox count them in their settings: memory and disks in units of 2^30 bytes.
public record Gigabytes(BigDecimal count) implements Comparable<Gigabytes> {
    public static final Gigabytes ZERO = new Gigabytes(BigDecimal.ZERO);

    public Gigabytes {
        count = Amounts.notNegative("gigabytes", count);
    }

    public static Gigabytes of(long count) {
        return new Gigabytes(BigDecimal.valueOf(count));
    }

    public static Gigabytes of(String count) {
        return new Gigabytes(new BigDecimal(count));
    }

    public Gigabytes plus(Gigabytes other) {
        return new Gigabytes(count.add(other.count));
    }

    /// `this` less `other`, but never below zero.
    public Gigabytes minus(Gigabytes other) {
        return new Gigabytes(count.subtract(other.count).max(BigDecimal.ZERO));
    }

    public Gigabytes times(BigDecimal factor) {
        return new Gigabytes(count.multiply(factor));
    }

    public Gigabytes times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    @Override
    public int compareTo(Gigabytes other) {
        return count.compareTo(other.count);
    }

    @Override
    public String toString() {
        return count.toPlainString() + " GB";
    }
}
