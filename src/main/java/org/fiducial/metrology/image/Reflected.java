package org.fiducial.metrology.image;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/** An object of a class that is not known to the compiler; its methods are called by name. */
final class Reflected {

    private final Object target;

    Reflected(Object target) {
        this.target = target;
    }

    Object target() {
        return target;
    }

    static Reflected create(ClassLoader loader, String type) throws IOException {
        return guarded(
                loader,
                () -> new Reflected(loader.loadClass(type).getConstructor().newInstance()));
    }

    static Reflected create(ClassLoader loader, String type, String factoryMethod) throws IOException {
        return guarded(
                loader,
                () -> new Reflected(
                        loader.loadClass(type).getMethod(factoryMethod).invoke(null)));
    }

    int number(String method) throws IOException {
        return (Integer) call(method);
    }

    boolean flag(String method) throws IOException {
        return (Boolean) call(method);
    }

    Object call(String method) throws IOException {
        return call(method, new Class<?>[0]);
    }

    Object call(String method, Class<?>[] types, Object... arguments) throws IOException {
        ClassLoader loader = target.getClass().getClassLoader();
        return guarded(loader, () -> target.getClass().getMethod(method, types).invoke(target, arguments));
    }

    /** Calls into the plug-in with its own class loader as the thread's, as libraries that look for services expect. */
    private static <T> T guarded(ClassLoader loader, Call<T> call) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IOException("a version of the plug-in that lacks " + e.getMessage(), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Call<T> {
        T run() throws ReflectiveOperationException;
    }
}
