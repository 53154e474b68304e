package dev.freehold.domain.journal;

import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.resource.Claim;
import dev.freehold.domain.resource.Node;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a layer's state knows of one node.
public sealed interface Standing {

    /// The settings it has, or is to have.
    Node node();

    /// What it came to have; of what is in doubt, what stood before had. Empty where nothing is known to stand.
    default Optional<Outputs> known() {
        return switch (this) {
            case Stands stands -> Optional.of(stands.outputs());
            case InDoubt doubt -> Optional.ofNullable(doubt.before()).map(Stands::outputs);
        };
    }

    /// What it has, or may have, to itself: of what is in doubt, both what was intended and what stood.
    default List<Claim> claims() {
        return switch (this) {
            case Stands stands -> stands.node().claims();
            case InDoubt doubt ->
                Stream.concat(
                                doubt.node().claims().stream(),
                                Optional.ofNullable(doubt.before()).stream()
                                        .flatMap(before -> before.claims().stream()))
                        .toList();
        };
    }

    /// It is there, with these settings.
    ///
    /// @param made when it was made or adopted; later changes in place leave it
    /// @param since when it was made, adopted, changed or awaited last
    /// @param run the run that did that
    record Stands(Node node, Outputs outputs, Instant made, Instant since, RunId run) implements Standing {}

    /// A call went out and its outcome was never recorded.
    ///
    /// @param before what stood before the call; absent for a first creation
    record InDoubt(
            Node node,
            Operation operation,
            Token token,
            RunId run,
            @Nullable Stands before) implements Standing {}
}
