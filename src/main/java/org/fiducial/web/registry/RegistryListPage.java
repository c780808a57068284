package org.fiducial.web.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The registry as a list: all instruments with make and place, those out of service too. */
final class RegistryListPage {

    private static final List<String> HEADINGS = List.of(
            "slug",
            "name",
            "manufacturer",
            "model",
            "serial",
            "location",
            "commissioned",
            "decommissioned",
            "identifier",
            "components",
            "light paths");

    private static final int SHOWN = 100;

    private final FacilityRecords records;
    private final Pages pages;

    RegistryListPage(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** An instrument in the list of all. */
    public record Row(
            String slug, String name, String made, String serial, String location, String commissioned, String gone) {}

    /** All instruments, those out of service too. */
    Answer list(Route.Request request) {
        Map<UUID, Fields> known = known();
        ListOrder order = columns(known).asked(request, "q", "standing");
        Map<String, Object> values = new HashMap<>();
        values.put(
                "part",
                ListPart.of(request, chosen(request, known), SHOWN, order).map(each -> row(each, fields(each, known))));
        values.put("q", request.query("q"));
        values.put("standing", request.query("standing"));
        values.put("query", order.query());
        values.put("order", order);
        values.put("any", !records.instruments().all().isEmpty());
        return pages.page("registry-list.html", pages.texts().text("registry.list"), values);
    }

    /** What the list may be ordered by. */
    private static Columns<Instrument> columns(Map<UUID, Fields> known) {
        return new Columns<Instrument>()
                .text("name", Instrument::name)
                .text("made", each -> each.make().title())
                .text("serial", each -> each.make().serial())
                .text("location", Instrument::location)
                .by("commissioned", each -> fields(each, known).day(Fields.COMMISSIONED))
                .by("service", each -> fields(each, known).day(Fields.DECOMMISSIONED));
    }

    /** The instruments the filter leaves, as a request wants them. */
    private List<Instrument> chosen(Route.Request request, Map<UUID, Fields> known) {
        return columns(known)
                .sorted(
                        records.instruments().all().stream()
                                .filter(instrument -> holds(request, row(instrument, fields(instrument, known))))
                                .toList(),
                        request);
    }

    private static boolean holds(Route.Request request, Row row) {
        String sought = request.query("q").strip().toLowerCase(Locale.ROOT);
        String all = String.join(" ", row.slug(), row.name(), row.made(), row.serial(), row.location());
        boolean standing =
                switch (request.query("standing")) {
                    case "in" -> row.gone().isEmpty();
                    case "out" -> !row.gone().isEmpty();
                    default -> true;
                };
        return standing && (sought.isEmpty() || all.toLowerCase(Locale.ROOT).contains(sought));
    }

    private Row row(Instrument instrument, Fields known) {
        Days days = new Days(records.zone(instrument), pages.texts().locale()).shortened();
        return new Row(
                instrument.slug(),
                instrument.name(),
                instrument.make().title(),
                instrument.make().serial(),
                instrument.location(),
                known.day(Fields.COMMISSIONED).map(days::day).orElse(""),
                known.day(Fields.DECOMMISSIONED).map(days::day).orElse(""));
    }

    /** The same for spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        Map<UUID, Fields> all = known();
        chosen(request, all).forEach(instrument -> {
            Fields known = fields(instrument, all);
            CsvLine.append(
                    out,
                    List.of(
                            instrument.slug(),
                            instrument.name(),
                            known.text(Fields.MANUFACTURER),
                            known.text(Fields.MODEL),
                            known.text(Fields.SERIAL),
                            known.text(Fields.LOCATION),
                            known.text(Fields.COMMISSIONED),
                            known.text(Fields.DECOMMISSIONED),
                            known.text(Fields.IDENTIFIER),
                            String.valueOf(records.parts(instrument).size()),
                            String.valueOf(records.instruments()
                                    .configurations(instrument.id())
                                    .size())));
        });
        return CsvLine.download("instruments.csv", out);
    }

    /** What is known of all instruments, read at once. */
    private Map<UUID, Fields> known() {
        return records.instruments().registry().instruments();
    }

    private static Fields fields(Instrument instrument, Map<UUID, Fields> known) {
        return Optional.ofNullable(known.get(instrument.id())).orElseGet(() -> Fields.of(instrument));
    }
}
