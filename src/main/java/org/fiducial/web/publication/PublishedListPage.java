package org.fiducial.web.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;

/** The instruments everybody may know of, to search in. */
final class PublishedListPage {

    private static final int SHOWN = 50;
    private static final int LONGEST_SEARCH = 200;

    private final PublicInstruments instruments;
    private final Pages pages;

    PublishedListPage(PublicInstruments instruments, Pages pages) {
        this.instruments = instruments;
        this.pages = pages;
    }

    /** An instrument in the list; texts may be empty. */
    public record Row(String name, String address, String make, String objectives, StateView state) {}

    Answer page(Route.Request request) {
        String sought = request.query("q").replaceAll("\\p{Cntrl}+", " ").strip();
        ListOrder order = new Columns<PublishedInstrument>().asked(request, "q");
        List<PublishedInstrument> found = instruments.all().stream()
                .filter(each -> sought.length() <= LONGEST_SEARCH && instruments.matches(each, sought))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("q", sought);
        values.put("any", !instruments.all().isEmpty());
        values.put("part", ListPart.of(request, found, SHOWN, order).map(this::row));
        return pages.page("published-list.html", pages.texts().text("published.title"), values);
    }

    private Row row(PublishedInstrument published) {
        return new Row(
                published.instrument().name(),
                published.address(),
                published.make(),
                instruments.parts(published).getOrDefault(Component.Kind.OBJECTIVE, List.of()).stream()
                        .map(Component::name)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                instruments.state(published));
    }
}
