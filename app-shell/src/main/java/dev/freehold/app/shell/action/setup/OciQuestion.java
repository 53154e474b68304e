package dev.freehold.app.shell.action.setup;

import java.util.Locale;
import java.util.Optional;

/// What setup asks for an OCI profile, in the order of asking. Each has a flag, and a variable of the flag's name.
enum OciQuestion {
    TENANCY("tenancy", "The tenancy's OCID (console: Profile > Tenancy)"),
    USER("user", "Your user's OCID (console: Profile > User settings)");

    private final String word;
    private final String words;

    OciQuestion(String word, String words) {
        this.word = word;
        this.words = words;
    }

    String flag() {
        return "--" + word;
    }

    /// `FREEHOLD_TENANCY` for `--tenancy`.
    String variable() {
        return "FREEHOLD_" + word.toUpperCase(Locale.ROOT);
    }

    String words() {
        return words;
    }

    /// Why that is no answer; empty if it is one. Neither tenancies nor users name a region in their OCIDs.
    Optional<String> objection(String answer) {
        return answer.matches("ocid1\\." + word + "\\.[a-z0-9]+\\.\\.[a-zA-Z0-9_-]+")
                ? Optional.empty()
                : Optional.of("no OCID of a " + word + ", which reads ocid1." + word + ".oc1..and-so-on");
    }
}
