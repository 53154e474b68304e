package dev.freehold.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A switch over an enum or a sealed type of ours has a case for each, and so the compiler names it where one is
/// added. What has no `default` ends, in a class file, in a `MatchException`.
final class NamesEveryCase extends ArchCondition<JavaClass> {
    private static final String OURS = "dev.freehold.";

    NamesEveryCase() {
        super("name every case");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var source = type.getSource().orElseThrow();
        for (var method : read(source.getUri()).methods()) {
            for (var over : leftToDefault(method)) {
                events.add(SimpleConditionEvent.violated(
                        type,
                        type.getName() + '.' + method.methodName().stringValue() + " leaves cases of " + over
                                + " to default"));
            }
        }
    }

    private static ClassModel read(URI file) {
        try (var bytes = file.toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> leftToDefault(MethodModel method) {
        var found = new HashSet<String>();
        var code = method.code().map(body -> body.elementList()).orElse(List.of());
        var over = Optional.<Selector>empty();
        for (var element : code) {
            var cases = cases(element);
            if (cases.isPresent()) {
                var named = cases.get();
                over.filter(selector -> selector.count() > named.count() && !throwsByItself(code, named.others()))
                        .ifPresent(selector -> found.add(selector.name()));
            }
            over = over(element, over);
        }
        return found;
    }

    /// What a switch right after `element` is over.
    private static Optional<Selector> over(CodeElement element, Optional<Selector> before) {
        return switch (element) {
            case InvokeDynamicInstruction call when call.name().equalsString("typeSwitch") -> sealed(call);
            case InvokeDynamicInstruction call when call.name().equalsString("enumSwitch") -> constants(call);
            case InvokeInstruction call
            when call.name().equalsString("ordinal") -> counted(call.owner().asSymbol());
            // The compiler maps ordinals to its own numbers of the cases.
            case ArrayLoadInstruction _ -> before;
            case Instruction _ -> Optional.empty();
            default -> before;
        };
    }

    /// What is switched over, and how many cases there are to name: too many to count for sealed types.
    private record Selector(String name, int count) {}

    private record Cases(int count, Label others) {}

    private static Optional<Cases> cases(CodeElement element) {
        return switch (element) {
            // Cases are numbered without a gap. One that does nothing goes where `default` goes.
            case TableSwitchInstruction table ->
                Optional.of(new Cases(table.highValue() - table.lowValue() + 1, table.defaultTarget()));
            case LookupSwitchInstruction lookup ->
                Optional.of(new Cases(lookup.cases().size(), lookup.defaultTarget()));
            default -> Optional.empty();
        };
    }

    private static boolean throwsByItself(List<CodeElement> code, Label others) {
        boolean reached = false;
        for (var element : code) {
            if (element instanceof LabelTarget target && target.label().equals(others)) {
                reached = true;
            } else if (reached && element instanceof Instruction first) {
                return first instanceof NewObjectInstruction made
                        && made.className().asInternalName().equals("java/lang/MatchException");
            }
        }
        return false;
    }

    /// The sealed type of ours that all cases belong to.
    private static Optional<Selector> sealed(InvokeDynamicInstruction call) {
        Set<Class<?>> common = null;
        for (var label : call.bootstrapArgs()) {
            var types = label instanceof ClassDesc desc ? sealedAbove(type(desc)) : Set.<Class<?>>of();
            if (common == null) {
                common = new HashSet<>(types);
            } else {
                common.retainAll(types);
            }
        }
        return common == null
                ? Optional.empty()
                : common.stream()
                        .map(Class::getName)
                        .sorted()
                        .findFirst()
                        .map(name -> new Selector(name, Integer.MAX_VALUE));
    }

    private static Set<Class<?>> sealedAbove(Class<?> type) {
        var found = new HashSet<Class<?>>();
        if (type.isSealed() && type.getName().startsWith(OURS)) {
            found.add(type);
        }
        for (var above : type.getInterfaces()) {
            found.addAll(sealedAbove(above));
        }
        if (type.getSuperclass() != null) {
            found.addAll(sealedAbove(type.getSuperclass()));
        }
        return found;
    }

    private static Optional<Selector> constants(InvokeDynamicInstruction call) {
        return counted(call.typeSymbol().parameterType(0));
    }

    private static Optional<Selector> counted(ClassDesc desc) {
        if (!desc.descriptorString().startsWith("L" + OURS.replace('.', '/'))) {
            return Optional.empty();
        }
        var type = type(desc);
        return type.isEnum()
                ? Optional.of(new Selector(type.getName(), type.getEnumConstants().length))
                : Optional.empty();
    }

    private static Class<?> type(ConstantDesc desc) {
        var descriptor = ((ClassDesc) desc).descriptorString();
        try {
            return Class.forName(
                    descriptor.substring(1, descriptor.length() - 1).replace('/', '.'),
                    false,
                    NamesEveryCase.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
