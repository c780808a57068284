package org.fiducial.web.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The events of an instrument in a list: on pages, for spreadsheets and for programs. */
public final class EventList {

    private static final List<String> HEADINGS =
            List.of("at", "kind", "what", "effect", "parts", "standing", "minutes lost", "entered by", "event");
    private static final int NEWEST = 4;
    private static final int SHOWN = 100;
    private static final long AROUND_DAYS = 183;

    private final FacilityRecords records;
    private final Pages pages;

    public EventList(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** The newest events of an instrument, those that were withdrawn left out. */
    public List<EventRow> newest(Instrument instrument) {
        EventRow.Maker maker = maker(instrument);
        return records.events().ofInstrument(instrument.id()).stream()
                .filter(each -> !each.isWithdrawn())
                .limit(NEWEST)
                .map(maker::row)
                .toList();
    }

    /** The events of half a year before and after a time. */
    public List<EventRow> around(Instrument instrument, Instant at) {
        EventRow.Maker maker = maker(instrument);
        return records.events().ofInstrument(instrument.id()).stream()
                .filter(each -> !each.isWithdrawn())
                .filter(each -> Math.abs(ChronoUnit.DAYS.between(each.event().at(), at)) <= AROUND_DAYS)
                .map(maker::row)
                .toList();
    }

    Answer page(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    EventRow.Maker maker = maker(instrument);
                    return pages.page(
                            "events.html",
                            pages.texts().text("events.title"),
                            Map.of(
                                    "order", columns(maker).asked(request),
                                    "table",
                                            columns(maker)
                                                    .asked(request)
                                                    .at("/instruments/" + instrument.slug() + "/events.csv", Map.of()),
                                    "trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)),
                                    "slug", instrument.slug(),
                                    "name", instrument.name(),
                                    "part",
                                            ListPart.of(
                                                            request,
                                                            sorted(request, instrument),
                                                            SHOWN,
                                                            columns(maker).asked(request))
                                                    .map(maker::row)));
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** What the list of events may be ordered by. */
    private static Columns<LoggedEvent> columns(EventRow.Maker maker) {
        return new Columns<LoggedEvent>()
                .by("when", logged -> Optional.of(logged.event().at()))
                .text("kind", logged -> maker.row(logged).kind())
                .text("what", logged -> logged.event().report().what())
                .text("parts", logged -> maker.row(logged).facts().parts())
                .by(
                        "standing",
                        logged ->
                                Optional.of(maker.row(logged).facts().standing().severity()));
    }

    /** The events of an instrument as a request wants them, those that were withdrawn too. */
    public List<LoggedEvent> sorted(Route.Request request, Instrument instrument) {
        return columns(maker(instrument)).sorted(records.events().ofInstrument(instrument.id()), request);
    }

    /** The same for spreadsheets. */
    Answer table(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    EventRow.Maker maker = maker(instrument);
                    StringBuilder out = CsvLine.table(HEADINGS);
                    for (LoggedEvent logged : sorted(request, instrument)) {
                        EventRow row = maker.row(logged);
                        CsvLine.append(
                                out,
                                List.of(
                                        row.when().iso(),
                                        logged.event().kind().word(),
                                        row.what(),
                                        logged.event().report().effect().word(),
                                        row.facts().parts(),
                                        row.facts().standing().label(),
                                        String.valueOf(logged.timeLost().toMinutes()),
                                        row.facts().by(),
                                        logged.event().id().toString()));
                    }
                    return CsvLine.download("events-" + instrument.slug() + ".csv", out);
                })
                .orElseGet(Answer.Nothing::new);
    }

    private Optional<Instrument> instrument(Route.Request request) {
        return records.instruments().bySlug(request.path("slug"));
    }

    /** The parts of an instrument that can be named. */
    List<Component> parts(Instrument instrument) {
        Stream<Component> onStand = records.parts(instrument).stream().map(Located::component);
        return Stream.concat(
                        records.instruments().configurations(instrument.id()).stream()
                                .flatMap(configuration -> configuration.components().stream()),
                        onStand)
                .distinct()
                .toList();
    }

    /** Makes the rows of an instrument. */
    EventRow.Maker maker(Instrument instrument) {
        Map<UUID, String> names = parts(instrument).stream()
                .collect(Collectors.toMap(Component::id, Component::name, (one, other) -> one));
        // Parts that have left since are still named by what happened to them here.
        records.events().ofInstrument(instrument.id()).stream()
                .flatMap(logged -> logged.event().report().components().stream())
                .filter(part -> !names.containsKey(part))
                .distinct()
                .flatMap(part -> records.instruments().registry().component(part).stream())
                .forEach(located ->
                        names.put(located.component().id(), located.component().name()));
        return new EventRow.Maker(
                names,
                records.clock().instant(),
                new Days(records.zone(instrument), pages.texts().locale()),
                pages.texts());
    }
}
