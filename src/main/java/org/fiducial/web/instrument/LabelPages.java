package org.fiducial.web.instrument;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.QrCode;
import org.fiducial.settings.Settings;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/**
 * Labels for instruments, whose QR code leads to the form that reports a problem, without an account.
 */
final class LabelPages {

    private static final int PNG_MODULE_PX = 12;

    private final FacilityRecords records;
    private final Pages pages;
    private final Supplier<Settings> settings;

    LabelPages(FacilityRecords records, Pages pages, Supplier<Settings> settings) {
        this.records = records;
        this.pages = pages;
        this.settings = settings;
    }

    /** A label: what stands on it, and where its pictures are. */
    public record Label(String name, String make, String location, String address, String picture) {}

    /** The labels of all instruments on one sheet. */
    Answer sheet(Route.Request request) {
        return page(records.instruments().all(), pages.texts().text("label.title"), List.of());
    }

    /** The label of an instrument. */
    Answer one(Route.Request request) {
        return instrument(request)
                .map(instrument -> page(
                        List.of(instrument),
                        pages.texts().text("label.title.of", instrument.name()),
                        List.of(Crumb.of(instrument))))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer page(List<Instrument> instruments, String title, List<Crumb> own) {
        Optional<URI> base = settings.get().publicUrl();
        return pages.page(
                "label.html",
                title,
                Map.of(
                        "trail",
                                Stream.concat(Stream.of(Crumb.instruments(pages.texts())), own.stream())
                                        .toList(),
                        "labels",
                                base.map(url -> instruments.stream()
                                                .map(each -> label(each, url))
                                                .toList())
                                        .orElse(List.of()),
                        "unsaid", base.isEmpty(),
                        "facility", records.facilityName()));
    }

    private static Label label(Instrument instrument, URI base) {
        return new Label(
                instrument.name(),
                instrument.make().title(),
                instrument.location(),
                base.resolve("report/" + InstrumentToken.of(instrument)).toString(),
                "/instruments/" + instrument.slug() + "/label");
    }

    /** The code alone, as {@code label.svg} or {@code label.png}. */
    Answer svg(Route.Request request) {
        return code(request)
                .map(code -> (Answer)
                        new Answer.Content("image/svg+xml", code.svg().getBytes(StandardCharsets.UTF_8), false))
                .orElseGet(Answer.Nothing::new);
    }

    Answer png(Route.Request request) {
        return code(request)
                .map(code -> (Answer) new Answer.Content("image/png", code.png(PNG_MODULE_PX), false))
                .orElseGet(Answer.Nothing::new);
    }

    private Optional<QrCode> code(Route.Request request) {
        return instrument(request).flatMap(instrument -> settings.get()
                .publicUrl()
                .map(url -> QrCode.of(label(instrument, url).address())));
    }

    /** Where a label leads: the form that reports a problem, and when that was done, thanks. */
    Answer report(Route.Request request) {
        String token = request.path("token");
        return records.instruments().all().stream()
                .filter(instrument -> InstrumentToken.isOf(instrument, token))
                .findFirst()
                .map(instrument -> request.query("reported").isEmpty()
                        ? new Answer.Elsewhere("/instruments/" + instrument.slug() + "/new-event?kind=fault&label="
                                + token + PageLanguage.also(request))
                        : thanks(request, instrument))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer thanks(Route.Request request, Instrument instrument) {
        return pages.page(
                request,
                "reported.html",
                instrument.name(),
                Map.of(
                        "report",
                        "/report/" + InstrumentToken.of(instrument),
                        "published",
                        records.published()
                                .of(instrument)
                                .map(PublishedInstrument::address)
                                .orElse("")));
    }

    private Optional<Instrument> instrument(Route.Request request) {
        return records.instruments().bySlug(request.path("slug"));
    }
}
