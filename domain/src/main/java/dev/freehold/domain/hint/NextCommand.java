package dev.freehold.domain.hint;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command of Freehold's that helps, for a person to paste into a terminal, the interactive shell or a script.
/// Whatever names one gets it here, so that each can be tried. In a sentence it stands as [#toString] gives it;
/// whoever shows the sentence completes it with [#completed], because only there is it known which platform was
/// meant.
///
/// @param words those after the program's name
public record NextCommand(List<String> words) {
    private static final String PROGRAM = "freehold";

    private static final Pattern IN_SENTENCE = Pattern.compile("`" + PROGRAM + " ([^`]+)`");

    public NextCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no words are no command");
        }
    }

    private static NextCommand of(String... words) {
        return new NextCommand(List.of(words));
    }

    private NextCommand and(List<String> more) {
        var all = new ArrayList<>(words);
        all.addAll(more);
        return new NextCommand(all);
    }

    public static NextCommand help() {
        return of("help");
    }

    /// @param command its name, of one word or two
    public static NextCommand help(String command) {
        return of("help").and(List.of(command.split(" ")));
    }

    /// What somebody typed, once more.
    ///
    /// @param words what was typed
    /// @param more what to say beside it
    public static NextCommand again(List<String> words, List<String> more) {
        return new NextCommand(words).and(more);
    }

    public static NextCommand init() {
        return of("init");
    }

    public static NextCommand init(String topology) {
        return of("init", "--topology", topology);
    }

    public static NextCommand plan() {
        return of("plan");
    }

    public static NextCommand validate() {
        return of("validate");
    }

    public static NextCommand validate(String check) {
        return of("validate", check);
    }

    public static NextCommand deploy(String phase) {
        return of("deploy", phase);
    }

    /// Looks first at what really stands.
    public static NextCommand deployAfterLooking(String phase) {
        return of("deploy", phase, "--refresh");
    }

    public static NextCommand destroyWithAllOnIt(List<String> phases) {
        return of("destroy").and(phases).and(List.of("--cascade"));
    }

    public static NextCommand rollbackPoints() {
        return of("rollback", "--list");
    }

    public static NextCommand resources() {
        return of("state", "list");
    }

    public static NextCommand unlock() {
        return of("state", "unlock");
    }

    public static NextCommand push() {
        return of("state", "push");
    }

    public static NextCommand runs() {
        return of("runs");
    }

    public static NextCommand drift() {
        return of("drift");
    }

    public static NextCommand outputs(String phase) {
        return of("outputs", phase);
    }

    public static NextCommand serveLab() {
        return of("lab", "serve");
    }

    public static NextCommand buildImages() {
        return of("images", "build");
    }

    public static NextCommand buildBaseImage(String arch) {
        return of("images", "build", "base", "--arch", arch);
    }

    public static NextCommand contentsOfImage(String image) {
        return of("images", "sbom", image);
    }

    public static NextCommand setUpOracle() {
        return of("setup", "oci");
    }

    public static NextCommand setUpFlux() {
        return of("setup", "flux");
    }

    public static NextCommand setUpSsh() {
        return of("setup", "ssh");
    }

    public static NextCommand setUpSshWithKey(String file) {
        return of("setup", "ssh", "--ssh-key", file);
    }

    public static NextCommand setUpSshWithAgent(String fingerprint) {
        return of("setup", "ssh", "--ssh-agent-key", fingerprint);
    }

    public static NextCommand setUpWithAnswer(String flag, String answer) {
        return of("setup", flag, answer);
    }

    public static NextCommand setUpWithSecret(String name) {
        return of("setup", "--secret", name + "=@FILE");
    }

    public static NextCommand setSecret(String name) {
        return of("secrets", "set", name);
    }

    public static NextCommand checkSecrets() {
        return of("secrets", "doctor");
    }

    public static NextCommand restoreSecrets() {
        return of("secrets", "restore", "FILE");
    }

    public static NextCommand restoreSecretsOn(String target, String file) {
        return of("secrets", "restore", file, "--target", target);
    }

    /// As a shell takes it, and a script.
    ///
    /// @param program how Freehold was started
    /// @param options of every command, to say which platform is meant: a name, then its value, each
    public String line(String program, List<String> options) {
        var all = new ArrayList<String>();
        all.add(program);
        all.addAll(words);
        all.addAll(besides(words, options));
        return quoted(all);
    }

    /// Those of `options` that the command does not say itself; none for help, which is about no platform.
    private static List<String> besides(List<String> words, List<String> options) {
        var besides = new ArrayList<String>();
        for (int at = 0; at < options.size() && !words.getFirst().equals("help"); at += 2) {
            if (!words.contains(options.get(at))) {
                besides.addAll(options.subList(at, at + 2));
            }
        }
        return besides;
    }

    /// The words of one line, each as it must be typed.
    public static String quoted(List<String> words) {
        return words.stream().map(NextCommand::quoted).collect(joining(" "));
    }

    private static String quoted(String word) {
        boolean plain = !word.isEmpty() && word.chars().allMatch(NextCommand::isPlain);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static boolean isPlain(int letter) {
        return Character.isLetterOrDigit(letter) || "-_./:,=@%+".indexOf(letter) >= 0;
    }

    /// `sentence` with each command in it as a person can paste it.
    ///
    /// @param program as with [#line]
    /// @param options likewise
    public static String completed(String sentence, String program, List<String> options) {
        return IN_SENTENCE.matcher(sentence).replaceAll(found -> {
            var words = found.group(1);
            var more = besides(List.of(words.split(" ")), options);
            var whole = quoted(program) + ' ' + words + (more.isEmpty() ? "" : ' ' + quoted(more));
            return Matcher.quoteReplacement('`' + whole + '`');
        });
    }

    /// Within a sentence.
    @Override
    public String toString() {
        return '`' + line(PROGRAM, List.of()) + '`';
    }
}
