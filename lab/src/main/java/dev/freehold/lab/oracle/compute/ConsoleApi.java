package dev.freehold.lab.oracle.compute;

import static dev.freehold.lab.oracle.compute.ComputeKinds.CONSOLE_HISTORY;

import dev.freehold.lab.oracle.api.Api;
import dev.freehold.lab.oracle.api.Call;
import dev.freehold.lab.oracle.api.Details;
import dev.freehold.lab.oracle.api.Refusal;
import dev.freehold.lab.oracle.api.Replies;
import dev.freehold.lab.oracle.api.Routes;
import dev.freehold.lab.wire.Answer.Reply;
import dev.freehold.lab.wire.Body;
import dev.freehold.lab.world.Resource;
import dev.freehold.lab.world.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// What an instance has written to its serial console.
public final class ConsoleApi implements Api {
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int DEFAULT_LENGTH = 10_240;
    private static final int MOST_LENGTH = 1 << 20;

    @Override
    public void serve(Routes routes) {
        CONSOLE_HISTORY.serveReads(routes);
        routes.post(CONSOLE_HISTORY.path(), ConsoleApi::capture);
        routes.get(CONSOLE_HISTORY.onePath() + "/data", ConsoleApi::data);
        routes.delete(CONSOLE_HISTORY.onePath(), (call, tx) -> {
            tx.forget(CONSOLE_HISTORY.find(call, tx).id());
            return Replies.noContent();
        });
    }

    private static Reply capture(Call call, Tx tx) {
        var instance = ComputeKinds.INSTANCE.usable(tx, call.required("instanceId"));
        var attributes = Details.created(call, "consolehistory", "instanceId")
                .put("availabilityDomain", instance.text("availabilityDomain"))
                .put("_text", written(instance));
        var made = tx.create(CONSOLE_HISTORY.name(), instance.compartmentId(), "REQUESTED", attributes);
        return CONSOLE_HISTORY.reply(tx, tx.later(tx.later(made, STEP, "GETTING-HISTORY"), STEP, "SUCCEEDED"));
    }

    private static String written(Resource instance) {
        var console = instance.text("shape").equals(Shape.A1_FLEX.name()) ? "ttyAMA0" : "ttyS0";
        return instance.isIn("RUNNING", "STOPPING", "STOPPED")
                ? "[    0.000000] Linux version of the lab\n[    1.000000] console [" + console + "] enabled\n\n"
                        + instance.text("displayName") + " login: \n"
                : "";
    }

    private static Reply data(Call call, Tx tx) {
        var history = CONSOLE_HISTORY.find(call, tx);
        if (!history.isIn("SUCCEEDED")) {
            throw Refusal.incorrectState("The console history is in state " + history.state());
        }
        var text = history.text("_text").getBytes(StandardCharsets.UTF_8);
        var from = Math.clamp(call.numberQuery("offset").orElse(0L), 0, text.length);
        var length = Math.clamp(call.numberQuery("length").orElse((long) DEFAULT_LENGTH), 0, MOST_LENGTH);
        var part = Arrays.copyOfRange(text, from, Math.min(text.length, from + length));
        return new Reply(
                200,
                Map.of(
                        "content-type",
                        "text/plain",
                        "opc-bytes-remaining",
                        String.valueOf(text.length - from - part.length)),
                Body.of(part));
    }
}
