import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Turns the jars that Maven gathered into what `./freehold` starts: `lib/`, `freehold.aot` and the stamp
/// `built`.
///
/// Run from its source by `app-shell/pom.xml`, in the JDK 25, with the distribution's folder and the build's
/// start.
final class Distribution {
    private static final String MAIN_JAR = "freehold-app-shell.jar";

    /// The flags that decide whether a cache fits: those of a short command in `./freehold`.
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable");

    private final Path folder;

    private Distribution(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var distribution = new Distribution(Path.of(args[0]));
        // The stamp is of the build's start: what is edited while it runs is newer, and built next time.
        var started = FileTime.from(Instant.parse(args[1]));
        distribution.removeLeftOvers();
        distribution.renewOldClasses();
        distribution.train();
        var stamp = distribution.folder.resolve("built");
        Files.writeString(stamp, "");
        Files.setLastModifiedTime(stamp, started);
    }

    /// Removes the jars of earlier builds, which nobody starts: whoever looks for libraries with known faults
    /// would find them.
    private void removeLeftOvers() throws IOException {
        var used = new HashSet<String>();
        try (var main = new JarFile(folder.resolve("lib").resolve(MAIN_JAR).toFile())) {
            var path = main.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            used.addAll(List.of(path.split(" ")));
        }
        used.add(MAIN_JAR);
        try (var jars = Files.newDirectoryStream(folder.resolve("lib"))) {
            for (var jar : jars) {
                if (!used.contains(jar.getFileName().toString())) {
                    Files.delete(jar);
                }
            }
        }
    }

    /// Rewrites class files from before Java 6 (picocli's are of Java 5) to those of Java 8, with the stack
    /// maps that the newer verifier wants. The AOT cache holds no older ones, and reading them from the jar
    /// took 30 ms of each start.
    private void renewOldClasses() throws IOException {
        try (var jars = Files.newDirectoryStream(folder.resolve("lib"), "picocli-*.jar")) {
            for (var jar : jars) {
                var renewed = folder.resolve("renewed.jar");
                renew(jar, renewed);
                Files.setLastModifiedTime(renewed, Files.getLastModifiedTime(jar));
                Files.move(renewed, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void renew(Path from, Path to) throws IOException {
        try (var in = new JarFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            var classes = ClassFile.of(
                    ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption.of(
                            ClassHierarchyResolver.ofResourceParsing((ClassDesc wanted) -> open(in, wanted))
                                    .orElse(ClassHierarchyResolver.defaultResolver())));
            for (var entry : Collections.list(in.entries())) {
                byte[] bytes;
                try (var content = in.getInputStream(entry)) {
                    bytes = content.readAllBytes();
                }
                if (entry.getName().endsWith(".class")) {
                    bytes = renewed(classes, bytes);
                }
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static byte[] renewed(ClassFile classes, byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        if (model.majorVersion() >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        return classes.transformClass(model, (builder, element) -> {
            switch (element) {
                case ClassFileVersion _ -> builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                // Passing the code through the builder is what makes it compute the stack maps.
                case MethodModel method -> builder.transformMethod(method, MethodTransform.transformingCode(COPY));
                default -> builder.with(element);
            }
        });
    }

    /// Not [CodeTransform#ACCEPT_ALL]: that one is known, and the old code would be copied as it is.
    private static final CodeTransform COPY = (builder, element) -> builder.with(element);

    private static java.io.InputStream open(JarFile jar, ClassDesc wanted) {
        var descriptor = wanted.descriptorString();
        var entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the training commands once and lets the JVM keep what it loaded and linked for them.
    private void train() throws IOException, InterruptedException {
        var cache = folder.resolve("freehold.aot");
        // The old one is of other jars by now, and should the training fail it must not stay.
        Files.deleteIfExists(cache);
        var work = Files.createTempDirectory("freehold-training");
        var said = work.resolve("said");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-XX:AOTCacheOutput=" + cache);
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", folder.resolve("lib").resolve(MAIN_JAR).toString()));
        command.add("dev.freehold.app.shell.Training");
        var training = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // The home, the spec and the target of whoever builds are not for training: it deploys.
        training.environment().keySet().removeIf(name -> name.startsWith("FREEHOLD_"));
        var code = training.start().waitFor();
        if (code != 0) {
            System.err.println(Files.readString(said));
            System.err.println("The training run of the AOT cache failed with " + code + ".");
            System.exit(1);
        }
        delete(work);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (var files = Files.walk(folder)) {
            deepestFirst = files.sorted(Collections.reverseOrder()).toList();
        }
        for (var file : deepestFirst) {
            Files.delete(file);
        }
    }
}
