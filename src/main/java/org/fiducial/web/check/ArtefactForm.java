package org.fiducial.web.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;

/** An artefact as a person typed it, and in words. Each refusal is a sentence for who typed it. */
public record ArtefactForm(Route.Request request) {

    public static final List<String> FIELDS = List.of(
            "slug",
            "kind",
            "maker",
            "product",
            "lot",
            "diameter",
            "uncertainty",
            "made",
            "opened",
            "expires",
            "notes",
            "succeeds");

    private static final int LONGEST = 4000;

    public Artefact artefact(UUID id, UUID facilityId) {
        Artefact.Kind kind = Artefact.Kind.of(text("kind"))
                .orElseThrow(() -> new UnusableInputException("Choose what kind of artefact it is."));
        String slug = text("slug").isEmpty() ? Slug.of(text("product") + " " + text("lot")) : text("slug");
        try {
            return new Artefact(
                    id,
                    facilityId,
                    slug,
                    kind,
                    new Artefact.Source(text("maker"), text("product"), text("lot")),
                    diameter(),
                    new Artefact.Life(day("made"), day("opened"), day("expires")),
                    text("notes"),
                    Optional.of(text("succeeds")).filter(old -> !old.isEmpty()));
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            throw new UnusableInputException(
                    rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".", e);
        }
    }

    private Optional<Artefact.Diameter> diameter() {
        Optional<Double> uncertainty = nm("uncertainty");
        Optional<Double> diameter = nm("diameter");
        if (diameter.isEmpty() && uncertainty.isPresent()) {
            throw new UnusableInputException("An uncertainty was typed without a diameter; type both.");
        }
        return diameter.map(nm ->
                new Artefact.Diameter(nm, uncertainty.map(OptionalDouble::of).orElse(OptionalDouble.empty())));
    }

    private Optional<Double> nm(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Quantity.parse(text.replace(',', '.'), Unit.NANOMETRE)
                .map(each -> each.valueIn(Unit.NANOMETRE))
                .orElseThrow(() -> new UnusableInputException(
                        "A length such as 175nm is needed (" + field + "), but '" + text + "' was typed.")));
    }

    private Optional<LocalDate> day(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Days.parse(text)
                .orElseThrow(() -> new UnusableInputException(
                        "A day is written 2026-03-12 (" + field + "), but '" + text + "' was typed.")));
    }

    private String text(String field) {
        String text = request.form(field).strip();
        if (text.length() > LONGEST) {
            throw new UnusableInputException("'" + field + "' takes at most " + LONGEST + " characters, but "
                    + text.length() + " were typed; shorten it.");
        }
        return text;
    }

    /** Who made it, in one line. */
    public static String made(Artefact artefact, Texts texts) {
        Artefact.Source source = artefact.source();
        String lot = source.lot().isEmpty() ? "" : texts.text("artefact.lot.of", source.lot());
        return Stream.of(source.maker(), source.product(), lot)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Its bead size with its uncertainty; empty where it has none. */
    public static String size(Artefact artefact) {
        return artefact.diameter()
                .map(diameter -> NumberText.bare(diameter.nm())
                        + (diameter.uncertaintyNm().isPresent()
                                ? " ± "
                                        + NumberText.bare(
                                                diameter.uncertaintyNm().getAsDouble())
                                : "")
                        + " nm")
                .orElse("");
    }
}
