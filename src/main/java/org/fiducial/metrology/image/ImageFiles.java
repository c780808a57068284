package org.fiducial.metrology.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** The way into the package: opens any image file the project can read. */
public final class ImageFiles {

    private static final String EXPECTED = "an image stack (TIFF, OME-TIFF, ImageJ TIFF or OME-Zarr)";

    private final List<ImageFormat> plugins;
    private final String pluginFolder;

    /**
     * Creates the door with formats beyond the built-in ones.
     *
     * @param plugins asked in this order for makers' formats and for files that are no TIFF and no Zarr
     */
    public ImageFiles(List<ImageFormat> plugins) {
        this(plugins, "the plugins folder");
    }

    /** Creates the door with what the user put into a folder. */
    public ImageFiles(PluginFolder plugins) {
        this(plugins.formats(), "the folder " + plugins.folder());
    }

    private ImageFiles(List<ImageFormat> plugins, String pluginFolder) {
        this.plugins = List.copyOf(plugins);
        this.pluginFolder = pluginFolder;
    }

    /**
     * Opens a stack; the pixels are read later, plane by plane.
     *
     * @param file a file, or the folder of an OME-Zarr image
     * @throws UnreadableImageException with one sentence if the file is missing, no image, cut off, damaged or of a kind
     *     that needs a plug-in
     */
    public ImageStack open(Path file) {
        boolean folder = isFolder(file);
        if (folder && ZarrFormat.looksLike(file)) {
            return ZarrFormat.open(file);
        }
        // Some makers' formats are TIFF files inside that only their own reader understands: the name decides first.
        Optional<String> vendor = VendorFormat.of(file);
        byte[] head = folder ? new byte[0] : head(file);
        if (vendor.isEmpty() && TiffFormat.looksLike(head)) {
            return TiffFormat.open(file);
        }
        for (ImageFormat plugin : plugins) {
            if (plugin.reads(file)) {
                return plugin.open(file);
            }
        }
        if (vendor.isPresent()) {
            throw Refusal.of(file)
                    .because(
                            EXPECTED,
                            vendor.get() + ", which needs the Bio-Formats plug-in",
                            "put bioformats_package.jar into " + pluginFolder
                                    + " and start again, or export the stack as OME-TIFF");
        }
        throw Refusal.of(file).because(EXPECTED, kind(folder, head), "export the stack as an ImageJ TIFF or OME-TIFF");
    }

    private static boolean isFolder(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isDirectory();
        } catch (IOException e) {
            throw Refusal.of(file).because(EXPECTED, "no such file", "check the path", e);
        }
    }

    private static String kind(boolean folder, byte[] head) {
        if (folder) {
            return "a folder that is no OME-Zarr image";
        }
        if (head.length == 0) {
            return "an empty file";
        }
        boolean png = head.length > 3 && head[1] == 'P' && head[2] == 'N' && head[3] == 'G';
        boolean jpeg = head.length > 1 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8;
        return png || jpeg ? "a picture made for the screen (" + (png ? "PNG" : "JPEG") + ")" : "another kind of file";
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        } catch (IOException e) {
            throw Refusal.of(file).because(EXPECTED, "a file that cannot be read", "check its permissions", e);
        }
    }
}
