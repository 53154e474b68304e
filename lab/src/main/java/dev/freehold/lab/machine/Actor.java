package dev.freehold.lab.machine;

/// Who acts on a machine.
public enum Actor {
    /// Whom Debian's images make: cloud-init's default user, who may become root without a password.
    USER("debian", 1000),
    ROOT("root", 0);

    private final String account;
    private final int number;

    Actor(String account, int number) {
        this.account = account;
        this.number = number;
    }

    /// The name of the account.
    public String account() {
        return account;
    }

    /// As `id` shows it: `uid=0(root)`.
    String shown() {
        return "uid=" + number + "(" + account + ")";
    }
}
