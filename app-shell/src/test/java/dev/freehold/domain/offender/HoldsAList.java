package dev.freehold.domain.offender;

import java.util.ArrayList;

/// Breaks the rule that the domain does not change, on purpose.
public final class HoldsAList {
    private final ArrayList<String> names = new ArrayList<>();

    public int size() {
        return names.size();
    }
}
