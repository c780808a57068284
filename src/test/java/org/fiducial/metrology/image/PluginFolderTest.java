package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plug-in mechanism, proved with a stub of Bio-Formats that is compiled and packed here. */
class PluginFolderTest {

    private static final String STORE =
            """
            package loci.formats.meta;
            public interface MetadataStore {}
            """;

    private static final String METADATA =
            """
            package loci.formats;
            public class MetadataTools {
                public static Store createOMEXMLMetadata() { return new Store(); }
                public static class Store implements loci.formats.meta.MetadataStore {
                    public String dumpXML() {
                        return "<OME><Image><Pixels DimensionOrder='XYCZT' SizeX='3' SizeY='2' SizeZ='1' SizeC='2'"
                            + " SizeT='4' PhysicalSizeX='0.05'><Channel Name='green'/></Pixels></Image></OME>";
                    }
                }
            }
            """;

    private static final String READER =
            """
            package loci.formats;
            public class ImageReader {
                private String id = "";
                public boolean isThisType(String name, boolean open) { return name.endsWith(".rare"); }
                public void setMetadataStore(loci.formats.meta.MetadataStore store) {}
                public void setId(String id) throws java.io.IOException {
                    if (java.nio.file.Files.size(java.nio.file.Path.of(id)) == 0) {
                        throw new java.io.IOException("a file without content");
                    }
                    if (Thread.currentThread().getContextClassLoader() != getClass().getClassLoader()) {
                        throw new java.io.IOException("the class loader of the program");
                    }
                    this.id = id;
                }
                public int getSizeX() { return 3; }
                public int getSizeY() { return 2; }
                public int getSizeZ() { return 1; }
                public int getSizeC() { return 2; }
                public int getSizeT() { return 4; }
                public int getPixelType() { return 3; }
                public int getSeriesCount() { return 2; }
                public boolean isRGB() { return false; }
                public boolean isLittleEndian() { return false; }
                public String getFormat() { return "Zeiss CZI"; }
                public int getIndex(int z, int c, int t) { return 10 * c + t; }
                public byte[] openBytes(int no) {
                    byte[] plane = new byte[12];
                    for (int i = 0; i < 6; i++) {
                        plane[2 * i] = 1;
                        plane[2 * i + 1] = (byte) (10 * no + i);
                    }
                    return plane;
                }
                public void close() {}
            }
            """;

    private static final String SERVICE =
            """
            package example;
            import java.nio.file.Path;
            import org.fiducial.metrology.image.ImageFormat;
            import org.fiducial.metrology.image.ImageStack;
            import org.fiducial.metrology.image.UnreadableImageException;
            public class ExampleFormat implements ImageFormat {
                public boolean reads(Path file) { return file.toString().endsWith(".example"); }
                public ImageStack open(Path file) { throw new UnreadableImageException("read by the example"); }
            }
            """;

    private static final String USUAL = "usual";
    private static final String OTHER = "other";

    private static Path compiled = Path.of("");

    private final Path folder;
    private final Path plugins;

    PluginFolderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.plugins = Files.createDirectory(folder.resolve("plugins"));
    }

    @Test
    void readsAMakersFileThroughBioFormats() throws IOException {
        packBioFormats(USUAL);
        Path czi = Files.writeString(folder.resolve("sample.czi"), "anything");
        try (PluginFolder found = PluginFolder.scan(plugins);
                ImageStack stack = new ImageFiles(found).open(czi)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(3, 2, 4, 2, 1));
            assertThat(stack.pixelType()).isEqualTo(PixelType.UINT16);
            assertThat(stack.metadata().acquisition().format()).isEqualTo("Zeiss CZI through Bio-Formats");
            assertThat(stack.metadata().spacing().pixelSizeX()).hasValue(new Quantity(0.05, Unit.MICROMETRE));
            assertThat(StackNote.Z_WRITTEN_AS_T.isIn(stack.metadata())).isTrue();
            assertThat(StackNote.FIRST_OF_SEVERAL_IMAGES.isIn(stack.metadata())).isTrue();
            float[] plane = new float[6];
            Planes.read(stack, 1, 2, 0, plane);
            assertThat(plane).containsExactly(376, 377, 378, 379, 380, 381); // big-endian 1 and 10 * 12
        }
    }

    @Test
    void keepsPluginsAndProgramApart() throws IOException {
        packBioFormats(USUAL);
        try (PluginFolder found = PluginFolder.scan(plugins)) {
            assertThat(found.formats()).hasSize(1);
            assertThatThrownBy(() -> Class.forName("loci.formats.ImageReader"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void findsFormatsRegisteredAsAService() throws IOException {
        pack(
                plugins.resolve("example.jar"),
                compiled.resolve(USUAL),
                "example",
                Map.of("META-INF/services/" + ImageFormat.class.getName(), "example.ExampleFormat"));
        Path file = Files.writeString(folder.resolve("one.example"), "anything");
        try (PluginFolder found = PluginFolder.scan(plugins)) {
            assertThatThrownBy(() -> new ImageFiles(found).open(file)).hasMessage("read by the example");
        }
    }

    @Test
    void tellsTheUserWhatToDoWithoutThePlugin() throws IOException {
        try (PluginFolder none = PluginFolder.scan(folder.resolve("absent"))) {
            for (String extension : List.of("czi", "nd2", "lif", "oib", "oif", "vsi", "ims", "CZI")) {
                Path file = Files.writeString(folder.resolve("bead." + extension), "anything");
                assertThatThrownBy(() -> new ImageFiles(none).open(file))
                        .isInstanceOf(UnreadableImageException.class)
                        .hasMessageContaining("which needs the Bio-Formats plug-in; put bioformats_package.jar into the"
                                + " folder " + folder.resolve("absent") + " and start again");
            }
            // LSM is TIFF inside, but only its own reader understands it.
            Path lsm = Files.write(
                    folder.resolve("bead.lsm"),
                    SmallTiff.ramp(4, 4, 1, PixelType.UINT8).bytes());
            assertThatThrownBy(() -> new ImageFiles(none).open(lsm)).hasMessageContaining("a Zeiss LSM file");
        }
    }

    @Test
    void turnsFailuresOfThePluginIntoOneSentence() throws IOException {
        packBioFormats(USUAL);
        Path empty = Files.createFile(folder.resolve("empty.nd2"));
        try (PluginFolder found = PluginFolder.scan(plugins)) {
            assertThatThrownBy(() -> new ImageFiles(found).open(empty))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageStartingWith("empty.nd2: expected a file that Bio-Formats reads, found ")
                    .hasMessageContaining("a file without content");
        }
    }

    @Test
    void survivesAVersionWhoseMethodsAreOthers() throws IOException {
        packBioFormats(OTHER);
        Path czi = Files.writeString(folder.resolve("sample.czi"), "anything");
        try (PluginFolder found = PluginFolder.scan(plugins)) {
            assertThatThrownBy(() -> new ImageFiles(found).open(czi))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageContaining("a version of the plug-in that lacks");
        }
    }

    private void packBioFormats(String version) throws IOException {
        pack(plugins.resolve("bioformats_package.jar"), compiled.resolve(version), "loci", Map.of());
    }

    @BeforeAll
    static void compileStubs(@TempDir Path classes) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put("loci.formats.meta.MetadataStore", STORE);
        sources.put("loci.formats.MetadataTools", METADATA);
        sources.put("loci.formats.ImageReader", READER);
        sources.put("example.ExampleFormat", SERVICE);
        compile(sources, classes.resolve(USUAL));
        String other = "package loci.formats; public class ImageReader { public void close() {} }";
        compile(Map.of("loci.formats.ImageReader", other), classes.resolve(OTHER));
        compiled = classes;
    }

    private static void compile(Map<String, String> sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostic -> {}, null, StandardCharsets.UTF_8)) {
            Path own = Path.of(URI.create(ImageFormat.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toString()));
            List<String> options = List.of("-proc:none", "-d", classes.toString(), "-cp", own.toString());
            boolean done = compiler.getTask(null, files, diagnostic -> {}, options, null, units)
                    .call();
            assertThat(done).isTrue();
        }
    }

    private static void pack(Path jar, Path classes, String folder, Map<String, String> texts) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream jarOut = new JarOutputStream(out);
                Stream<Path> entries = Files.walk(classes.resolve(folder))) {
            for (Path entry : entries.filter(Files::isRegularFile).toList()) {
                jarOut.putNextEntry(
                        new JarEntry(classes.relativize(entry).toString().replace('\\', '/')));
                jarOut.write(Files.readAllBytes(entry));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                jarOut.putNextEntry(new JarEntry(text.getKey()));
                jarOut.write(text.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** A source text in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
