package org.fiducial.demo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;

/** The slides of the demonstration; each has lots that follow one another. */
final class DemoSlides {

    /** A slide of beads lasts a year and a half. */
    private static final int LIFE_DAYS = 548;

    private static final double COLOURS_NM = 100;

    private DemoSlides() {}

    /** A lot of a kind of slide, opened on a day. */
    private record Lot(String slug, Artefact.Kind kind, String product, int opened, Optional<String> succeeds) {}

    private static final List<Lot> LOTS = List.of(
            new Lot("points-1", Artefact.Kind.BEAD_SLIDE_POINT, "Points on glass", 1_095, Optional.empty()),
            new Lot("points-2", Artefact.Kind.BEAD_SLIDE_POINT, "Points on glass", 560, Optional.of("points-1")),
            new Lot("points-3", Artefact.Kind.BEAD_SLIDE_POINT, "Points on glass", 30, Optional.of("points-2")),
            new Lot("colours-1", Artefact.Kind.MULTICOLOUR_BEAD_SLIDE, "Beads in two colours", 1_095, Optional.empty()),
            new Lot(
                    "colours-2",
                    Artefact.Kind.MULTICOLOUR_BEAD_SLIDE,
                    "Beads in two colours",
                    520,
                    Optional.of("colours-1")),
            new Lot("uniform-1", Artefact.Kind.FLUORESCENT_SLIDE, "Uniform plastic", 1_095, Optional.empty()));

    /** The slide a check of a protocol was made with on a day. */
    static Optional<String> of(String protocol, int daysBeforeEnd) {
        Optional<Artefact.Kind> kind =
                switch (protocol) {
                    case "psf-beads" -> Optional.of(Artefact.Kind.BEAD_SLIDE_POINT);
                    case "coregistration-beads" -> Optional.of(Artefact.Kind.MULTICOLOUR_BEAD_SLIDE);
                    case "field-illumination" -> Optional.of(Artefact.Kind.FLUORESCENT_SLIDE);
                    default -> Optional.empty();
                };
        return kind.flatMap(wanted -> LOTS.stream()
                .filter(lot -> lot.kind() == wanted && lot.opened() >= daysBeforeEnd)
                .reduce((older, newer) -> newer)
                .map(Lot::slug));
    }

    /** Adds the slides where they are not there yet. */
    static void register(Kit kit, UUID facilityId, Supplier<UUID> ids, Days days) {
        LOTS.stream()
                .filter(lot -> kit.artefact(lot.slug()).isEmpty())
                .forEach(lot -> kit.add(artefact(lot, facilityId, ids, days), ""));
    }

    private static Artefact artefact(Lot lot, UUID facilityId, Supplier<UUID> ids, Days days) {
        boolean fades = lot.kind() != Artefact.Kind.FLUORESCENT_SLIDE;
        return new Artefact(
                ids.get(),
                facilityId,
                lot.slug(),
                lot.kind(),
                new Artefact.Source("Invented", lot.product(), "DEMO-" + lot.opened()),
                lot.kind() == Artefact.Kind.MULTICOLOUR_BEAD_SLIDE
                        ? Optional.of(new Artefact.Diameter(COLOURS_NM, OptionalDouble.empty()))
                        : Optional.empty(),
                new Artefact.Life(
                        Optional.empty(),
                        Optional.of(days.day(lot.opened())),
                        fades ? Optional.of(days.day(lot.opened() - LIFE_DAYS)) : Optional.empty()),
                "",
                lot.succeeds());
    }
}
