package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Channel;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What descriptions say of extents, order and scale. */
class CalibrationTest {

    private final Path file;

    CalibrationTest(@TempDir Path folder) {
        this.file = folder.resolve("image.tif");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"um", "micron", "microns", "µm", "\\u00B5m", "\\u00b5m", "\u03bcm", "\u00c2\u00b5m", "micrometer"
            })
    void knowsEverySpellingOfTheMicrometre(String unit) throws IOException {
        SmallTiff tiff = imageJ("unit=" + unit + "\nspacing=0.25\n");
        assertSpacing(tiff, 0.1, 0.25);
    }

    @Test
    void knowsTheMicrometreOfALatin1File() throws IOException {
        SmallTiff tiff = imageJ("");
        tiff.descriptionBytes =
                "ImageJ=1.44a\nimages=4\nslices=4\nunit=µm\nspacing=0.25\n".getBytes(StandardCharsets.ISO_8859_1);
        assertSpacing(tiff, 0.1, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"nm, 1e-3", "mm, 1e3", "cm, 1e4", "inch, 25400"})
    void convertsOtherLengths(String unit, double um) throws IOException {
        SmallTiff tiff = imageJ("unit=" + unit + "\nspacing=0.25\n");
        assertSpacing(tiff, 0.1 * um, 0.25 * um);
    }

    @Test
    void readsUnitsThatDifferByAxis() throws IOException {
        SmallTiff tiff = imageJ("unit=um\nyunit=um\nzunit=nm\nspacing=200\n");
        assertSpacing(tiff, 0.1, 0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel", "pixels", "furlong"})
    void takesNoScaleInUnitsThatAreNoLength(String unit) throws IOException {
        try (ImageStack stack = open(imageJ("unit=" + unit + "\nspacing=0.25\n"))) {
            assertThat(stack.metadata().spacing().pixelSizeX()).isEmpty();
            assertThat(stack.metadata().spacing().zStep()).isEmpty();
            assertThat(StackNote.LENGTH_UNIT_NOT_KNOWN.isIn(stack.metadata())).isEqualTo(unit.equals("furlong"));
        }
    }

    @Test
    void leavesAMissingStepMissingAndANegativeOneNegative() throws IOException {
        try (ImageStack stack = open(imageJ("unit=um\n"))) {
            assertThat(stack.metadata().spacing().zStep()).isEmpty();
        }
        try (ImageStack stack = open(imageJ("unit=um\nspacing=-0.2\n"))) {
            assertThat(um(stack.metadata().spacing().zStep())).isEqualTo(-0.2);
        }
    }

    @Test
    void believesResolutionTagsOnlyWhereTheyCanBeAMicroscope() throws IOException {
        SmallTiff camera = SmallTiff.ramp(4, 4, 2, PixelType.UINT8);
        camera.resolutionUnit = 3;
        camera.resolution = new long[] {100_000, 1}; // per centimetre: 0.1 µm
        try (ImageStack stack = open(camera)) {
            assertThat(um(stack.metadata().spacing().pixelSizeX())).isCloseTo(0.1, within(1e-12));
            assertThat(StackNote.AXIS_NOT_NAMED.isIn(stack.metadata())).isTrue();
        }
        SmallTiff screen = SmallTiff.ramp(4, 4, 1, PixelType.UINT8);
        screen.resolutionUnit = 2;
        screen.resolution = new long[] {72, 1};
        try (ImageStack stack = open(screen)) {
            assertThat(stack.metadata().spacing().pixelSizeX()).isEmpty();
            assertThat(StackNote.RESOLUTION_IGNORED.isIn(stack.metadata())).isTrue();
        }
    }

    @Test
    void readsAHyperstackInTheOrderOfImageJ() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 12, PixelType.UINT16);
        tiff.description = "ImageJ=1.54p\nimages=12\nchannels=2\nslices=3\nframes=2\nhyperstack=true\n";
        try (ImageStack stack = open(tiff)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(4, 3, 3, 2, 2));
            assertThat(planeNumber(stack, 1, 2, 1)).isEqualTo(11);
            assertThat(planeNumber(stack, 1, 0, 0)).isEqualTo(1);
            assertThat(planeNumber(stack, 0, 1, 0)).isEqualTo(2);
            assertThat(planeNumber(stack, 0, 0, 1)).isEqualTo(6);
        }
    }

    @Test
    void readsFramesOfOnePlaneAsAZSeries() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 6, PixelType.UINT8);
        tiff.description = "ImageJ=1.54p\nimages=6\nchannels=2\nframes=3\nhyperstack=true\nunit=um\nspacing=0.3\n";
        try (ImageStack stack = open(tiff)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(4, 3, 3, 2, 1));
            assertThat(StackNote.Z_WRITTEN_AS_T.isIn(stack.metadata())).isTrue();
            assertThat(planeNumber(stack, 1, 2, 0)).isEqualTo(5);
        }
    }

    @Test
    void refusesAStackThatLacksPlanes() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 5, PixelType.UINT8);
        tiff.description = "ImageJ=1.54p\nimages=6\nslices=6\n";
        Files.write(file, tiff.bytes());
        assertThatThrownBy(() -> new ImageFiles(List.of()).open(file))
                .hasMessageContaining("5 planes where the description promises 1 channels x 6 slices x 1 frames");
    }

    @ParameterizedTest
    @CsvSource({"XYCZT, 1, 2, 6", "XYZCT, 3, 1, 6", "XYTCZ, 2, 4, 1"})
    void readsEveryDimensionOrderOfOme(String order, int ofChannel1, int ofZ1, int ofTime1) throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 12, PixelType.UINT16);
        tiff.description = pixels(order, 3, 2, 2, "", "<TiffData/>");
        try (ImageStack stack = open(tiff)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(4, 3, 3, 2, 2));
            assertThat(planeNumber(stack, 1, 0, 0)).isEqualTo(ofChannel1);
            assertThat(planeNumber(stack, 0, 1, 0)).isEqualTo(ofZ1);
            assertThat(planeNumber(stack, 0, 0, 1)).isEqualTo(ofTime1);
        }
    }

    @Test
    void followsTiffDataThatNamesEachPlane() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 3, PixelType.UINT8);
        tiff.description = pixels(
                "XYZCT",
                3,
                1,
                1,
                "",
                "<TiffData IFD=\"2\" FirstZ=\"0\" PlaneCount=\"1\"/><TiffData IFD=\"0\" FirstZ=\"1\" PlaneCount=\"2\"/>");
        try (ImageStack stack = open(tiff)) {
            assertThat(planeNumber(stack, 0, 0, 0)).isEqualTo(2);
            assertThat(planeNumber(stack, 0, 1, 0)).isEqualTo(0);
            assertThat(planeNumber(stack, 0, 2, 0)).isEqualTo(1);
        }
    }

    @Test
    void refusesOmeXmlThatDoesNotFitItsFile() throws IOException {
        assertRefused(pixels("XYCZT", 9, 1, 1, "", "<TiffData/>"), "3 planes where the OME-XML promises");
        assertRefused(
                pixels("XYCZT", 3, 1, 1, "", "<TiffData IFD=\"1\" PlaneCount=\"3\"/>"), "gives no place to plane 3");
        assertRefused(pixels("XYCZT", 3, 1, 1, "", "<TiffData FirstZ=\"7\"/>"), "places a plane outside the stack");
        assertRefused(pixels("XYQZT", 3, 1, 1, "", "<TiffData/>"), "the dimension order XYQZT");
        assertRefused(pixels("XYCZT", 0, 1, 1, "", "<TiffData/>"), "OME-XML with SizeZ 0");
        assertRefused("<OME><Image><Pixels", "not well-formed");
        String twoFiles = "<TiffData IFD=\"0\"><UUID FileName=\"a.tif\">u</UUID></TiffData>"
                + "<TiffData IFD=\"0\" FirstZ=\"1\"><UUID FileName=\"b.tif\">v</UUID></TiffData>";
        assertRefused(pixels("XYCZT", 3, 1, 1, "", twoFiles), "spread over 2 files");
    }

    @Test
    void neverFollowsEntitiesOfADocument() throws IOException {
        String xml = "<!DOCTYPE OME [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>"
                + pixels("XYCZT", 3, 1, 1, "", "<Channel Name=\"&secret;\"/><TiffData/>");
        assertRefused(xml, "not well-formed");
    }

    @Test
    void readsTheWholeAcquisitionFromOmeXml() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 3, PixelType.UINT8);
        String instrument = "<Instrument ID=\"Instrument:0\"><Microscope Manufacturer=\"Maker\" Model=\"Stand 5\"/>"
                + "<Objective ID=\"Objective:0\" LensNA=\"0.8\" Immersion=\"Air\"/>"
                + "<Objective ID=\"Objective:1\" LensNA=\"1.4\" Immersion=\"Oil\"/></Instrument>";
        String inside = "<Channel ID=\"Channel:0:0\" Name=\"green\" ExcitationWavelength=\"0.488\""
                + " ExcitationWavelengthUnit=\"µm\" EmissionWavelength=\"520\" AcquisitionMode=\"SpinningDiskConfocal\"/>"
                + "<TiffData/>";
        String image = "<AcquisitionDate>2026-03-04T05:06:07</AcquisitionDate><InstrumentRef ID=\"Instrument:0\"/>"
                + "<ObjectiveSettings ID=\"Objective:1\" RefractiveIndex=\"1.515\"/>";
        tiff.description = pixels("XYCZT", 3, 1, 1, instrument, inside).replace("<Pixels", image + "<Pixels");
        try (ImageStack stack = open(tiff)) {
            ImageMetadata metadata = stack.metadata();
            assertThat(metadata.optics())
                    .isEqualTo(new ImageMetadata.Optics(Optional.of(1.4), Optional.of("Oil"), Optional.of(1.515)));
            assertThat(metadata.channels())
                    .containsExactly(new Channel(
                            Optional.of("green"),
                            Optional.of(new Quantity(0.488, Unit.MICROMETRE)),
                            Optional.of(new Quantity(520, Unit.NANOMETRE)),
                            Optional.empty(),
                            Optional.of("SpinningDiskConfocal")));
            assertThat(metadata.acquisition().acquiredAt()).hasValue(Instant.parse("2026-03-04T05:06:07Z"));
            assertThat(metadata.acquisition().instrument()).hasValue("Maker Stand 5");
            assertThat(um(metadata.spacing().pixelSizeX())).isCloseTo(0.065, within(1e-12));
            assertThat(um(metadata.spacing().zStep())).isEqualTo(0.2);
        }
    }

    private void assertRefused(String xml, String found) throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 3, PixelType.UINT8);
        tiff.description = xml;
        Files.write(file, tiff.bytes());
        assertThatThrownBy(() -> new ImageFiles(List.of()).open(file))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(found);
    }

    private static String pixels(String order, int z, int c, int t, String before, String inside) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"x\">" + before + "<Image ID=\"Image:0\"><Pixels"
                + " DimensionOrder=\"" + order + "\" SizeX=\"4\" SizeY=\"3\" SizeZ=\"" + z + "\" SizeC=\"" + c
                + "\" SizeT=\"" + t + "\" PhysicalSizeX=\"65\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.065\""
                + " PhysicalSizeZ=\"0.2\" Type=\"uint8\">" + inside + "</Pixels></Image></OME>";
    }

    private static SmallTiff imageJ(String lines) {
        SmallTiff tiff = SmallTiff.ramp(4, 3, 4, PixelType.UINT8);
        tiff.resolution = new long[] {10, 1};
        tiff.description = "ImageJ=1.54p\nimages=4\nslices=4\n" + lines + "loop=false\n";
        return tiff;
    }

    private void assertSpacing(SmallTiff tiff, double xyUm, double zUm) throws IOException {
        try (ImageStack stack = open(tiff)) {
            assertThat(um(stack.metadata().spacing().pixelSizeX())).isCloseTo(xyUm, within(1e-9 * xyUm));
            assertThat(um(stack.metadata().spacing().pixelSizeY())).isCloseTo(xyUm, within(1e-9 * xyUm));
            assertThat(um(stack.metadata().spacing().zStep())).isCloseTo(zUm, within(1e-9 * zUm));
        }
    }

    private ImageStack open(SmallTiff tiff) throws IOException {
        Files.write(file, tiff.bytes());
        return new ImageFiles(List.of()).open(file);
    }

    /** The number that {@link SmallTiff#rampValue} wrote into the first pixel. */
    private static int planeNumber(ImageStack stack, int channel, int z, int time) {
        float[] plane = new float[stack.shape().planeSize()];
        Planes.read(stack, channel, z, time, plane);
        return Math.round(plane[0] / 31);
    }

    private static double um(Optional<Quantity> length) {
        return length.orElseThrow().valueIn(Unit.MICROMETRE);
    }
}
