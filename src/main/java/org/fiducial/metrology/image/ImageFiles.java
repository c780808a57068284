package org.fiducial.metrology.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The way into the package: opens any image file the project can read. */
public final class ImageFiles {

    private static final String EXPECTED = "an image stack (TIFF, OME-TIFF, ImageJ TIFF or OME-Zarr)";

    private final List<ImageFormat> plugins;

    /**
     * Creates the door.
     *
     * @param plugins formats beyond the built-in ones, asked in this order for files that are no TIFF and no Zarr
     */
    public ImageFiles(List<ImageFormat> plugins) {
        this.plugins = List.copyOf(plugins);
    }

    /**
     * Opens a stack; the pixels are read later, plane by plane.
     *
     * @throws UnreadableImageException with one sentence if the file is missing, no image, cut off, damaged or of a kind
     *     that needs a plug-in
     */
    public ImageStack open(Path file) {
        if (!Files.exists(file)) {
            throw Refusal.of(file).because(EXPECTED, "no such file", "check the path");
        }
        byte[] head = Files.isDirectory(file) ? new byte[0] : head(file);
        if (TiffFormat.looksLike(head)) {
            return TiffFormat.open(file);
        }
        for (ImageFormat plugin : plugins) {
            if (plugin.reads(file)) {
                return plugin.open(file);
            }
        }
        String found =
                Files.isDirectory(file) ? "a folder" : head.length == 0 ? "an empty file" : "another kind of file";
        throw Refusal.of(file).because(EXPECTED, found, "export the stack as an ImageJ TIFF or OME-TIFF");
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(16);
        } catch (IOException e) {
            throw Refusal.of(file).because(EXPECTED, "a file that cannot be read", "check its permissions", e);
        }
    }
}
