package dev.freehold.app.shell.screen;

/// Colours, where they carry meaning; without them every word still says it.
public enum Ink {
    PLAIN,
    COLORED;

    static Ink of(ColorMode wanted, boolean terminal) {
        return switch (wanted) {
            case ALWAYS -> COLORED;
            case NEVER -> PLAIN;
            case AUTO -> terminal ? COLORED : PLAIN;
        };
    }

    /// What is good, or comes to be.
    public String green(String words) {
        return paint("32", words);
    }

    /// What changes, or is to be looked at.
    public String yellow(String words) {
        return paint("33", words);
    }

    /// What is wrong, or goes.
    public String red(String words) {
        return paint("31", words);
    }

    /// What is only there for order.
    public String faint(String words) {
        return paint("2", words);
    }

    public String bold(String words) {
        return paint("1", words);
    }

    private String paint(String code, String words) {
        return this == PLAIN ? words : "\u001b[" + code + 'm' + words + "\u001b[0m";
    }
}
