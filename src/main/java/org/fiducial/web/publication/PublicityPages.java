package org.fiducial.web.publication;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.PersonalAddress;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where managers say what strangers may see: of all instruments, and of one. */
final class PublicityPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    PublicityPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** Something that may be public, with a sentence that says what strangers learn. */
    public record FieldChoice(String word, String label, String help, boolean chosen) {}

    /** What was said once. */
    public record Said(String when, String by, String what, String reason) {}

    /** An instrument with what holds of it. */
    public record Row(String name, String address, boolean open, boolean own, String preview) {}

    /**
     * What a page is about.
     *
     * @param instrument empty where it is the whole facility
     */
    private record Place(Facility facility, Optional<Instrument> instrument) {

        Subject subject() {
            return instrument.map(Publication::subject).orElseGet(() -> new Subject(facility.id(), Optional.empty()));
        }

        String address() {
            return instrument
                    .map(each -> "/instruments/" + each.slug() + "/publicity")
                    .orElse("/publicity");
        }
    }

    Answer facility(Route.Request request) {
        return home().map(place -> page(request, place, "")).orElseGet(() -> new Answer.Elsewhere("/new-instrument"));
    }

    Answer setFacility(Route.Request request) {
        return home().map(place -> write(request, place)).orElseGet(Answer.Nothing::new);
    }

    Answer instrument(Route.Request request) {
        return named(request).map(place -> page(request, place, "")).orElseGet(Answer.Nothing::new);
    }

    Answer setInstrument(Route.Request request) {
        return named(request).map(place -> write(request, place)).orElseGet(Answer.Nothing::new);
    }

    private Optional<Place> home() {
        return records.instruments().home().map(facility -> new Place(facility, Optional.empty()));
    }

    private Optional<Place> named(Route.Request request) {
        return records.instruments().bySlug(request.path("slug")).flatMap(instrument -> records.facility(instrument)
                .map(facility -> new Place(facility, Optional.of(instrument))));
    }

    private Answer write(Route.Request request, Place place) {
        if (sources.demonstration()) {
            return page(request, place, pages.texts().text("register.demonstration"));
        }
        try {
            Publicity publicity = new PublicityForm(request, pages.texts())
                    .publicity(
                            sources.ids().get(),
                            place.subject(),
                            records.clock().instant().truncatedTo(ChronoUnit.MILLIS));
            requireMeant(publicity.terms().contact(), place, request);
            Seen.unchanged(request, () -> history(place).size(), records, pages.texts(), () -> {
                records.published().add(publicity);
                return publicity;
            });
            return new Answer.Elsewhere(place.address());
        } catch (UnusableInputException e) {
            return page(request, place, String.valueOf(e.getMessage()));
        }
    }

    /** Before it is in the record for good. */
    private void requireMeant(String contact, Place place, Route.Request request) {
        boolean known =
                history(place).stream().anyMatch(each -> each.terms().contact().equals(contact));
        if (!known
                && request.form(PublicityForm.PERSONAL).isEmpty()
                && PersonalAddress.isLikely(
                        contact, records.audit().people(place.facility().id()))) {
            throw new UnusableInputException(pages.texts().text("publicity.contact.personal", contact));
        }
    }

    private List<Publicity> history(Place place) {
        return records.published().publication().history(place.subject());
    }

    /** What stands in the form: what was typed, else what holds, else what is offered first. */
    private Terms offered(PublicityForm form, Place place) {
        Publication publication = records.published().publication();
        Terms holds = publication
                .own(place.subject())
                .orElseGet(() -> place.instrument().isPresent()
                        ? new Terms(
                                Standing.AS_FACILITY,
                                usual(publication.ofFacility(place.instrument().get())),
                                "")
                        : new Terms(Standing.HIDDEN, Field.USUAL, ""));
        return form.isSent()
                ? new Terms(Standing.of(form.standing()).orElse(holds.standing()), form.fields(), "")
                : holds;
    }

    private static Set<Field> usual(Terms facility) {
        return facility.fields().isEmpty() ? Field.USUAL : facility.fields();
    }

    private Answer page(Route.Request request, Place place, String refusal) {
        PublicityForm form = new PublicityForm(request, pages.texts());
        Terms terms = offered(form, place);
        Map<String, Object> values = new HashMap<>();
        values.put("trail", trail(place));
        values.put("refusal", sources.demonstration() ? "" : refusal);
        values.put("demonstration", sources.demonstration());
        values.put("action", place.address());
        values.put(Seen.FIELD, history(place).size());
        values.put("standings", standings(terms, place));
        values.put("choices", choices(terms));
        values.put("contact", form.isSent() ? form.contact() : terms.contact());
        values.put("reason", form.reason());
        values.put("asks", refusal.startsWith(pages.texts().text("publicity.contact.personal", form.contact())));
        values.put("ofinstrument", place.instrument().isPresent());
        values.put("open", place.instrument().map(this::isOpen).orElse(terms.isPublished()));
        values.put("preview", place.instrument().map(PublicityPages::preview).orElse("/published"));
        values.put(
                "signs",
                place.instrument().map(each -> "/instruments/" + each.slug()).orElse(""));
        values.put(
                "others",
                Arrays.stream(PageLanguage.values())
                        .filter(each -> each != PageLanguage.ENGLISH)
                        .map(each -> new Choice(each.tag(), each.title(), false))
                        .toList());
        values.put(
                "embed",
                place.instrument()
                        .filter(this::isOpen)
                        .flatMap(each -> sources.settings().get().publicUrl().map(url -> embed(each, url)))
                        .orElse(""));
        values.put(
                "rows",
                place.instrument().isPresent()
                        ? List.of()
                        : records.all().stream().map(this::row).toList());
        values.put(
                "said", history(place).stream().map(each -> said(each, place)).toList());
        return pages.page(
                "publicity.html",
                place.instrument()
                        .map(each -> pages.texts().text("publicity.title.of", each.name()))
                        .orElseGet(() -> pages.texts().text("publicity.title")),
                values);
    }

    private List<Crumb> trail(Place place) {
        return place.instrument()
                .map(each -> List.of(
                        Crumb.instruments(pages.texts()),
                        Crumb.of(each),
                        new Crumb(pages.texts().text("publicity.title"), "/publicity")))
                .orElseGet(() -> List.of(Crumb.instruments(pages.texts())));
    }

    private List<Choice> standings(Terms terms, Place place) {
        return Arrays.stream(Standing.values())
                .filter(each -> place.instrument().isPresent() || each != Standing.AS_FACILITY)
                .map(each -> new Choice(
                        each.word(),
                        pages.texts()
                                .text("publicity." + (place.instrument().isPresent() ? "one." : "all.") + each.word()),
                        each == terms.standing()))
                .toList();
    }

    private List<FieldChoice> choices(Terms terms) {
        return Arrays.stream(Field.values())
                .map(field -> new FieldChoice(
                        field.word(),
                        label(field),
                        pages.texts().text("publicity.field." + field.word() + ".help"),
                        terms.fields().contains(field)))
                .toList();
    }

    private String label(Field field) {
        return pages.texts().text("publicity.field." + field.word());
    }

    private boolean isOpen(Instrument instrument) {
        return records.published().of(instrument).isPresent();
    }

    private static String preview(Instrument instrument) {
        return "/published/" + InstrumentToken.of(instrument);
    }

    /** What somebody pastes into a page of theirs. */
    private String embed(Instrument instrument, URI base) {
        String page = base.resolve(preview(instrument).substring(1)).toString();
        return "<a href=\"" + page + "\"><img src=\"" + page + "/badge.svg\" alt=\""
                + pages.texts().text("publicity.embed.alt", instrument.name().replaceAll("[<>&\"\\p{Cntrl}]", " "))
                + "\"></a>";
    }

    private Row row(Instrument instrument) {
        boolean own = records.published()
                .publication()
                .own(Publication.subject(instrument))
                .filter(terms -> terms.standing() != Standing.AS_FACILITY)
                .isPresent();
        return new Row(
                instrument.name(),
                "/instruments/" + instrument.slug() + "/publicity",
                isOpen(instrument),
                own,
                preview(instrument));
    }

    private Said said(Publicity word, Place place) {
        Days.Moment when = new Days(place.facility().zone(), pages.texts().locale())
                .of(word.entry().at());
        String standing =
                pages.texts().text("publicity.said." + word.terms().standing().word());
        String fields = word.terms().fields().stream().sorted().map(this::label).collect(Collectors.joining(", "));
        boolean shows = word.terms().isPublished() && !fields.isEmpty();
        return new Said(
                when.day() + ", " + when.time(),
                word.entry().by(),
                shows ? pages.texts().text("publicity.said.with", standing, fields) : standing,
                word.entry().reason());
    }
}
