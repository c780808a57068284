package org.fiducial.web.publication;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.Texts;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Tongue;

/** The instruments everybody may know of, to search in. */
final class PublishedListPage {

    private static final int SHOWN = 50;
    private static final int LONGEST_SEARCH = 200;

    private final PublicInstruments instruments;
    private final Pages pages;
    private volatile Kept kept = new Kept(-1, LocalDate.EPOCH, Map.of());

    PublishedListPage(PublicInstruments instruments, Pages pages) {
        this.instruments = instruments;
        this.pages = pages;
    }

    /** What the parts of an instrument say in the list. */
    private record Known(String searched, String objectives) {}

    /** What is known of instruments by their tokens, for a state of the record and a day. */
    private record Kept(long revision, LocalDate day, Map<String, Known> of) {}

    /** An instrument in the list; texts may be empty. */
    public record Row(String name, String address, String make, String objectives, StateView state) {}

    Answer page(Route.Request request) {
        String sought = request.query("q").replaceAll("\\p{Cntrl}+", " ").strip();
        ListOrder order = new Columns<PublishedInstrument>().asked(request, "q", PageLanguage.QUERY);
        Texts texts = pages.texts(PageLanguage.of(request));
        List<PublishedInstrument> found = instruments.all().stream()
                .filter(each -> sought.isEmpty()
                        || (sought.length() <= LONGEST_SEARCH
                                && PublicInstruments.matches(known(each).searched(), sought)))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("q", sought);
        values.put("any", !instruments.all().isEmpty());
        values.put("part", ListPart.of(request, found, SHOWN, order).map(each -> row(each, request, texts)));
        values.put("tongues", Tongue.of(request, PageLanguage.of(request), "q", "page"));
        values.put("lang", PageLanguage.stated(request).map(PageLanguage::tag).orElse(""));
        return pages.page(request, "published-list.html", texts.text("published.title"), values);
    }

    private Row row(PublishedInstrument published, Route.Request request, Texts texts) {
        return new Row(
                published.instrument().name(),
                published.address() + PageLanguage.kept(request),
                published.make(),
                known(published).objectives(),
                instruments.state(published, texts));
    }

    private Known known(PublishedInstrument published) {
        return kept().of().computeIfAbsent(published.token(), unused -> read(published));
    }

    /** What is kept follows from the record and from the day: parts come and go at dates that were entered before. */
    private Kept kept() {
        Kept last = kept;
        long revision = instruments.records().revision();
        LocalDate today = instruments.records().today();
        if (last.revision() != revision || !last.day().equals(today)) {
            last = new Kept(revision, today, new ConcurrentHashMap<>());
            kept = last;
        }
        return last;
    }

    private Known read(PublishedInstrument published) {
        return new Known(
                instruments.searched(published),
                instruments.parts(published).getOrDefault(Component.Kind.OBJECTIVE, List.of()).stream()
                        .map(Component::name)
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
