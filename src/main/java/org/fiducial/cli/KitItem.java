package org.fiducial.cli;

import java.util.List;
import java.util.stream.Stream;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.Spelling;

/** Finds what was named of the kit. */
final class KitItem {

    private KitItem() {}

    /**
     * The artefact of a slug.
     *
     * @throws UnusableCommandException naming those there are
     */
    static Artefact artefact(Kit kit, String slug) {
        return kit.artefact(slug)
                .orElseThrow(() -> refuse(
                        "artefact",
                        slug,
                        kit.artefacts().stream().map(Artefact::slug).toList()));
    }

    /**
     * Refuses a slug that is neither of a meter nor of an artefact.
     *
     * @throws UnusableCommandException naming those there are
     */
    static void require(Kit kit, String slug) {
        List<String> known = Stream.concat(
                        kit.meters().stream().map(Meter::slug),
                        kit.artefacts().stream().map(Artefact::slug))
                .toList();
        if (!known.contains(slug)) {
            throw refuse("meter or artefact", slug, known);
        }
    }

    private static UnusableCommandException refuse(String what, String slug, List<String> known) {
        return new UnusableCommandException("There is no " + what + " '" + slug + "'; "
                + (known.isEmpty() ? "add it with 'fiducial kit add FILE.yaml'" : Spelling.advice(slug, known)) + ".");
    }
}
