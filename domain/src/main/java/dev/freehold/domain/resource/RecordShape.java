package dev.freehold.domain.resource;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a record is made of its settings. Asked of the class once: reading states does it for every node.
record RecordShape(Constructor<?> canonical, List<String> names, List<Type> types, List<Boolean> nullable) {
    private static final ClassValue<RecordShape> OF = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return read(type);
        }
    };

    static RecordShape of(Class<?> type) {
        return OF.get(type);
    }

    private static RecordShape read(Class<?> type) {
        var components = type.getRecordComponents();
        var parameters = new Class<?>[components.length];
        var names = new ArrayList<String>();
        var types = new ArrayList<Type>();
        var nullable = new ArrayList<Boolean>();
        for (int i = 0; i < components.length; i++) {
            parameters[i] = components[i].getType();
            names.add(components[i].getName());
            types.add(components[i].getGenericType());
            nullable.add(components[i].getAnnotatedType().isAnnotationPresent(Nullable.class));
        }
        try {
            return new RecordShape(
                    type.getConstructor(parameters), List.copyOf(names), List.copyOf(types), List.copyOf(nullable));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no public canonical constructor", impossible);
        }
    }
}
