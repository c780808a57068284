package org.fiducial.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Value;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcquiredImageFileTest {

    private static final String OME =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">
              <Instrument ID="Instrument:0">
                <Microscope Manufacturer="Zeiss" Model="LSM 980" SerialNumber="4711"/>
                <Laser ID="LightSource:0" Manufacturer="Coherent" Model="OBIS" Wavelength="488" WavelengthUnit="nm"/>
                <Laser ID="LightSource:1" Model="unused" Wavelength="640"/>
                <Detector ID="Detector:0" Manufacturer="Zeiss" Model="GaAsP" Type="PMT"/>
                <Objective ID="Objective:0" Manufacturer="Zeiss" Model="Plan-Apochromat" LensNA="1.3" NominalMagnification="63.0" Immersion="Oil"/>
                <Filter ID="Filter:0" Model="BP"><TransmittanceRange CutIn="500" CutOut="550"/></Filter>
              </Instrument>
              <Image ID="Image:0" Name="one">
                <AcquisitionDate>2026-03-12T14:05:00</AcquisitionDate>
                <ObjectiveSettings ID="Objective:0" RefractiveIndex="1.518"/>
                <Pixels ID="Pixels:0" Type="uint16" SizeX="1024" SizeY="512" SizeZ="30" SizeC="1" SizeT="1"
                    PhysicalSizeX="0.0650000001" PhysicalSizeY="0.0650000001" PhysicalSizeZ="200" PhysicalSizeZUnit="nm">
                  <Channel ID="Channel:0:0" Name="GFP" AcquisitionMode="LaserScanningConfocalMicroscopy" ExcitationWavelength="488" EmissionWavelength="525.0" PinholeSize="48.5">
                    <LightSourceSettings ID="LightSource:0" Attenuation="0.2"/>
                    <DetectorSettings ID="Detector:0" Gain="650" Binning="2x2"/>
                    <LightPath><EmissionFilterRef ID="Filter:0"/></LightPath>
                  </Channel>
                  <Plane TheC="0" TheZ="0" TheT="0" ExposureTime="99.5" ExposureTimeUnit="ms"/>
                  <Plane TheC="0" TheZ="1" TheT="0" ExposureTime="100" ExposureTimeUnit="ms"/>
                </Pixels>
              </Image>
              <Image ID="Image:1"><Pixels PhysicalSizeX="9"/></Image>
            </OME>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A TIFF of one pixel with a description. */
    private static byte[] tiff(String description, int claimed) {
        byte[] text = description.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        bytes.putShort((short) 3);
        bytes.putShort((short) 256).putShort((short) 4).putInt(1).putInt(1);
        bytes.putShort((short) 257).putShort((short) 4).putInt(1).putInt(1);
        bytes.putShort((short) 270).putShort((short) 2).putInt(claimed).putInt(50);
        bytes.putInt(0);
        return bytes.put(text).array();
    }

    @Test
    void readsWhatAnImageSaysOfItsAcquisition() throws IOException {
        for (Path each : new Path[] {
            file("a.ome.xml", OME), file("a.ome.tif", tiff(OME, OME.getBytes(StandardCharsets.UTF_8).length))
        }) {
            AcquiredImage image = AcquiredImageFile.read(each);
            assertThat(image.stand().title()).isEqualTo("Zeiss LSM 980");
            assertThat(image.stand().serial()).isEqualTo("4711");
            assertThat(image.acquiredAt()).hasToString("Optional[2026-03-12T14:05]");
            assertThat(image.parts())
                    .extracting(part -> part.make().model())
                    .containsExactly("OBIS", "GaAsP", "Plan-Apochromat", "BP");
            assertThat(image.objective().orElseThrow().property("na"))
                    .contains(new Value.Amount(new BigDecimal("1.3"), ""));
            assertThat(image.grid())
                    .containsEntry(Setting.PIXEL_SIZE, new Value.Amount(new BigDecimal("0.06500"), "µm"))
                    .containsEntry(Setting.Z_STEP, new Value.Amount(new BigDecimal("200"), "nm"))
                    .containsEntry(Setting.EXTENT, new Value.Name("1024 × 512"))
                    .doesNotContainKey(Setting.TIMES);
            assertThat(image.channels()).singleElement().satisfies(channel -> assertThat(channel.settings())
                    .containsEntry(Setting.MODE, new Value.Word("confocal"))
                    .containsEntry(Setting.EMISSION, new Value.Amount(new BigDecimal("525"), "nm"))
                    .containsEntry(Setting.PINHOLE, new Value.Amount(new BigDecimal("48.5"), "µm"))
                    .containsEntry(Setting.ATTENUATION, new Value.Amount(new BigDecimal("0.2"), ""))
                    .containsEntry(Setting.BINNING, new Value.Name("2 × 2"))
                    .containsEntry(
                            Setting.EXPOSURE,
                            new Value.Range(
                                    new Value.Amount(new BigDecimal("99.5"), "ms"),
                                    new Value.Amount(new BigDecimal("100"), "ms"))));
        }
    }

    @Test
    void readsWhatImageJWrites() throws IOException {
        AcquiredImage image = AcquiredImageFile.read(
                file("a.tif", tiff("ImageJ=1.54f\nimages=30\nslices=30\nunit=micron\nspacing=0.2\n", 57)));
        assertThat(image.format()).isEqualTo("ImageJ TIFF");
        assertThat(image.grid())
                .containsEntry(Setting.Z_STEP, new Value.Amount(new BigDecimal("0.2"), "µm"))
                .containsEntry(Setting.PLANES, new Value.Amount(new BigDecimal("30"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no image",
                "<OME><Instrument/>",
                "<OME/>",
                "<html><body/></html>",
                "<!DOCTYPE OME [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OME><Image Name=\"&x;\"/></OME>",
                "<!DOCTYPE OME [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><OME><Image Name=\"&b;\"/></OME>",
                "II*\0\u00ff\u00ff\u00ff\u007f",
                "II*\0"
            })
    void refusesWhatIsNoImageInOneSentence(String content) throws IOException {
        Path hostile = file("x.tif", content);
        assertThatThrownBy(() -> AcquiredImageFile.read(hostile))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("x.tif")
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).hasSizeLessThan(400).doesNotContain("\n"));
    }

    @Test
    void refusesATiffWhoseTextIsCutOff() throws IOException {
        Path cut = file("cut.ome.tif", tiff(OME.substring(0, 100), 5000));
        assertThatThrownBy(() -> AcquiredImageFile.read(cut))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("cut off or damaged");
    }

    @Test
    void readsOnlyTheHeadOfFiveGigabytes() throws IOException {
        Path zeros = folder.resolve("zeros.tif");
        try (RandomAccessFile sparse = new RandomAccessFile(zeros.toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }
        assertThatThrownBy(() -> AcquiredImageFile.read(zeros)).isInstanceOf(UnusableInputException.class);
        Path large = file("large.ome.tif", tiff(OME, OME.getBytes(StandardCharsets.UTF_8).length));
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }
        assertThat(AcquiredImageFile.read(large).stand().title()).isEqualTo("Zeiss LSM 980");
    }

    @Test
    void nestsNoDeeperThanSixtyElements() throws IOException {
        Path deep = file("deep.ome.xml", "<OME>" + "<A>".repeat(10_000) + "</A>".repeat(10_000) + "</OME>");
        assertThatThrownBy(() -> AcquiredImageFile.read(deep)).hasMessageContaining("nested too deeply");
    }
}
