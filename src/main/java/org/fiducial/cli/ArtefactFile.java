package org.fiducial.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.metrology.protocol.Spelling;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlMapping;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The description of a slide or another artefact as people write it; it is known by its {@code kind}. */
record ArtefactFile(YamlMapping root) {

    static boolean describes(YamlMapping root) {
        return root.keys().contains("kind");
    }

    /**
     * The artefact the file describes.
     *
     * @throws UnusableInputException naming the line that is wrong
     */
    Artefact artefact(UUID facilityId, Supplier<UUID> ids) {
        root.allowOnly(
                "slug",
                "kind",
                "maker",
                "product",
                "lot",
                "diameter",
                "diameter-uncertainty",
                "made",
                "opened",
                "expires",
                "notes",
                "succeeds");
        try {
            return new Artefact(
                    ids.get(),
                    facilityId,
                    root.text("slug"),
                    kind(),
                    new Artefact.Source(text("maker"), text("product"), text("lot")),
                    diameter(),
                    new Artefact.Life(day("made"), day("opened"), day("expires")),
                    text("notes"),
                    root.optionalText("succeeds"));
        } catch (IllegalArgumentException e) {
            throw root.refuse(e.getMessage() + ".");
        }
    }

    private Artefact.Kind kind() {
        String word = root.text("kind");
        return Artefact.Kind.of(word)
                .orElseThrow(() -> root.refuse("'kind' takes a word of a list, but '" + word + "' was found; "
                        + Spelling.advice(
                                word,
                                Arrays.stream(Artefact.Kind.values())
                                        .map(Artefact.Kind::word)
                                        .toList())
                        + "."));
    }

    private Optional<Artefact.Diameter> diameter() {
        Optional<String> uncertainty = root.optionalText("diameter-uncertainty");
        if (root.optionalText("diameter").isEmpty() && uncertainty.isPresent()) {
            throw root.refuse("'diameter-uncertainty' stands without 'diameter'; give both.");
        }
        return root.optionalText("diameter")
                .map(text -> new Artefact.Diameter(
                        nm("diameter", text),
                        uncertainty
                                .map(u -> OptionalDouble.of(nm("diameter-uncertainty", u)))
                                .orElse(OptionalDouble.empty())));
    }

    private double nm(String key, String text) {
        return Quantity.parse(text, Unit.NANOMETRE)
                .map(each -> each.valueIn(Unit.NANOMETRE))
                .orElseThrow(
                        () -> root.refuse("'" + key + "' takes a length such as 175nm, but '" + text + "' was found."));
    }

    private Optional<LocalDate> day(String key) {
        return root.optionalText(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw root.refuse("'" + key + "' takes a day such as 2026-03-12, but '" + text + "' was found.");
            }
        });
    }

    private String text(String key) {
        return root.optionalText(key).orElse("").strip();
    }
}
