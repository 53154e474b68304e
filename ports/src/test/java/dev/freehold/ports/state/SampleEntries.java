package dev.freehold.ports.state;

import dev.freehold.domain.journal.Failure;
import dev.freehold.domain.journal.JournalEntry;
import dev.freehold.domain.journal.JournalEntry.Achieved;
import dev.freehold.domain.journal.JournalEntry.Intended;
import dev.freehold.domain.journal.JournalEntry.LeftInDoubt;
import dev.freehold.domain.journal.JournalEntry.NotDone;
import dev.freehold.domain.journal.JournalEntry.RollbackPointKept;
import dev.freehold.domain.journal.JournalEntry.RunFinished;
import dev.freehold.domain.journal.JournalEntry.RunStarted;
import dev.freehold.domain.journal.Operation;
import dev.freehold.domain.journal.RunId;
import dev.freehold.domain.journal.RunResult;
import dev.freehold.domain.journal.Token;
import dev.freehold.domain.network.Cidr;
import dev.freehold.domain.network.Ipv4;
import dev.freehold.domain.output.FilePath;
import dev.freehold.domain.output.Outputs;
import dev.freehold.domain.output.SetupOutputs;
import dev.freehold.domain.output.Sha256;
import dev.freehold.domain.quantity.Usd;
import dev.freehold.domain.resource.Gate;
import dev.freehold.domain.resource.Ref;
import dev.freehold.domain.resource.ResourceId;
import dev.freehold.domain.resource.SetupResource.Budget;
import dev.freehold.domain.resource.SetupResource.CiliumManifest;
import dev.freehold.domain.resource.SetupResource.FluxRepository;
import dev.freehold.domain.resource.SetupResource.SettingsFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Entries to fill journals with: one of each sort, with settings of every form, and words that no format likes.
public final class SampleEntries {
    public static final RunId RUN = new RunId("20260101-000000-1");
    public static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    public static final Token TOKEN = new Token("c0ffee-1");

    /// Lists, a duration, texts, references.
    public static final FluxRepository REPOSITORY = new FluxRepository(
            "homelab",
            "https://git.example/homelab.git",
            "main",
            "clusters/homelab",
            Duration.ofSeconds(90),
            List.of("cert-manager", "alloy"),
            ref("setup/settings-file/settings"));

    /// Addresses and networks.
    public static final CiliumManifest CILIUM = new CiliumManifest(
            "cilium", "1.18.0", Ipv4.parse("10.20.0.10"), Cidr.parse("10.244.0.0/16"), Ref.to(REPOSITORY));

    /// A list of networks, an empty one too.
    public static final SettingsFile SETTINGS =
            new SettingsFile("settings", "you@example.org", "example.ts.net", List.of(Cidr.parse("203.0.113.7/32")));

    /// A sum with digits behind the point.
    public static final Budget BUDGET =
            new Budget("guard", new Usd(new BigDecimal("1.50")), ref("setup/compartment/freehold"));

    /// A gate, whose numbers are whole.
    public static final Gate.Quorum QUORUM = new Gate.Quorum(
            "quorum", ref("proxmox/cluster/homelab"), List.of(ref("proxmox/cluster-member/ampere-2")), 3);

    private static final String AWKWARD = "line\nbreak, \"quotes\", back\\slash, tab\t, nul\0, ü, 猫, 🐈, \u2028";

    private SampleEntries() {}

    private static <N extends dev.freehold.domain.resource.Node> Ref<N> ref(String id) {
        return new Ref<>(new ResourceId(id));
    }

    /// One of each sort, in an order that can happen.
    public static List<JournalEntry> ofEverySort() {
        return List.of(
                new RunStarted(RUN, AT, "deploy all --yes"),
                new Intended(RUN, AT.plusSeconds(1), Operation.CREATE, REPOSITORY, TOKEN, 1),
                new Achieved(RUN, AT.plusMillis(2500), Operation.CREATE, REPOSITORY, OUTPUTS, Achieved.How.MADE),
                new Intended(RUN, AT.plusSeconds(3), Operation.CREATE, CILIUM, TOKEN, 1),
                new LeftInDoubt(
                        RUN,
                        AT.plusSeconds(4),
                        Operation.CREATE,
                        CILIUM.id(),
                        new Failure(Failure.Kind.SILENT, AWKWARD)),
                new Intended(RUN, AT.plusSeconds(5), Operation.CREATE, CILIUM, TOKEN, 2),
                new Achieved(
                        RUN, AT.plusNanos(6_000_000_007L), Operation.CREATE, CILIUM, MANIFEST, Achieved.How.ADOPTED),
                new Intended(RUN, AT.plusSeconds(7), Operation.AWAIT, QUORUM, TOKEN, 1),
                new NotDone(
                        RUN,
                        AT.plusSeconds(8),
                        Operation.AWAIT,
                        QUORUM.id(),
                        new Failure(Failure.Kind.NOT_IN_TIME, "2 of 3 votes")),
                new RollbackPointKept(RUN, AT.plusSeconds(9), 1, "name: homelab\n# " + AWKWARD),
                new RunFinished(RUN, AT.plusSeconds(10), RunResult.FAILED));
    }

    public static final SetupOutputs.GitRepository OUTPUTS =
            new SetupOutputs.GitRepository(new FilePath("/home/a b/\"flux\", ü, 猫, 🐈, \u2028\n"));

    public static final SetupOutputs.Manifest MANIFEST =
            new SetupOutputs.Manifest(new FilePath("/home/cilium.yaml"), new Sha256("ab".repeat(32)));

    /// `count` entries of one run, the same for the same seed; they make and remove, and fold into a state.
    public static List<JournalEntry> ofSeed(long seed, int count) {
        var random = new SplittableRandom(seed);
        var entries = new ArrayList<JournalEntry>();
        entries.add(new RunStarted(RUN, AT, "deploy --seed " + seed));
        while (entries.size() < count) {
            var at = AT.plusMillis(random.nextLong(1L << 40));
            var settings = new SettingsFile(
                    "settings-" + entries.size(), words(random), words(random), List.of(Cidr.parse("10.0.0.0/8")));
            entries.add(new Intended(RUN, at, Operation.CREATE, settings, TOKEN, 1));
            if (entries.size() < count) {
                entries.add(new Achieved(
                        RUN,
                        at.plusSeconds(1),
                        Operation.CREATE,
                        settings,
                        new Outputs.LocalFile(new FilePath("/" + words(random).replace('\0', '0'))),
                        Achieved.How.MADE));
            }
        }
        return List.copyOf(entries);
    }

    private static String words(SplittableRandom random) {
        var words = new StringBuilder();
        for (int length = random.nextInt(60); length > 0; length--) {
            // Mostly letters, now and then anything but half of a surrogate pair.
            words.appendCodePoint(random.nextInt(8) == 0 ? random.nextInt(0xd800) : random.nextInt('a', 'z' + 1));
        }
        return words.toString();
    }
}
