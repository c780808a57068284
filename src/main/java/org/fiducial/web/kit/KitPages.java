package org.fiducial.web.kit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.check.ArtefactForm;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of the things measured with: meters, how their certificates stand, and the forms that add them. */
final class KitPages {

    private static final List<String> FIELDS =
            List.of("slug", "model", "serial", "sensor", "number", "laboratory", "date", "due", "coverage-factor");
    private static final List<String> POINT_FIELDS = List.of("wavelength", "correction", "uncertainty");

    private static final List<String> HEADINGS =
            List.of("name", "kind", "made", "lot or serial number", "standing", "until");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    KitPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** How a certificate stands: word and shape as well as colour. */
    public record Standing(String word, String sign, String label) {}

    /** A certificate in words; texts may be empty. */
    public record CertificateRow(String number, String laboratory, String date, String due, String points) {}

    /** A meter with its certificates, newest first. */
    public record MeterRow(
            String slug,
            String model,
            String serial,
            String sensor,
            Standing standing,
            List<CertificateRow> certificates) {
        public MeterRow {
            certificates = List.copyOf(certificates);
        }
    }

    Answer list(Route.Request request) {
        LocalDate today = today();
        ListOrder order = columns(pages.texts(), today).asked(request);
        return pages.page(
                "kit.html",
                pages.texts().text("kit.title"),
                Map.of(
                        "order",
                        order,
                        "table",
                        "/kit.csv" + order.query(),
                        "meters",
                        records.kit().meters().stream()
                                .map(meter -> row(meter, today))
                                .toList(),
                        "artefacts",
                        artefacts(today, order),
                        "recalls",
                        records.kit().recalls().stream()
                                .map(recall -> RecallPages.row(
                                        recall, new Days(zone(), pages.texts().locale()), pages.texts()))
                                .toList(),
                        "demonstration",
                        sources.demonstration()));
    }

    /** An artefact in words; texts may be empty. */
    public record ArtefactRow(
            String slug, String kind, String made, String size, String until, Standing standing, String succeeds) {}

    /** What the list of artefacts may be ordered by. */
    static Columns<Artefact> columns(Texts texts, LocalDate today) {
        return new Columns<Artefact>()
                .text("slug", Artefact::slug)
                .by("standing", each -> Optional.of(each.standing(today)))
                .text("kind", each -> texts.text("artefact.kind." + each.kind().word()))
                .text("made", each -> ArtefactForm.made(each, texts))
                .text("size", ArtefactForm::size)
                .by("until", each -> each.life().expires());
    }

    /** The kit for spreadsheets, artefacts before meters. */
    Answer table(Route.Request request) {
        LocalDate today = today();
        StringBuilder out = CsvLine.table(HEADINGS);
        for (Artefact each : columns(pages.texts(), today).sorted(records.kit().artefacts(), request)) {
            CsvLine.append(
                    out,
                    List.of(
                            each.slug(),
                            each.kind().word(),
                            ArtefactForm.made(each, pages.texts()),
                            each.source().lot(),
                            standing(each, today).label(),
                            each.life().expires().map(LocalDate::toString).orElse("")));
        }
        for (Meter each : records.kit().meters()) {
            CsvLine.append(
                    out,
                    List.of(
                            each.slug(),
                            "power-meter",
                            each.device().model(),
                            each.device().serial(),
                            row(each, today).standing().label(),
                            records.kit()
                                    .speakingFor(each.id(), today)
                                    .flatMap(speaking ->
                                            speaking.calibration().certificate().due())
                                    .map(LocalDate::toString)
                                    .orElse("")));
        }
        return CsvLine.download("kit.csv", out);
    }

    private List<ArtefactRow> artefacts(LocalDate today, ListOrder order) {
        Days days = new Days(zone(), pages.texts().locale());
        return columns(pages.texts(), today).sorted(records.kit().artefacts(), order).stream()
                .map(each -> new ArtefactRow(
                        each.slug(),
                        pages.texts().text("artefact.kind." + each.kind().word()),
                        ArtefactForm.made(each, pages.texts()),
                        ArtefactForm.size(each),
                        each.life().expires().map(days::day).orElse(""),
                        standing(each, today),
                        each.succeeds().orElse("")))
                .toList();
    }

