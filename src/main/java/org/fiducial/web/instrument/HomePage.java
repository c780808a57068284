package org.fiducial.web.instrument;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Level;
import org.fiducial.report.StateText;
import org.fiducial.report.Texts;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Notice;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.InstrumentNow;
import org.fiducial.web.schedule.DueView;
import org.fiducial.web.schedule.WorkWeek;

/** Monday's page: what is wrong, what is due, what expires. */
public final class HomePage {

    /** The worst of a large facility; the rest is shown on request. */
    private static final int SHOWN = 60;

    private final FacilityRecords records;
    private final Pages pages;
    private final ReturnPages returns;
    private volatile OfKit ofKit = new OfKit(-1, LocalDate.EPOCH, List.of(), List.of());

    private record OfKit(long revision, LocalDate day, List<Notice> expiring, List<Notice> recalled) {}

    HomePage(FacilityRecords records, Pages pages, ReturnPages returns) {
        this.returns = returns;
        this.records = records;
        this.pages = pages;
    }

    /**
     * An instrument in the list.
     *
     * @param urgency 0 for the worst state
     * @param since when its state began; empty text where nothing says
     * @param newest its newest check; empty texts where there is none
     */
    public record Row(
            InstrumentPages.Who who, StateView state, int urgency, Moment since, DueView due, Newest newest) {}

    /** A day in words, and for sorting. */
    public record Moment(String day, long millis) {}

    /** The newest check. */
    public record Newest(String day, long millis, String address) {}

    /** How many instruments are in a state. */
    public record Count(String word, String sign, String label, long number) {}

    /** The work of this week. */
    public record Week(long overdue, long due, long minutes) {}

    /** What the page says, besides how it is laid out; reminders say the same. */
    record Monday(
            List<Row> rows,
            int more,
            List<Count> counts,
            List<Notice> open,
            List<Notice> expiring,
            Week week,
            boolean planned) {}

    Answer page(Route.Request request) {
        ListOrder order = columns(records, pages.texts()).asked(request, "all");
        Monday monday = monday(request.query("all").isEmpty() ? SHOWN : Integer.MAX_VALUE, order);
        return pages.page(
                "home.html",
                pages.texts().text("instruments.title"),
                Map.ofEntries(
                        Map.entry("order", order),
                        Map.entry("all", order.at("/", Map.of("all", "yes"))),
                        Map.entry("manages", request.may(Permission.MANAGE)),
                        Map.entry("rows", monday.rows()),
                        Map.entry("more", monday.more()),
                        Map.entry("counts", monday.counts()),
                        Map.entry("open", monday.open()),
                        Map.entry("expiring", monday.expiring()),
                        Map.entry("week", monday.week()),
                        Map.entry("planned", monday.planned())));
    }

    /** What the list of instruments may be ordered by. */
    public static Columns<InstrumentNow> columns(FacilityRecords records, Texts texts) {
        return new Columns<InstrumentNow>()
                .text("name", each -> each.instrument().name())
                .by("state", each -> Optional.of(each.level().urgency()))
                .by("since", each -> each.state().since())
                .by("due", each -> Optional.of(due(each, records, texts).millis())
                        .filter(millis -> millis != 0));
    }

    private static DueView due(InstrumentNow known, FacilityRecords records, Texts texts) {
        return DueView.of(
                new DueView.Known(known.evidence(), known.due(), records.intervalDays()),
                records.clock().instant(),
                new Days(records.zone(known.instrument()), texts.locale()).shortened(),
                texts);
    }

    /**
     * What there is to say.
     *
     * @param most instruments that are listed, worst first where no order was chosen
     */
    Monday monday(int most, ListOrder order) {
        LocalDate today = records.today();
        List<Due> due = records.due(today);
        Set<UUID> in =
                records.instruments().inService().stream().map(Instrument::id).collect(Collectors.toSet());
        List<InstrumentNow> known = records.present().stream()
                .filter(each -> in.contains(each.instrument().id()))
                .toList();
        OfKit kit = kit(today);
        return new Monday(
                columns(records, pages.texts())
                        .sorted(
                                known.stream()
                                        .sorted(Comparator.comparingInt(
                                                each -> each.level().urgency()))
                                        .toList(),
                                order)
                        .stream()
                        .limit(most)
                        .map(this::row)
                        .toList(),
                Math.max(0, known.size() - most),
                counts(known),
                Stream.of(known.stream().flatMap(this::open), returns.notices(), kit.recalled().stream())
                        .flatMap(each -> each)
                        .toList(),
                kit.expiring(),
                week(due, today),
                !due.isEmpty());
    }

    /** What is known of the kit is found anew only where something was added to the record. */
    private OfKit kit(LocalDate today) {
        long revision = records.revision();
        OfKit known = ofKit;
        if (known.revision() == revision && known.day().equals(today)) {
            return known;
        }
        OfKit found = new OfKit(revision, today, expiring(today), recalled().toList());
        ofKit = found;
        return found;
    }

