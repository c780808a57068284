package org.fiducial.facility.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** The content of a statement about a confocal microscope, as large as a test wants it. */
public final class SampleStatement {

    public static final Instant ISSUED = Instant.parse("2026-04-20T12:00:00Z");

    private SampleStatement() {}

    /** A record with its number and address. */
    public static FrozenRecord record(ObjectNode said) {
        return FrozenRecord.of(
                new FrozenRecord.Issue(
                        "FID-2026-K7QF-M3TD",
                        ISSUED,
                        "Fiducial 1.0 (0123abc)",
                        Optional.of("ab".repeat(32)),
                        Optional.of("https://qc.example.org/statements/AbCdEfGhIjKlMnOpQrStUv")),
                said);
    }

    /**
     * What is said.
     *
     * @param instrument its name
     * @param checks how many
     * @param values of each check
     */
    public static ObjectNode said(String instrument, int checks, int values) {
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        said.put("language", "en-GB");
        said.putObject("facility")
                .put("name", "Institute for Light")
                .put("zone", "Europe/Berlin")
                .put("contact", "light@example.org");
        said.putObject("instrument").put("id", "0190").put("name", instrument).put("make", "Maker Model");
        ObjectNode path = said.putObject("lightPath").put("slug", "63x-oil-488").put("name", "63×/1.4 oil, 488 nm");
        ArrayNode parts = path.putArray("parts");
        parts.addObject().put("kind", "objective").put("name", "63×/1.4 oil").put("make", "Maker Plan");
        parts.addObject().put("kind", "line").put("name", "488 nm");
        said.put("from", "2026-03-12").put("to", "2026-03-14");
        ArrayNode claims = said.putArray("claims");
        claims.addObject()
                .put("key", "psf-beads")
                .put("standing", "established")
                .put("claim", "within-limits")
                .put("sentence", "Resolution of the 63×/1.4 oil: within limits, checked 9 March and 6 April 2026.")
                .putArray("effects")
                .add("Distance: typically not affected");
        claims.addObject()
                .put("key", "light-source-power")
                .put("standing", "disturbed")
                .put("claim", "not-established")
                .put(
                        "sentence",
                        "Power at 488 nm: not established between 9 March and 6 April, fault reported 17 March.");
        ArrayNode all = said.putArray("checks");
        for (int i = 0; i < checks; i++) {
            check(all.addObject(), i, values);
        }
        said.putArray("events")
                .addObject()
                .put("id", "e1")
                .put("day", "2026-03-17")
                .put("kind", "fault")
                .put("what", "The laser does not start.")
                .put("ended", "2026-03-19");
        said.putArray("rules").add("Simple acceptance: the value alone is compared with the limit.");
        said.put("notSaid", "It does not speak of any image.");
        return said;
    }

    private static void check(ObjectNode check, int number, int values) {
        check.put("id", "check-" + number).put("day", "2026-03-09").put("overall", "pass");
        check.put("lightPath", "63×/1.4 oil, 561 nm")
                .put("limits", "limits 2 for this light path, in force from 2026-01-01")
                .put("limitsInForce", "limits 2 for this light path, in force from 2026-01-01")
                .put("software", "Fiducial 1.0 (0123abc)");
        ObjectNode protocol = check.putObject("protocol");
        protocol.put("id", "psf-beads").put("version", "1.0").put("title", "Point spread function");
        protocol.putArray("sources").add("Faklaris et al. 2022, doi:10.1083/jcb.202107093");
        check.putArray("kit").add("Bead slide, lot 7");
        ArrayNode rows = check.putArray("values");
        for (int i = 0; i < values; i++) {
            rows.addObject()
                    .put("metric", "psf.fwhm.x")
                    .put("title", "FWHM x")
                    .put("of", "channel " + (i + 1))
                    .put("value", 0.2091)
                    .put("unit", "um")
                    .put("expandedUncertainty", 0.005)
                    .put("coverageFactor", 2)
                    .put("limit", "at most 0.3 µm")
                    .put("verdict", i % 5 == 3 ? "not-evaluated" : "pass")
                    .put("rule", "simple");
        }
    }
}
