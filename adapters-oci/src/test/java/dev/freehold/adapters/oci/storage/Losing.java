package dev.freehold.adapters.oci.storage;

import dev.freehold.ports.driver.Silent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// A connection that is lost after each request of one sort, before its answer.
final class Losing {
    private Losing() {}

    /// @param request the method of [ObjectStorage] whose answers don't arrive
    static ObjectStorage answersOf(String request, ObjectStorage storage) {
        return (ObjectStorage) Proxy.newProxyInstance(
                ObjectStorage.class.getClassLoader(), new Class<?>[] {ObjectStorage.class}, (_, method, values) -> {
                    try {
                        var answer = method.invoke(storage, values);
                        if (method.getName().equals(request)) {
                            throw new Silent(request + ": no answer");
                        }
                        return answer;
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                });
    }
}
