package dev.freehold.lab.tailscale;

/// What the control plane says no to; nothing of the change happened.
public final class TailnetRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    TailnetRefusal(int status, String words) {
        super(words);
        this.status = status;
    }

    /// As HTTP numbers it.
    int status() {
        return status;
    }

    static TailnetRefusal notFound(String what) {
        return new TailnetRefusal(404, what + " not found");
    }
}
