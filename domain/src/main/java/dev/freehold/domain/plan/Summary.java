package dev.freehold.domain.plan;

/// How many nodes a plan creates, updates, replaces, deletes, keeps and adopts.
public record Summary(int create, int update, int replace, int delete, int keep, int adopt) {

    public boolean changesNothing() {
        return create + update + replace + delete + adopt == 0;
    }
}
