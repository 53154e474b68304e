package dev.freehold.app.shell.action;

import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.ExitCode;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.domain.allowance.LimitRule;
import dev.freehold.domain.allowance.Violation;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.plan.HeldClaim;
import dev.freehold.domain.plan.LeftStanding;
import dev.freehold.domain.plan.Protection;
import dev.freehold.domain.resource.Phase;
import dev.freehold.engine.deploy.Refusal;
import dev.freehold.engine.deploy.RunOutcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why the engine refused what a command asked for, in the command's words.
public final class RefusalError {
    /// More names in one command nobody would look through.
    private static final int MOST_NAMED = 20;

    private RefusalError() {}

    static CommandError of(Refusal refusal, Invocation invocation) {
        var command = invocation.command().name();
        return switch (refusal) {
            case Refusal.HeldBy(var holder) -> WriteRight.somebodyIsAtWork(holder);
            case Refusal.NotApproved notApproved -> notApproved(notApproved, invocation);
            case Refusal.AboveAllowance(var violations) ->
                new CommandError(
                        ExitCode.REFUSED,
                        violations.stream().anyMatch(violation -> violation.rule() instanceof LimitRule)
                                ? "Above the allowance"
                                : "Not to be deployed here",
                        sentences(violations),
                        null);
            case Refusal.Unfit(var violations) ->
                new CommandError(
                        ExitCode.BAD_USAGE, "The platform can't live on its hosts", sentences(violations), null);
            case Refusal.Protected(var violations) ->
                new CommandError(
                        ExitCode.REFUSED, "Protected", sentences(violations), unprotecting(violations, invocation));
            case Refusal.StoodOn(var obstacles) ->
                new CommandError(
                        ExitCode.REFUSED,
                        "Something stands on it",
                        List.of("Nothing was changed, because this would be left standing on nothing: " + few(obstacles)
                                + ". To take that too:"),
                        command.equals("destroy")
                                ? invocation.again("--cascade")
                                : NextCommand.destroyWithAllOnIt(phases(obstacles)));
            case Refusal.ClaimsHeld(var held) ->
                new CommandError(
                        ExitCode.REFUSED,
                        "Another has it",
                        Stream.concat(
                                        Stream.of(
                                                "Nothing was changed, because what only one can have would be two's:"),
                                        held.stream().map(HeldClaim::words))
                                .toList(),
                        null);
            case Refusal.NoSuchPoint(var layer, var kept) ->
                new CommandError(
                        ExitCode.BAD_USAGE,
                        "No such rollback point",
                        List.of("Nothing was changed. Phase " + layer.word() + " has "
                                + (kept.isEmpty() ? "no rollback points." : "the rollback points " + kept + ".")),
                        NextCommand.rollbackPoints());
        };
    }

    private static CommandError notApproved(Refusal.NotApproved refusal, Invocation invocation) {
        var phase = "Phase " + refusal.layer().word();
        return switch (refusal.approval()) {
            case NOBODY_THERE ->
                new CommandError(
                        ExitCode.APPROVAL_NEEDED,
                        "Approval needed",
                        List.of(phase + " needs approval, and there is no terminal to ask at. What was"
                                + " done before it stands. With --yes it goes on without asking:"),
                        invocation.again("--yes"));
            case DENIED ->
                new CommandError(
                        ExitCode.APPROVAL_NEEDED,
                        "Not approved",
                        List.of(phase + " was not approved. What was done before it stands; the same"
                                + " command goes on from there."),
                        null);
        };
    }

    /// Of what stands in the way, in the order in which it was made.
    private static List<String> phases(List<LeftStanding> obstacles) {
        return obstacles.stream()
                .map(one -> one.standing().phase())
                .distinct()
                .sorted()
                .map(Phase::word)
                .toList();
    }

    /// What holds data can be let go with the command, and what the spec names with the spec alone.
    private static @Nullable NextCommand unprotecting(List<Violation> violations, Invocation invocation) {
        boolean bySpec =
                violations.stream().anyMatch(violation -> violation.path().startsWith(Protection.KEY));
        if (bySpec || violations.size() > MOST_NAMED) {
            return null;
        }
        return invocation.again(violations.stream()
                .flatMap(violation -> Stream.of(Protection.LIFT, violation.path()))
                .toArray(String[]::new));
    }

    private static String few(List<LeftStanding> obstacles) {
        int most = 5;
        var first = String.join(
                ", ",
                obstacles.stream().limit(most).map(one -> one.standing().text()).toList());
        return obstacles.size() <= most ? first : first + " and " + (obstacles.size() - most) + " more";
    }

    public static List<String> sentences(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.rule().id() + ", " + violation.path() + ": " + violation.message())
                .toList();
    }

    /// What a refusal lists; nothing for one that lists nothing.
    static List<Violation> violations(RunOutcome outcome) {
        return outcome.refusal().map(RefusalError::violations).orElse(List.of());
    }

    public static List<Violation> violations(Refusal refusal) {
        if (refusal instanceof Refusal.AboveAllowance(var violations)) {
            return violations;
        }
        if (refusal instanceof Refusal.Protected(var violations)) {
            return violations;
        }
        return refusal instanceof Refusal.Unfit(var violations) ? violations : List.of();
    }
}
