package dev.freehold.engine.run;

import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.ImageOutputs.DiskImage;
import dev.freehold.domain.output.KeyPlace;
import dev.freehold.domain.output.OciOutputs;
import dev.freehold.domain.output.Ocid;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.ImageResource.ImageBuild;
import dev.freehold.domain.resource.Node;
import dev.freehold.domain.resource.OciResource.ReservedPublicIp;
import dev.freehold.domain.resource.Resource;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.SshKeyPair;
import dev.freehold.engine.call.Systems;
import dev.freehold.ports.driver.Context;
import dev.freehold.ports.driver.CreateAnswer;
import dev.freehold.ports.driver.DeleteAnswer;
import dev.freehold.ports.driver.Drivers;
import dev.freehold.ports.driver.GateKeeper;
import dev.freehold.ports.driver.Observed;
import dev.freehold.ports.driver.ResourceDriver;
import dev.freehold.ports.driver.SampleNodes;
import dev.freehold.ports.driver.UpdateAnswer;
import dev.freehold.ports.image.ImageBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Systems in which a test decides what each call comes to. Without a word from it, calls take ten seconds
/// and do what they are asked to.
final class Planted implements Drivers, GateKeeper, ImageBuilder {
    final Map<ResourceId, Node> there = Collections.synchronizedMap(new LinkedHashMap<>());
    final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Deque<Fate>> fates = new ConcurrentHashMap<>();

    /// @param known gives the outputs of any node, as the call was given them
    record Call(String what, ResourceId id, Instant at, Optional<Token> token, Context.Known known) {
        @Override
        public String toString() {
            return what + " " + id.name();
        }
    }

    /// Something that happens instead of a call, or around it.
    interface Fate {
        /// @param done makes the call do what it was asked to
        void befall(Runnable done);
    }

    /// The next call of that operation on that name ends so; the one after it by the next fate given, if any.
    Planted fate(String what, String name, Fate fate) {
        fates.computeIfAbsent(what + " " + name, _ -> new ConcurrentLinkedDeque<>())
                .add(fate);
        return this;
    }

    Planted fails(String what, String name, RuntimeException failure) {
        return fate(what, name, _ -> {
            throw failure;
        });
    }

    Planted failsOnceDone(String what, String name, RuntimeException failure) {
        return fate(what, name, done -> {
            done.run();
            throw failure;
        });
    }

    Systems systems() {
        return new Systems(this, this, this);
    }

    List<String> words() {
        return calls.stream().map(Call::toString).toList();
    }

    /// The answer that a fate wants given.
    static final class Saying extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Object answer;

        Saying(Object answer) {
            this.answer = answer;
        }
    }

    private <A> A call(String what, Node node, Token token, Context context, Runnable effect, A usual)
            throws InterruptedException {
        var id = node.id();
        calls.add(new Call(what, id, context.timeline().now(), Optional.ofNullable(token), context.known()));
        context.timeline().sleep(Duration.ofSeconds(10));
        var due = fates.get(what + " " + id.name());
        var fate = due == null ? null : due.poll();
        try {
            if (fate == null) {
                effect.run();
            } else {
                fate.befall(effect);
            }
        } catch (Saying saying) {
            @SuppressWarnings("unchecked")
            var answer = (A) saying.answer;
            return answer;
        }
        return usual;
    }

    private void put(Node node) {
        there.put(node.id(), node);
    }

    private static Outputs outputs(Node node) {
        return switch (node) {
            case SshKeyPair _ -> new SetupOutputs.SshKey(new KeyPlace("key-of-" + node.name()), "ssh-ed25519 AAAA");
            case ReservedPublicIp _ ->
                new OciOutputs.Address(new Ocid("ocid-of-" + node.name()), Ipv4.parse("198.18.0.1"));
            default -> SampleNodes.outputs(node, 1);
        };
    }

    @Override
    public <R extends Resource> ResourceDriver<R> of(R resource) {
        return new ResourceDriver<>() {
            @Override
            public Optional<Observed> observe(R wanted, Context context) throws InterruptedException {
                call("observe", wanted, null, context, () -> {}, "");
                return Optional.ofNullable(there.get(wanted.id())).map(node -> new Observed(node, outputs(node)));
            }

            @Override
            public CreateAnswer create(R wanted, Token token, Context context) throws InterruptedException {
                CreateAnswer usual = new CreateAnswer.Created(new Observed(wanted, outputs(wanted)));
                return call("create", wanted, token, context, () -> put(wanted), usual);
            }

            @Override
            public UpdateAnswer update(R before, R wanted, Context context) throws InterruptedException {
                UpdateAnswer usual = new UpdateAnswer.Updated(new Observed(wanted, outputs(wanted)));
                return call("update", wanted, null, context, () -> put(wanted), usual);
            }

            @Override
            public DeleteAnswer delete(R gone, Context context) throws InterruptedException {
                DeleteAnswer usual = new DeleteAnswer.Deleted();
                return call("delete", gone, null, context, () -> there.remove(gone.id()), usual);
            }
        };
    }

    @Override
    public GateKeeper.Answer await(Gate gate, Context context) throws InterruptedException {
        GateKeeper.Answer usual = GateKeeper.Answer.Passed.of(gate);
        return call("await", gate, null, context, () -> {}, usual);
    }

    @Override
    public Optional<Observed> find(ImageBuild image, Context context) throws InterruptedException {
        call("find", image, null, context, () -> {}, "");
        return Optional.ofNullable(there.get(image.id())).map(node -> new Observed(node, outputs(node)));
    }

    @Override
    public ImageBuilder.Answer build(ImageBuild image, Token token, Context context) throws InterruptedException {
        ImageBuilder.Answer usual = new ImageBuilder.Answer.Built((DiskImage) outputs(image));
        return call("build", image, token, context, () -> put(image), usual);
    }

    @Override
    public ImageBuilder.Answer update(ImageBuild before, ImageBuild wanted, Token token, Context context)
            throws InterruptedException {
        ImageBuilder.Answer usual = new ImageBuilder.Answer.Built((DiskImage) outputs(wanted));
        return call("update", wanted, token, context, () -> put(wanted), usual);
    }

    @Override
    public void remove(ImageBuild image, Context context) throws InterruptedException {
        call("remove", image, null, context, () -> there.remove(image.id()), "");
    }
}
