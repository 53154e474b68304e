package dev.freehold.domain.plan;

/// How many nodes a plan creates, updates, replaces, deletes and keeps.
public record Summary(int create, int update, int replace, int delete, int keep) {

    public boolean changesNothing() {
        return create + update + replace + delete == 0;
    }
}