    private Row row(InstrumentNow known) {
        Instrument instrument = known.instrument();
        Days days = new Days(records.zone(instrument), pages.texts().locale()).shortened();
        return new Row(
                InstrumentPages.Who.of(instrument),
                StateView.of(known.state(), text(instrument)),
                known.level().urgency(),
                known.state()
                        .since()
                        .map(since -> new Moment(days.of(since).day(), since.toEpochMilli()))
                        .orElse(new Moment("", 0)),
                due(known, records, pages.texts()),
                known.evidence().stream()
                        .findFirst()
                        .map(check -> new Newest(
                                days.of(check.measuredAt()).day(),
                                check.measuredAt().toEpochMilli(),
                                "/checks/" + check.id()))
                        .orElse(new Newest("", 0, "")));
    }

    private StateText text(Instrument instrument) {
        return new StateText(pages.texts(), records.zone(instrument), records::protocolTitle).shortened();
    }

    private List<Count> counts(List<InstrumentNow> known) {
        return Stream.of(Level.DO_NOT_USE, Level.UNKNOWN, Level.USABLE_WITH_CARE, Level.FINE)
                .map(level -> new Count(
                        StateView.word(level),
                        StateView.sign(level),
                        pages.texts().text("state." + StateView.word(level)),
                        known.stream().filter(each -> each.level() == level).count()))
                .toList();
    }

    private Stream<Notice> open(InstrumentNow known) {
        StateText text = text(known.instrument());
        return known.state().open().stream().map(logged -> open(known.instrument(), logged, text));
    }

    private Notice open(Instrument instrument, LoggedEvent logged, StateText text) {
        Level level = Level.of(logged.event().report().effect());
        Days days = new Days(records.zone(instrument), pages.texts().locale()).shortened();
        return new Notice(
                "/events/" + logged.event().id(),
                instrument.name(),
                text.named(logged) + ": " + logged.event().report().what(),
                logged.expectedEnd()
                        .map(end -> pages.texts()
                                .text("home.open.until", days.of(end).day()))
                        .orElse(""),
                StateView.word(level),
                StateView.sign(level));
    }

    /** Meters whose certificate expires soon, has expired, or is not there; artefacts in use likewise. */
    private List<Notice> expiring(LocalDate today) {
        return Stream.concat(
                        records.kit().meters().stream().flatMap(meter -> expiring(meter, today).stream()),
                        records.kit().artefactsInUse().stream().flatMap(artefact -> expiring(artefact, today).stream()))
                .toList();
    }

    private Optional<Notice> expiring(Artefact artefact, LocalDate today) {
        Artefact.Standing standing = artefact.standing(today);
        boolean soon = standing == Artefact.Standing.EXPIRES_SOON;
        if (!soon && standing != Artefact.Standing.EXPIRED) {
            return Optional.empty();
        }
        Days days = new Days(records.zone(), pages.texts().locale()).shortened();
        return artefact.life()
                .expires()
                .map(day -> new Notice(
                        "/kit",
                        artefact.slug(),
                        pages.texts().text("home.artefact." + (soon ? "soon" : "expired"), days.day(day)),
                        soon ? "warning" : "fail",
                        soon ? "▲" : "■"));
    }

    /** Recalls that make verdicts doubtful, each with how many. */
    private Stream<Notice> recalled() {
        Map<Recall, Long> doubtful = records.doubts().all().stream()
                .filter(Doubt::isDoubtful)
                .collect(Collectors.groupingBy(Doubt::recall, LinkedHashMap::new, Collectors.counting()));
        return doubtful.entrySet().stream()
                .map(each -> new Notice(
                        "/recalls/" + each.getKey().id(),
                        each.getKey().slug(),
                        pages.texts()
                                .text("home.recalled", each.getKey().fault().reason(), each.getValue()),
                        "warning",
                        "▲"));
    }

    private Optional<Notice> expiring(Meter meter, LocalDate today) {
        Texts texts = pages.texts();
        Days days = new Days(records.zone(), texts.locale()).shortened();
        Optional<MeterCertificate> speaking = records.kit().speakingFor(meter.id(), today);
        MeterCertificate.Standing standing =
                speaking.map(each -> each.standing(today)).orElse(MeterCertificate.Standing.EXPIRED);
        if (standing == MeterCertificate.Standing.IN_FORCE) {
            return Optional.empty();
        }
        String until = speaking.flatMap(each -> each.calibration().certificate().due())
                .map(days::day)
                .map(day -> texts.text("home.kit." + standing.name().toLowerCase(Locale.ROOT), day))
                .orElse(texts.text("meter.none"));
        boolean soon = standing == MeterCertificate.Standing.EXPIRES_SOON;
        return Optional.of(new Notice("/kit", meter.slug(), until, soon ? "warning" : "fail", soon ? "▲" : "■"));
    }

    private static Week week(List<Due> due, LocalDate today) {
        LocalDate monday = WorkWeek.monday(today).plusWeeks(1);
        List<Due> overdue = due.stream()
                .filter(each -> each.standing() == Due.Standing.OVERDUE)
                .toList();
        List<Due> inWeek = due.stream()
                .filter(each ->
                        each.standing() != Due.Standing.OVERDUE && each.day().isBefore(monday))
                .toList();
        return new Week(
                overdue.size(),
                inWeek.size(),
                Stream.concat(overdue.stream(), inWeek.stream())
                        .mapToLong(each -> each.plan().work().minutes())
                        .sum());
    }
}
