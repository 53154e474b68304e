package dev.freehold.adapters.local.tailscale;

import dev.freehold.ports.driver.Refused;

/// Tailscale, or a machine, said no, and nothing was done. Never leaves this package: drivers answer it.
final class Declined extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refused answer;

    Declined(String code, String words) {
        super(words);
        this.answer = new Refused(code, words);
    }

    Declined(Refused answer) {
        super(answer.words());
        this.answer = answer;
    }

    Refused answer() {
        return answer;
    }
}
