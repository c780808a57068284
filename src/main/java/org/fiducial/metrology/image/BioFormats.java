package org.fiducial.metrology.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.image.ImageMetadata.Spacing;

/**
 * Reads makers' formats through Bio-Formats, if the user put it into the plug-in folder. Bio-Formats is GPL: the program
 * neither contains it nor is compiled against it, and calls it by name only.
 */
final class BioFormats implements ImageFormat {

    private static final String READER = "loci.formats.ImageReader";
    private static final String METADATA = "loci.formats.MetadataTools";
    private static final String STORE = "loci.formats.meta.MetadataStore";

    /** Pixel types by the numbers that Bio-Formats gives them; empty where the project has no such type. */
    private static final List<Optional<PixelType>> TYPES = List.of(
            Optional.empty(),
            Optional.of(PixelType.UINT8),
            Optional.of(PixelType.INT16),
            Optional.of(PixelType.UINT16),
            Optional.of(PixelType.INT32),
            Optional.of(PixelType.UINT32),
            Optional.of(PixelType.FLOAT32),
            Optional.of(PixelType.FLOAT64));

    private final ClassLoader loader;

    private BioFormats(ClassLoader loader) {
        this.loader = loader;
    }

    /** Bio-Formats in the class loader of the plug-ins, if it is there. */
    static Optional<ImageFormat> in(ClassLoader loader) {
        try {
            loader.loadClass(READER);
            return Optional.of(new BioFormats(loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean reads(Path file) {
        if (VendorFormat.of(file).isPresent()) {
            return true;
        }
        try {
            Reflected reader = Reflected.create(loader, READER);
            Class<?>[] types = {String.class, boolean.class};
            return (Boolean) reader.call("isThisType", types, file.toString(), false);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public ImageStack open(Path file) {
        try {
            Reflected reader = Reflected.create(loader, READER);
            try {
                return open(file, reader);
            } catch (IOException | RuntimeException e) {
                reader.call("close");
                throw e;
            }
        } catch (IOException e) {
            throw Refusal.of(file)
                    .because(
                            "a file that Bio-Formats reads",
                            String.valueOf(e.getMessage()),
                            "export the stack as OME-TIFF with the program of the microscope",
                            e);
        }
    }

    private ImageStack open(Path file, Reflected reader) throws IOException {
        Reflected store = Reflected.create(loader, METADATA, "createOMEXMLMetadata");
        Class<?> storeType;
        try {
            storeType = loader.loadClass(STORE);
        } catch (ClassNotFoundException e) {
            throw new IOException("a version of the plug-in that lacks " + STORE, e);
        }
        reader.call("setMetadataStore", new Class<?>[] {storeType}, store.target());
        reader.call("setId", new Class<?>[] {String.class}, file.toString());
        if (reader.flag("isRGB")) {
            throw new IOException("a colour picture");
        }
        int number = reader.number("getPixelType");
        PixelType type = Optional.of(number)
                .filter(each -> each >= 0 && each < TYPES.size())
                .flatMap(TYPES::get)
                .orElseThrow(() -> new IOException("pixel type number " + number));
        StackShape shape = new StackShape(
                reader.number("getSizeX"),
                reader.number("getSizeY"),
                reader.number("getSizeZ"),
                reader.number("getSizeC"),
                reader.number("getSizeT"));
        String xml = String.valueOf(store.call("dumpXML"));
        String format = reader.call("getFormat") + " through Bio-Formats";
        ImageMetadata metadata =
                OmeXml.describes(xml) ? OmeXml.read(xml, format).metadata() : unknown(format);
        StackLayout layout = new StackLayout(shape, planes(reader, shape), metadata);
        if (reader.number("getSeriesCount") > 1) {
            layout = layout.with(StackNote.FIRST_OF_SEVERAL_IMAGES);
        }
        return new FileStack(file, layout.withTimeReadAsDepth(), type, new Planes(reader, type));
    }

    private static int[] planes(Reflected reader, StackShape shape) throws IOException {
        Class<?>[] types = {int.class, int.class, int.class};
        int[] planeOf = new int[shape.channels() * shape.depth() * shape.times()];
        int at = 0;
        for (int t = 0; t < shape.times(); t++) {
            for (int z = 0; z < shape.depth(); z++) {
                for (int c = 0; c < shape.channels(); c++) {
                    planeOf[at++] = (Integer) reader.call("getIndex", types, z, c, t);
                }
            }
        }
        return planeOf;
    }

    private static ImageMetadata unknown(String format) {
        return new ImageMetadata(
                new Spacing(Optional.empty(), Optional.empty(), Optional.empty()),
                new Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new Acquisition(format, Optional.empty(), Optional.empty(), List.of()));
    }

    /** Planes as Bio-Formats hands them out. */
    private static final class Planes implements PlaneSource {

        private final Reflected reader;
        private final ByteOrder order;
        private final SampleDecoder decoder;
        private final PixelType type;

        Planes(Reflected reader, PixelType type) throws IOException {
            this.reader = reader;
            this.order = reader.flag("isLittleEndian") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            this.decoder = new SampleDecoder(type);
            this.type = type;
        }

        @Override
        public void read(int page, PixelPlane target) throws IOException {
            byte[] bytes = (byte[]) reader.call("openBytes", new Class<?>[] {int.class}, page);
            int samples = bytes.length / type.bytes();
            if (samples > target.size()) {
                throw new IOException("a plane of " + samples + " pixels");
            }
            decoder.decode(ByteBuffer.wrap(bytes).order(order), samples, target, 0);
        }

        @Override
        public void close() throws IOException {
            reader.call("close");
        }
    }
}
