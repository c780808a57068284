package org.fiducial.metrology.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A folder into which the user puts jars that read further image formats.
 *
 * <p>All jars of the folder share one class loader that sees the Java platform and this package, and nothing else of the
 * program; the program sees nothing of them. Formats are found in two ways: implementations of {@link ImageFormat}
 * registered as a service, and Bio-Formats ({@code bioformats_package.jar}), which needs no adapter of its own because it
 * is driven by name.
 */
public final class PluginFolder implements Closeable {

    private final Path folder;
    private final URLClassLoader loader;
    private final List<ImageFormat> formats;

    private PluginFolder(Path folder, URLClassLoader loader, List<ImageFormat> formats) {
        this.folder = folder;
        this.loader = loader;
        this.formats = List.copyOf(formats);
    }

    /** Looks into the folder; a folder that does not exist holds no plug-in. */
    public static PluginFolder scan(Path folder) {
        URLClassLoader loader = new URLClassLoader("plugins", jars(folder), new Window());
        List<ImageFormat> formats = new ArrayList<>();
        ServiceLoader.load(ImageFormat.class, loader).forEach(formats::add);
        BioFormats.in(loader).ifPresent(formats::add);
        return new PluginFolder(folder, loader, formats);
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(PluginFolder::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the user puts jars. */
    public Path folder() {
        return folder;
    }

    /** The formats found, in a fixed order. */
    public List<ImageFormat> formats() {
        return formats;
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shows plug-ins the Java platform and the types they must implement. */
    private static final class Window extends ClassLoader {

        private static final List<String> SHOWN =
                List.of("org.fiducial.metrology.image.", "org.fiducial.metrology.quantity.", "org.jspecify.");

        private final ClassLoader program = PluginFolder.class.getClassLoader();

        Window() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (SHOWN.stream().anyMatch(name::startsWith)) {
                return program.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
