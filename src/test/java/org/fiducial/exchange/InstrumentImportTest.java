package org.fiducial.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentImportTest {

    private static final Catalogue CATALOGUE = new Catalogue(
            List.of(new Catalogue.Entry(ProtocolFile.load("psf-beads", "1.0"), (inputs, given, progress) -> {
                throw new IllegalStateException("nothing is analysed here");
            })));

    private static final String MICRO_META =
            """
            {"Name": "Grey Lady", "ID": "8fb3", "Schema_ID": "Instrument.json", "Tier": 2, "ValidationTier": 1,
             "Description": "In the cellar", "ModelVersion": "2.01.1",
             "MicroscopeStand": {"Schema_ID": "InvertedMicroscopeStand.json", "Manufacturer": "Maker", "Model": "Ti", "Origin": "second hand"},
             "components": [
               {"Schema_ID": "Objective.json", "Name": "63x oil", "Magnification": 63, "LensNA": 1.4, "ImmersionType": "Oil",
                "Correction": "PlanApo", "WorkingDistance": 0.14, "PositionX": 3},
               {"Schema_ID": "Fluorescence_LightSource_Laser.json", "Name": "488", "Wavelength": 488, "WavelengthUnit": "nm"},
               {"Schema_ID": "EmissionFilter.json", "Name": "525/50"},
               {"Schema_ID": "EmissionFilterWheel.json", "Name": "Wheel 1"},
               {"Schema_ID": "CMOS.json", "Name": "Camera", "Model": "Flash", "SerialNumber": "S1"},
               {"Schema_ID": "MechanicalStage.json", "Name": "Stage"},
               {"Schema_ID": "AcquisitionSoftware.json", "Name": "MicroManager", "Version": "2.0"}],
             "linkedFields": {"a": 1}}
            """;

    private static final String OME =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <OME xmlns="http://www.openmicroscopy.org/Schemas/OME/2016-06">
             <Instrument ID="Instrument:0"><Microscope Manufacturer="Maker" Model="LSM 980" SerialNumber="42" Type="Inverted"/>
              <Laser ID="LightSource:0" Wavelength="488.0" Power="10"/><Detector ID="Detector:0" Model="GaAsP" Type="PMT"/>
              <Objective ID="Objective:0" LensNA="1.4" NominalMagnification="63.0" Immersion="Oil" WorkingDistance="0.19"/>
              <Objective ID="Objective:1" LensNA="14" NominalMagnification="20" Immersion="Air"/><FilterSet ID="FilterSet:0" Model="FS38"/></Instrument>
             <Image ID="Image:0"><ObjectiveSettings ID="Objective:0"/><Pixels ID="P:0">
              <Channel ID="C:0" Name="GFP" AcquisitionMode="LaserScanningConfocalMicroscopy" EmissionWavelength="525" ExcitationWavelength="488" PinholeSize="40">
               <LightSourceSettings ID="LightSource:0"/><DetectorSettings ID="Detector:0"/></Channel>
              <Channel ID="C:1" Name="GFP" AcquisitionMode="STORM"/></Pixels></Image></OME>
            """;

    private final Path folder;

    InstrumentImportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    @Test
    void placesWhatMicroMetaSaysAndListsTheRest() throws IOException {
        InstrumentDraft draft = InstrumentImport.read(file("microscope.json", MICRO_META), CATALOGUE);

        assertThat(draft.fields().text(Fields.NAME)).isEqualTo("Grey Lady");
        assertThat(draft.fields().text(Fields.MODEL)).isEqualTo("Ti");
        assertThat(draft.fields().text(Fields.NOTES)).isEqualTo("In the cellar");
        assertThat(draft.parts())
                .extracting(InstrumentDraft.Part::kind)
                .containsExactly(
                        Component.Kind.OBJECTIVE,
                        Component.Kind.LINE,
                        Component.Kind.FILTER,
                        Component.Kind.DETECTOR,
                        Component.Kind.STAGE);
        assertThat(draft.parts().get(0).fields().properties())
                .containsEntry("na", "1.4")
                .containsEntry("immersion", "oil")
                .containsEntry("magnification", "63")
                .containsEntry("correction", "PlanApo");
        assertThat(draft.parts().get(1).fields().properties()).containsEntry("wavelength", "488 nm");
        assertThat(draft.software())
                .extracting(each -> each.name() + each.number())
                .containsExactly("MicroManager2.0");
        assertThat(draft.leftOver())
                .anyMatch(each -> each.contains("EmissionFilterWheel 'Wheel 1'"))
                .anyMatch(each -> each.contains("WorkingDistance 0.14"))
                .anyMatch(each -> each.contains("Origin second hand"))
                .anyMatch(each -> each.contains("linkedFields"))
                .noneMatch(each -> each.contains("PositionX"));
    }

    @Test
    void makesLightPathsOfTheChannelsOfAnImage() throws IOException {
        InstrumentDraft draft = InstrumentImport.read(file("image.ome.xml", OME), CATALOGUE);

        assertThat(draft.fields().text(Fields.NAME)).isEqualTo("Maker LSM 980");
        assertThat(draft.fields().text(Fields.SERIAL)).isEqualTo("42");
        assertThat(draft.parts().stream().map(part -> part.fields().text(Fields.NAME)))
                .containsExactly("488 nm", "GaAsP", "63x/1.4 oil", "20x/14 air");
        InstrumentDraft.LightPath green = draft.paths().get(0);
        assertThat(green.fields().text(Fields.NAME)).isEqualTo("63x/1.4 oil, GFP");
        assertThat(green.fields().properties())
                .containsEntry("excitation", "488nm")
                .containsEntry("emission", "525nm")
                .containsEntry("modality", "confocal");
        assertThat(green.parts()).hasSize(3);
        assertThat(draft.paths()).extracting(InstrumentDraft.LightPath::slug).doesNotHaveDuplicates();
        assertThat(draft.leftOver())
                .anyMatch(each -> each.contains("na 14"))
                .anyMatch(each -> each.contains("PinholeSize 40"))
                .anyMatch(each -> each.contains("STORM"))
                .anyMatch(each -> each.contains("FilterSet FS38"));
    }

    @Test
    void whatIsShownIsWhatIsRead() throws IOException {
        for (Path each : List.of(file("microscope.json", MICRO_META), file("image.ome.xml", OME))) {
            InstrumentDraft draft = InstrumentImport.read(each, CATALOGUE);
            String yaml = draft.yaml("imported");

            assertThat(yaml).contains("Not placed on import");
            assertThat(InstrumentFile.of("preview", yaml, CATALOGUE)).isNotNull();
        }
    }

    @Test
    void hostileTextStaysText() throws IOException {
        String hostile = "<script>alert(1)</script>\\n  - key: 'x\\\" # {{ }}";
        InstrumentDraft draft = InstrumentImport.read(
                file(
                        "microscope.json",
                        "{\"Name\":\"" + hostile
                                + "\",\"Schema_ID\":\"Instrument.json\",\"components\":[{\"Schema_ID\":"
                                + "\"Objective.json\",\"Name\":\"" + "x".repeat(5000) + "\"}]}"),
                CATALOGUE);

        assertThat(draft.fields().text(Fields.NAME)).doesNotContain("\n").contains("<script>");
        assertThat(InstrumentFile.of("preview", draft.yaml("imported"), CATALOGUE))
                .isNotNull();
    }

    @Test
    void refusesHostileFilesWithASentence() throws IOException {
        String entity =
                "<?xml version=\"1.0\"?><!DOCTYPE OME [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><OME>&x;</OME>";
        assertRefused("xxe.xml", entity);
        assertRefused("deep.json", "{\"components\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
        assertRefused("deep.xml", "<OME>" + "<a>".repeat(5000) + "</a>".repeat(5000) + "</OME>");
        assertRefused("large.json", "{\"Name\":\"" + "x".repeat(5_100_000) + "\"}");
        assertRefused("double.json", "{\"Name\":\"a\",\"Name\":\"b\",\"components\":[]}");
        assertRefused("other.xml", "<html><body/></html>");
        assertRefused("other.json", "{\"a\":1}");
        assertRefused("list.json", "[1,2]");
        assertRefused("cut.json", "{\"Name\": \"a\", \"components\": [");
        assertRefused("empty.json", "");
        assertRefused("tiff.tif", "II*\0");
        assertRefused("many.json", "{\"components\":[" + "{},".repeat(3000) + "{}]}");
    }

    private void assertRefused(String name, String content) throws IOException {
        Path file = file(name, content);
        assertThatThrownBy(() -> InstrumentImport.read(file, CATALOGUE))
                .as(name)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(name)
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("root:").hasSizeLessThan(600));
    }
}
