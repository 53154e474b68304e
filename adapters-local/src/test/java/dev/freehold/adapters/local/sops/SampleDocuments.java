package dev.freehold.adapters.local.sops;

import dev.freehold.adapters.local.sops.Content.Branch;
import dev.freehold.adapters.local.sops.Content.Comment;
import dev.freehold.adapters.local.sops.Content.Entry;
import dev.freehold.adapters.local.sops.Content.Flag;
import dev.freehold.adapters.local.sops.Content.Items;
import dev.freehold.adapters.local.sops.Content.Moment;
import dev.freehold.adapters.local.sops.Content.Nothing;
import dev.freehold.adapters.local.sops.Content.Pair;
import dev.freehold.adapters.local.sops.Content.Real;
import dev.freehold.adapters.local.sops.Content.Text;
import dev.freehold.adapters.local.sops.Content.Whole;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/// Documents with everything in them that a SOPS file may hold, the same for the same seed.
final class SampleDocuments {
    /// Texts that are read as something else where they are not quoted, or have more than one line.
    private static final List<String> AWKWARD = List.of(
            "",
            " ",
            "7",
            "-0",
            "1e3",
            "0x1F",
            "017",
            "1_000",
            ".inf",
            "true",
            "no",
            "y",
            "null",
            "~",
            "2024-01-02",
            "a: b",
            "a #b",
            "# no comment",
            "- item",
            "[x]",
            "{x: y}",
            "*alias",
            "&anchor",
            "!tag",
            "%percent",
            "@at",
            "it's",
            "\"quoted\"",
            "back\\slash",
            "tab\there",
            "two\nlines",
            "two\nlines\n",
            "\nfirst empty",
            "  blanks\n    before\n",
            "three\n\n\nempty\n",
            "ends in two\n\n",
            "trailing blank \nhere",
            "cr\r\nlf",
            "-----BEGIN KEY-----\nMIIBIj+/=\n-----END KEY-----\n",
            "\u00e4\u65e5\u672c\ud83d\ude00",
            "\u00a0nbsp",
            "\u0007bell",
            "\ufeffmark",
            "a".repeat(300),
            "word ".repeat(60).strip(),
            "key:",
            "?",
            "<<",
            "=",
            "---",
            "...",
            "a\n---\nb\n",
            "x\n# not a comment\ny\n",
            "0o17",
            "0b11",
            "1.5",
            "+1",
            "12:30:45",
            "2122:22",
            "1,000",
            "2001-12-14 21:59:43.10 -5");

    private static final List<Double> REALS =
            List.of(1.5, -0.25, 1e21, 1e-7, 123456.789, 3.141592653589793, 2.5e10, -1e100, 0.1, Double.MIN_VALUE);

    private static final List<String> RULED =
            List.of("data", "stringData", "metadata", "plain_unencrypted", "x_secret");

    private final SplittableRandom random;
    private final boolean comments;
    private final boolean json;

    /// How many lists are open.
    private int lists;

    private SampleDocuments(long seed, boolean comments, boolean json) {
        this.random = new SplittableRandom(seed);
        this.comments = comments;
        this.json = json;
    }

    static Branch yaml(long seed) {
        return new SampleDocuments(seed, true, false).branch(0);
    }

    /// Without what JSON has no word for.
    static Branch json(long seed) {
        return new SampleDocuments(seed, false, true).branch(0);
    }

    /// How it is encrypted.
    static Selection selection(long seed) {
        return switch ((int) (seed % 5)) {
            case 0 -> Selection.USUAL;
            case 1 -> Selection.KUBERNETES_SECRET;
            case 2 -> new Selection(Selection.Kind.UNENCRYPTED_REGEX, "^metadata$");
            case 3 -> new Selection(Selection.Kind.ENCRYPTED_SUFFIX, "_secret");
            default -> new Selection(Selection.Kind.ENCRYPTED_REGEX, "data");
        };
    }

    private Branch branch(int depth) {
        var keys = new LinkedHashSet<String>();
        for (int count = random.nextInt(depth == 0 ? 3 : 0, depth == 0 ? 9 : 5); count > 0; count--) {
            keys.add(key());
        }
        var entries = new ArrayList<Entry>();
        for (var key : keys) {
            comments(entries);
            var value = value(depth + 1);
            if (comments && isOneLine(value) && random.nextInt(6) == 0) {
                entries.add(new Comment(" behind " + random.nextInt(100), true));
            }
            entries.add(new Pair(key, value));
        }
        // At the end of what lies deeper, sops itself moves comments.
        if (depth == 0 && !keys.isEmpty()) {
            comments(entries);
        }
        return new Branch(entries);
    }

    private void comments(List<? super Comment> to) {
        if (comments && random.nextInt(4) == 0) {
            for (int lines = random.nextInt(1, 3); lines > 0; lines--) {
                to.add(new Comment(" note " + random.nextInt(1000) + ": key # {x}", false));
            }
        }
    }

    private static boolean isOneLine(Content value) {
        return switch (value) {
            case Text(var text) -> !text.contains("\n");
            case Whole _, Real _, Flag _, Moment _, Nothing _ -> true;
            case Branch _, Items _, Comment _ -> false;
        };
    }

    private String key() {
        return switch (random.nextInt(4)) {
            case 0 -> RULED.get(random.nextInt(RULED.size()));
            case 1 -> "key " + random.nextInt(100) + " \u00fc";
            case 2 ->
                List.of("yes", "1", "true", "a:b", "null", "x.y/z-1", "#h").get(random.nextInt(7));
            default -> "k" + random.nextInt(1000);
        };
    }

    private Content value(int depth) {
        int kind = random.nextInt(depth > 4 ? 12 : 16);
        return switch (kind) {
            case 0, 1, 2, 3 -> awkward();
            case 4 -> new Text(letters());
            case 5 -> new Whole(random.nextInt(-1000, 1000));
            case 6 -> new Whole(random.nextLong());
            case 7 -> new Real(REALS.get(random.nextInt(REALS.size())));
            case 8 -> new Real(random.nextDouble(-1e6, 1e6));
            case 9 -> new Flag(random.nextBoolean());
            case 10 -> new Nothing();
            case 11 -> json ? new Whole(Long.MAX_VALUE) : moment();
            case 12, 13 -> items(depth);
            default -> branch(depth);
        };
    }

    /// Below a list sops writes a block that begins with blanks or an empty line so that nobody reads it,
    /// itself included.
    private Text awkward() {
        var text = AWKWARD.get(random.nextInt(AWKWARD.size()));
        return new Text(lists > 0 && text.matches("(?s)\n.*| .*\n.*") ? "plain" : text);
    }

    private Items items(int depth) {
        lists++;
        var items = new ArrayList<Content>();
        for (int count = random.nextInt(5); count > 0; count--) {
            comments(items);
            items.add(value(depth + 1));
        }
        lists--;
        return new Items(items);
    }

    private Moment moment() {
        var instant = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(3) * 120_000_000L);
        return new Moment(instant.atOffset(ZoneOffset.ofHours(random.nextInt(-11, 12))));
    }

    private String letters() {
        var letters = new StringBuilder();
        for (int count = random.nextInt(1, 60); count > 0; count--) {
            letters.append((char) random.nextInt(' ', 0x7F));
        }
        return letters.toString();
    }
}
