package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Component.Kind;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.methods.Performance;
import org.fiducial.facility.methods.Setup;
import org.fiducial.facility.methods.Value;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

/** Whole methods sections of several instruments, in both languages. */
class MethodsTextTest {

    private static final MethodsText ENGLISH = new MethodsText(Texts.of(Locale.UK));
    private static final MethodsText SPANISH = new MethodsText(Texts.of(Locale.forLanguageTag("es")));
    private static final Value.Days DAYS = new Value.Days(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 3, 14));

    private static Component part(Kind kind, String name, Make make, Map<String, String> properties) {
        return new Component(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                kind,
                name,
                make,
                new TreeMap<>(properties));
    }

    private static Make make(String manufacturer, String model) {
        return new Make(manufacturer, model, "");
    }

    private static final Setup CONFOCAL = new Setup(
            new Setup.Stand("LSM 1", make("Zeiss", "LSM 980"), PersistentIdentifier.of("RRID:SCR_023456")),
            new Setup.House("Light Microscopy Facility", PersistentIdentifier.of("RRID:SCR_012345"), ""),
            List.of(
                    part(
                            Kind.OBJECTIVE,
                            "63x/1.4 oil",
                            make("Zeiss", "Plan-Apochromat"),
                            Map.of(
                                    "magnification",
                                    "63x",
                                    "na",
                                    "1.4",
                                    "immersion",
                                    "oil",
                                    "working-distance",
                                    "0.19mm")),
                    part(Kind.LINE, "488 nm", Make.unknown(), Map.of("wavelength", "488nm", "excitation", "488nm")),
                    part(Kind.LINE, "561 nm", make("Coherent", "OBIS"), Map.of("wavelength", "561nm")),
                    part(Kind.DETECTOR, "GaAsP 1", Make.unknown(), Map.of("type", "GaAsP", "gain", "0.05")),
                    part(Kind.SCANNER, "Galvo", Make.unknown(), Map.of())),
            new TreeMap<>(Map.of("modality", "confocal", "pinhole", "1")),
            List.of(new Installation.Release(Installation.Kind.SOFTWARE, "ZEN", "3.8.2")));

    private static final AcquiredImage IMAGE = new AcquiredImage(
            "OME-TIFF",
            new Make("Zeiss", "LSM 980", "123"),
            Optional.empty(),
            List.of(),
            new TreeMap<>(Map.of(
                    Setting.PIXEL_SIZE, amount("0.065", "µm"),
                    Setting.Z_STEP, amount("0.2", "µm"),
                    Setting.EXTENT, new Value.Name("1024 × 1024"))),
            List.of(new AcquiredImage.Channel(
                    "GFP",
                    new TreeMap<>(Map.of(
                            Setting.EXCITATION,
                            amount("488", "nm"),
                            Setting.EXPOSURE,
                            new Value.Range(amount("99.5", "ms"), amount("100", "ms")),
                            Setting.GAIN,
                            amount("650", ""),
                            Setting.BINNING,
                            new Value.Name("1 × 1"))))));

    private static final Performance RESOLUTION = new Performance(
            new ProtocolReference("psf-beads", "1.0"),
            "Point spread function",
            List.of("doi:10.17504/protocols.io.bp2l61ww1vqe/v1"),
            "within-limits",
            List.of(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 4, 6)),
            List.of("63x/1.4 oil, 405 nm"));

    private static final Performance NEVER = new Performance(
            new ProtocolReference("coregistration-beads", "1.0"),
            "Co-registration",
            List.of(),
            "no-check",
            List.of(),
            List.of());

    private static Value.Amount amount(String number, String unit) {
        return new Value.Amount(new BigDecimal(number), unit);
    }

    private static MethodsParagraph confocal() {
        return MethodsParagraph.of(new MethodsFacts(CONFOCAL, Optional.of(IMAGE), DAYS, List.of(RESOLUTION, NEVER)));
    }

    @Test
    void saysInEnglishWhatRegistryImageAndChecksHold() {
        assertThat(plain(ENGLISH, confocal()))
                .isEqualTo(
                        """
                        Microscope. Images were acquired on the instrument LSM 1 (Zeiss LSM 980; RRID:SCR_023456) at Light Microscopy Facility. \
                        The imaging mode was confocal laser scanning. \
                        The objective was Zeiss Plan-Apochromat (63×/1.4; oil immersion; working distance 0.19 mm). \
                        The light sources were 488 nm and Coherent OBIS (561 nm). \
                        The detector was GaAsP 1 (GaAsP). The sample was scanned with Galvo. The microscope ran ZEN 3.8.2.

                        Settings. As stored with the image: pixel size 0.065 µm, z-step 0.2 µm, 1024 × 1024 pixels. \
                        Channel “GFP”, as stored with the image: excitation 488 nm, exposure time 99.5–100 ms, binning 1 × 1, detector gain 650.

                        Quality control. Point spread function (checked on 9 March 2026 and 6 April 2026; protocol psf-beads, version 1.0; \
                        described in doi:10.17504/protocols.io.bp2l61ww1vqe/v1; checked in the light path 63x/1.4 oil, 405 nm) \
                        was within limits from 12 March 2026 to 14 March 2026, by checks before and after.

                        Acknowledgement. We thank Light Microscopy Facility (RRID:SCR_012345) for access to the instrument LSM 1.""");
        assertThat(confocal().questions().stream().map(ENGLISH::question).toList())
                .containsExactly(
                        "Which filters and dichroics were in the light path?",
                        "Who made the detector GaAsP 1, and which model is it?",
                        "Co-registration was never checked here: is it known otherwise?");
    }

    @Test
    void saysTheSameInSpanishWithItsOwnNumbersAndDates() {
        assertThat(plain(SPANISH, confocal()))
                .isEqualTo(
                        """
                        Microscopio. Las imágenes se adquirieron con el instrumento LSM 1 (Zeiss LSM 980; RRID:SCR_023456) en Light Microscopy Facility. \
                        El modo de imagen fue confocal de barrido láser. \
                        El objetivo fue Zeiss Plan-Apochromat (63×/1,4; inmersión en aceite; distancia de trabajo 0,19 mm). \
                        Las fuentes de luz fueron 488 nm y Coherent OBIS (561 nm). \
                        El detector fue GaAsP 1 (GaAsP). La muestra se barrió con Galvo. El microscopio funcionaba con ZEN 3.8.2.

                        Ajustes. Según consta en la imagen: tamaño de píxel 0,065 µm, paso en z 0,2 µm, 1024 × 1024 píxeles. \
                        Canal «GFP», según consta en la imagen: excitación 488 nm, tiempo de exposición 99,5–100 ms, binning 1 × 1, ganancia del detector 650.

                        Control de calidad. Point spread function (comprobado el 9 de marzo de 2026 y el 6 de abril de 2026; protocolo psf-beads, versión 1.0; \
                        descrito en doi:10.17504/protocols.io.bp2l61ww1vqe/v1; comprobado en el camino óptico 63x/1.4 oil, 405 nm): \
                        dentro de los límites desde el 12 de marzo de 2026 hasta el 14 de marzo de 2026, según comprobaciones anteriores y posteriores.

                        Agradecimientos. Agradecemos a Light Microscopy Facility (RRID:SCR_012345) el acceso al instrumento LSM 1.""");
    }

    @Test
    void asksForAllThatAnEmptyRegistryDoesNotSay() {
        Setup bare = new Setup(
                new Setup.Stand("Scope", Make.unknown(), Optional.empty()),
                new Setup.House("Unit", Optional.empty(), "Cite grant 7."),
                List.of(),
                new TreeMap<>(),
                List.of());
        MethodsParagraph paragraph = MethodsParagraph.of(new MethodsFacts(bare, Optional.empty(), DAYS, List.of()));
        assertThat(plain(ENGLISH, paragraph))
                .isEqualTo(
                        """
                        Microscope. Images were acquired on the instrument Scope at Unit.

                        Acknowledgement. Cite grant 7.""");
        assertThat(paragraph.questions().stream().map(SPANISH::question).toList())
                .containsExactly(
                        "¿Quién fabricó el microscopio y qué modelo es?",
                        "¿Tiene el instrumento un identificador persistente, como un DOI o un RRID, con el que citarlo?",
                        "¿Cuál fue el modo de imagen: campo amplio, confocal, disco giratorio u otro?",
                        "¿Qué software controlaba el microscopio y en qué versión?",
                        "¿Qué objetivo se usó: fabricante, aumento, apertura numérica, inmersión?",
                        "¿Qué fuente de luz o línea láser se usó?",
                        "¿Qué filtros y dicroicos había en el camino óptico?",
                        "¿Qué detector se usó?",
                        "¿Se comprobó este camino óptico en torno a esos días?");
    }

    @Test
    void takesFromTheImageWhatTheRegistryLacksAndSaysSo() {
        Setup bare = new Setup(
                new Setup.Stand("Scope", make("Nikon", "Ti2"), Optional.empty()),
                new Setup.House("Unit", Optional.empty(), ""),
                List.of(part(
                        Kind.OBJECTIVE,
                        "20x/0.75 air",
                        Make.unknown(),
                        Map.of("magnification", "20", "na", "0.75", "immersion", "air"))),
                new TreeMap<>(),
                List.of());
        AcquiredImage image = new AcquiredImage(
                "OME-TIFF",
                Make.unknown(),
                Optional.empty(),
                List.of(
                        new AcquiredImage.Part(
                                Kind.DETECTOR, make("Hamamatsu", "Orca"), Map.of("type", new Value.Name("CMOS"))),
                        new AcquiredImage.Part(Kind.LINE, Make.unknown(), Map.of("wavelength", amount("405", "nm")))),
                new TreeMap<>(),
                List.of());
        assertThat(plain(ENGLISH, MethodsParagraph.of(new MethodsFacts(bare, Optional.of(image), DAYS, List.of()))))
                .contains("The objective was 20×/0.75 (dry).")
                .contains("According to the metadata of the image, the light came from 405 nm.")
                .contains("According to the metadata of the image, the light was detected with Hamamatsu Orca (CMOS).");
    }

    @Test
    void writesLinksAndParagraphsAsHtmlAndNeverAForeignSign() {
        Setup hostile = new Setup(
                new Setup.Stand(
                        "<script>alert(1)</script>",
                        make("\"A&B'", "{0}"),
                        PersistentIdentifier.of("doi:10.21938/a<b")),
                new Setup.House("</p><img src=x onerror=1>", Optional.empty(), ""),
                List.of(),
                new TreeMap<>(Map.of("modality", "<b>")),
                List.of());
        String html = ENGLISH.html(MethodsParagraph.of(new MethodsFacts(hostile, Optional.empty(), DAYS, List.of())));
        assertThat(html)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; (&quot;A&amp;B&#39; {0}; <a href=\"https://doi.org/10.21938/a&lt;b\">doi:10.21938/a&lt;b</a>)")
                .contains("&lt;/p&gt;&lt;img")
                .doesNotContain("<script", "<img", "<b>");
        assertThat(ENGLISH.html(confocal()))
                .startsWith("<p><strong>Microscope.</strong> Images were")
                .contains("<a href=\"https://doi.org/10.17504/protocols.io.bp2l61ww1vqe/v1\">");
    }

    private static String plain(MethodsText text, MethodsParagraph paragraph) {
        return text.plain(paragraph).replace('\u00a0', ' ');
    }
}
