package dev.freehold.app.shell.action.setup;

import dev.freehold.app.shell.action.Display;
import dev.freehold.app.shell.action.DurationOption;
import dev.freehold.app.shell.command.CommandError;
import dev.freehold.app.shell.command.Invocation;
import dev.freehold.app.shell.command.Stage;
import dev.freehold.app.shell.wiring.CredentialsSession;
import dev.freehold.app.shell.wiring.OciPlace;
import dev.freehold.app.shell.wiring.SpecSource;
import dev.freehold.app.shell.wiring.TargetRecords;
import dev.freehold.domain.hint.NextCommand;
import dev.freehold.domain.resource.SetupPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of `setup` that sees to the OCI configuration, before anything is planned.
final class OciSetup {
    private static final String CONFIG = "--oci-config";
    private static final String PROFILE = "--oci-profile";
    private static final String WAIT = "--wait";

    private OciSetup() {}

    /// @return the profile that the rest of the command uses; absent: the target's usual one
    /// @throws CommandError if there is none that works
    static @Nullable OciPlace run(Invocation invocation, SpecSource source, Optional<SetupPart> part, Stage stage) {
        boolean asked = OciConversation.isAskedFor(invocation);
        if (!isCalledFor(invocation, part, asked)) {
            return null;
        }
        var place = OciPlace.of(
                invocation.value(CONFIG),
                invocation.value(PROFILE),
                invocation.value("--key-file"),
                System.getenv(),
                OciPlace.userHome());
        try (var open = CredentialsSession.of(
                invocation.globals(), source, place, notice -> Display.note(invocation, stage, notice))) {
            var screen = stage.screen();
            var lettingIn = new ApiKeyActivation(
                    open.credentials(),
                    screen,
                    Display.isJson(invocation) ? screen.err() : screen.out(),
                    open.timeline(),
                    patience(invocation),
                    open.between(),
                    again(invocation));
            new OciConversation(
                            invocation,
                            System::getenv,
                            open.credentials(),
                            place,
                            new AnswersFile(TargetRecords.answers(invocation.globals(), "oci-answers")),
                            screen,
                            lettingIn)
                    .run(source.spec().account().region());
        }
        return place;
    }

    private static boolean isCalledFor(Invocation invocation, Optional<SetupPart> part, boolean asked) {
        boolean concerned = part.isEmpty() || part.get() == SetupPart.OCI;
        return switch (invocation.globals().target()) {
            case SIM -> {
                if (asked) {
                    throw CommandError.usage(
                            "There is no cloud to configure",
                            "The simulated target touches nothing of this computer. Say --target live, or --target lab"
                                    + " to practise. Nothing was written.",
                            null);
                }
                yield false;
            }
            // The lab writes a configuration of its own; another is made only where somebody names its file.
            case LAB -> {
                if (asked && !invocation.has(CONFIG)) {
                    throw CommandError.usage(
                            "Which OCI configuration?",
                            "The lab has one of its own. Name the file of another with " + CONFIG
                                    + ". Nothing was written.",
                            null);
                }
                yield asked;
            }
            case LIVE -> asked || concerned;
        };
    }

    private static @Nullable Duration patience(Invocation invocation) {
        var flag = invocation.value(WAIT);
        if (flag != null) {
            return DurationOption.duration(WAIT, flag);
        }
        var variable = System.getenv("FREEHOLD_WAIT");
        return variable == null || variable.isEmpty() ? null : DurationOption.duration("FREEHOLD_WAIT", variable);
    }

    private static NextCommand again(Invocation invocation) {
        var words = new ArrayList<String>();
        for (var option : List.of(CONFIG, PROFILE)) {
            var value = invocation.value(option);
            if (value != null) {
                words.addAll(List.of(option, value));
            }
        }
        return NextCommand.again(NextCommand.setUpOracle().words(), words);
    }
}
