package dev.freehold.domain.quantity;

/// Bandwidth in megabits a second, as OCI's flexible load balancer counts it.
public record Mbps(int count) implements Comparable<Mbps> {
    public Mbps {
        if (count < 0) {
            throw new IllegalArgumentException("Mbps can't be negative: " + count);
        }
    }

    @Override
    public int compareTo(Mbps other) {
        return Integer.compare(count, other.count);
    }

    @Override
    public String toString() {
        return count + " Mbps";
    }
}
