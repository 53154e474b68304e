package dev.freehold.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/// What the compiler reads in sources, before it knows what anything means.
final class SourceTree extends TreeScanner<Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Method> methods = new ArrayList<>();
    private final List<Values> records = new ArrayList<>();

    /// A method or a constructor.
    ///
    /// @param name its class's and its own
    /// @param lines of the source, from its first annotation to its last brace
    record Method(String name, long lines) {}

    /// A record and how many values it is made of.
    record Values(String name, long values) {}

    private SourceTree(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static Stream<Method> methods(Collection<Path> sources) {
        return read(sources).stream().flatMap(file -> file.methods.stream());
    }

    static Stream<Values> records(Collection<Path> sources) {
        return read(sources).stream().flatMap(file -> file.records.stream());
    }

    private static List<SourceTree> read(Collection<Path> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var positions = Trees.instance(task).getSourcePositions();
            var read = new ArrayList<SourceTree>();
            for (var unit : task.parse()) {
                var tree = new SourceTree(unit, positions);
                tree.scan(unit, "");
                read.add(tree);
            }
            return read;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Void visitClass(ClassTree type, String owner) {
        var name = type.getSimpleName().toString();
        if (type.getKind() == Tree.Kind.RECORD) {
            var values = type.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .count();
            records.add(new Values(name, values));
        }
        return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String owner) {
        var lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        // What the compiler adds by itself has no end.
        long end = positions.getEndPosition(unit, method);
        methods.add(new Method(owner + '.' + method.getName(), end < 0 ? 0 : lines.getLineNumber(end) - first + 1));
        return super.visitMethod(method, owner);
    }
}
