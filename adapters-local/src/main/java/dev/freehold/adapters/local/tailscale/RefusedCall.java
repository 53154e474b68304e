package dev.freehold.adapters.local.tailscale;

import dev.freehold.ports.driver.Refused;

/// Tailscale, or a machine, said no, and nothing was done. Never leaves this package: drivers answer it.
final class RefusedCall extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Refused answer;

    RefusedCall(String code, String words) {
        super(words);
        this.answer = new Refused(code, words);
    }

    RefusedCall(Refused answer) {
        super(answer.words());
        this.answer = answer;
    }

    Refused answer() {
        return answer;
    }
}