    /** How an artefact stands today; one that another took the place of asks for nothing any more. */
    private Standing standing(Artefact artefact, LocalDate today) {
        return records.kit()
                .successor(artefact)
                .map(next -> new Standing(
                        "not-evaluated", "○", pages.texts().text("artefact.standing.replaced", next.slug())))
                .orElseGet(() -> standing(artefact.standing(today)));
    }

    private Standing standing(Artefact.Standing standing) {
        String label = pages.texts()
                .text("artefact.standing."
                        + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return switch (standing) {
            case GOOD -> new Standing("pass", "●", label);
            case EXPIRES_SOON -> new Standing("warning", "▲", label);
            case EXPIRED -> new Standing("fail", "■", label);
            case NO_EXPIRY -> new Standing("not-evaluated", "○", label);
        };
    }

    Answer newArtefact(Route.Request request) {
        return artefactForm(request, "");
    }

    /** Adds the artefact of the form. */
    Answer addArtefact(Route.Request request) {
        if (sources.demonstration()) {
            return artefactForm(request, pages.texts().text("register.demonstration"));
        }
        try {
            Facility home = records.instruments()
                    .home()
                    .orElseThrow(() -> new UnusableInputException(pages.texts().text("kit.nofacility")));
            records.kit()
                    .add(
                            new ArtefactForm(request).artefact(sources.ids().get(), home.id()),
                            request.form("by").strip());
            return new Answer.Elsewhere("/kit");
        } catch (UnusableInputException | DuplicateSlugException e) {
            return artefactForm(request, String.valueOf(e.getMessage()));
        }
    }

    private Answer artefactForm(Route.Request request, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("nav.kit"), "/kit")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("typed", typed(request, "", ArtefactForm.FIELDS));
        values.put(
                "known", records.kit().artefacts().stream().map(Artefact::slug).toList());
        values.put(
                "kinds",
                Arrays.stream(Artefact.Kind.values())
                        .map(kind -> new Choice(
                                kind.word(),
                                pages.texts().text("artefact.kind." + kind.word()),
                                kind.word().equals(request.form("kind"))))
                        .toList());
        return pages.page("kit-artefact.html", pages.texts().text("artefact.add"), values);
    }

    Answer newMeter(Route.Request request) {
        return form(request, Optional.empty(), "");
    }

    Answer newCertificate(Route.Request request) {
        return records.kit()
                .meter(request.path("slug"))
                .map(meter -> form(request, Optional.of(meter), ""))
                .orElseGet(Answer.Nothing::new);
    }

    /** Adds a meter, with its certificate where one was typed. */
    Answer addMeter(Route.Request request) {
        return adding(request, Optional.empty(), () -> {
            Facility home = records.instruments()
                    .home()
                    .orElseThrow(() -> new UnusableInputException(pages.texts().text("kit.nofacility")));
            MeterForm form = new MeterForm(request);
            Meter meter = form.meter(sources.ids().get(), home.id());
            records.kit()
                    .add(
                            meter,
                            form.certificate(meter.device()).map(each -> entered(meter, each)),
                            request.form("by").strip());
        });
    }

    /** Adds a certificate to a meter. */
    Answer addCertificate(Route.Request request) {
        return records.kit()
                .meter(request.path("slug"))
                .map(meter -> adding(request, Optional.of(meter), () -> certify(request, meter)))
                .orElseGet(Answer.Nothing::new);
    }

    private void certify(Route.Request request, Meter meter) {
        MeterCertificate certificate = new MeterForm(request)
                .certificate(meter.device())
                .map(each -> entered(meter, each))
                .orElseThrow(() -> new UnusableInputException(pages.texts().text("kit.nocertificate")));
        Seen.unchanged(request, () -> records.kit().certificates(meter.id()).size(), records, pages.texts(), () -> {
            records.kit().add(certificate, request.form("by").strip());
            return certificate;
        });
    }

    private MeterCertificate entered(Meter meter, MeterCalibration calibration) {
        return MeterCertificate.entered(
                sources.ids().get(), meter.id(), records.clock().instant(), calibration);
    }

    private Answer adding(Route.Request request, Optional<Meter> meter, Runnable work) {
        if (sources.demonstration()) {
            return form(request, meter, pages.texts().text("register.demonstration"));
        }
        try {
            work.run();
            return new Answer.Elsewhere("/kit");
        } catch (UnusableInputException | DuplicateSlugException e) {
            return form(request, meter, String.valueOf(e.getMessage()));
        }
    }

    private Answer form(Route.Request request, Optional<Meter> meter, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("nav.kit"), "/kit")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("known", meter.map(each -> row(each, today())).map(List::of).orElse(List.of()));
        values.put(
                Seen.FIELD,
                meter.map(each -> String.valueOf(
                                records.kit().certificates(each.id()).size()))
                        .orElse(""));
        values.put(
                "action",
                meter.map(each -> "/kit/" + each.slug() + "/certificate").orElse("/new-meter"));
        values.put("typed", typed(request, "", FIELDS));
        values.put(
                "points",
                IntStream.rangeClosed(1, MeterForm.POINTS)
                        .mapToObj(row -> {
                            Map<String, String> point = typed(request, "point." + row + ".", POINT_FIELDS);
                            point.put("row", String.valueOf(row));
                            return point;
                        })
                        .toList());
        return pages.page(
                "kit-meter.html",
                pages.texts().text(meter.isPresent() ? "kit.certificate.add" : "kit.meter.add"),
                values);
    }

    private static Map<String, String> typed(Route.Request request, String prefix, List<String> fields) {
        Map<String, String> typed = new TreeMap<>();
        fields.forEach(field ->
                typed.put(field.replace('-', '_'), request.form(prefix + field).strip()));
        return typed;
    }

    private MeterRow row(Meter meter, LocalDate today) {
        Optional<MeterCertificate> speaking = records.kit().speakingFor(meter.id(), today);
        return new MeterRow(
                meter.slug(),
                meter.device().model(),
                meter.device().serial(),
                meter.device().sensor(),
                standing(speaking.map(each -> each.standing(today))),
                records.kit().certificates(meter.id()).stream().map(this::row).toList());
    }

    private Standing standing(Optional<MeterCertificate.Standing> standing) {
        String key = "meter."
                + standing.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("none");
        String label = pages.texts().text(key);
        if (standing.isEmpty()) {
            return new Standing("not-evaluated", "○", label);
        }
        return switch (standing.get()) {
            case IN_FORCE -> new Standing("pass", "●", label);
            case EXPIRES_SOON -> new Standing("warning", "▲", label);
            case EXPIRED -> new Standing("fail", "■", label);
            case NOT_YET -> new Standing("not-evaluated", "○", label);
        };
    }

    private CertificateRow row(MeterCertificate entry) {
        MeterCalibration calibration = entry.calibration();
        MeterCalibration.Certificate certificate = calibration.certificate();
        Days days = new Days(zone(), pages.texts().locale());
        return new CertificateRow(
                certificate.number(),
                certificate.laboratory(),
                days.day(certificate.date()),
                certificate.due().map(days::day).orElse(pages.texts().text("kit.nodue")),
                points(calibration));
    }

    private String points(MeterCalibration calibration) {
        List<MeterCalibration.Point> points = calibration.points();
        String from = NumberText.bare(points.get(0).wavelengthNm());
        String to = NumberText.bare(points.get(points.size() - 1).wavelengthNm());
        return points.size() == 1
                ? pages.texts().text("kit.point", from)
                : pages.texts().text("kit.points", points.size(), from, to);
    }

    private ZoneId zone() {
        return records.instruments().home().map(Facility::zone).orElse(ZoneOffset.UTC);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(records.clock().instant(), zone());
    }
}
