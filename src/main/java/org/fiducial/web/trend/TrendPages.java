package org.fiducial.web.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.InstrumentNow;
import org.fiducial.web.records.LastAsked;

/** Numbers over time: of an instrument as far as they fit one page, and all of one light path. */
public final class TrendPages {

    /** So many newest checks of a light path and protocol stand on the page of the instrument. */
    private static final int NEWEST = 40;

    /** So many stand on the page of a light path unless all are asked for: two years of weekly checks. */
    private static final int RECENT = 104;

    private static final int MOST_WHOLE = 48;

    /** A page of more points is no page to look at; further light paths have one of their own. */
    private static final int MOST_POINTS = 150;

    private final FacilityRecords records;
    private final Pages pages;
    /** Ten years of weekly checks take 80 ms of processor to read and lay out, and about 200 kB to keep. */
    private final LastAsked<UUID, List<InstrumentTrends.Group>> wholes = new LastAsked<>(MOST_WHOLE);

    public TrendPages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** A way to all numbers of a light path. */
    public record Way(String address, String name) {}

    /** What of the rarer marks the charts show and their key must explain: other lots, checks in doubt, void ones. */
    public record Key(boolean lot, boolean doubt, boolean isVoid) {

        public static Key of(List<InstrumentTrends.Group> groups) {
            List<TrendChart> charts =
                    groups.stream().flatMap(group -> group.charts().stream()).toList();
            return new Key(
                    charts.stream().anyMatch(chart -> chart.shows("lot")),
                    charts.stream().anyMatch(chart -> chart.marks("doubt")),
                    charts.stream().anyMatch(chart -> chart.marks("void")));
        }
    }

    /** What an instrument page shows: charts, and the ways to those of every light path that was ever checked. */
    public record Shown(List<InstrumentTrends.Group> groups, List<Way> ways) {}

    /** The light path that decides the state first, then the others by name, until the page is full. */
    public Shown of(InstrumentNow now, List<Configuration> configurations, Days days) {
        InstrumentTrends trends = new InstrumentTrends(records, pages.texts());
        List<Configuration> checked = configurations.stream()
                .filter(path -> now.evidence().stream()
                        .anyMatch(check -> check.configurationId().equals(path.id())))
                .sorted(Comparator.comparing(path -> !decides(now, path)))
                .toList();
        List<InstrumentTrends.Group> groups = new ArrayList<>();
        int points = 0;
        Set<UUID> retired = records.instruments().retired().keySet();
        for (Configuration path : checked) {
            if (retired.contains(path.id())) {
                continue;
            }
            if (points > MOST_POINTS / 2) {
                break;
            }
            for (InstrumentTrends.Group group : trends.of(now, path, days, NEWEST)) {
                int more = group.charts().stream()
                        .mapToInt(chart -> chart.marks().size())
                        .sum();
                if (points == 0 || points + more <= MOST_POINTS) {
                    groups.add(group);
                    points += more;
                }
            }
        }
        return new Shown(
                groups,
                checked.stream()
                        .sorted(Comparator.comparingInt(configurations::indexOf))
                        .map(path -> new Way(address(now.instrument(), path), path.name()))
                        .toList());
    }

    private static boolean decides(InstrumentNow now, Configuration path) {
        return now.state()
                .decidingFinding()
                .filter(finding -> finding.checked().id().equals(path.id()))
                .isPresent();
    }

    static String address(Instrument instrument, Configuration path) {
        return "/instruments/" + instrument.slug() + "/trends/" + path.slug();
    }

    /** All numbers of a light path since its first check. */
    Answer one(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        Optional<Configuration> path =
                instrument.flatMap(found -> records.instruments().configurations(found.id()).stream()
                        .filter(each -> each.slug().equals(request.path("path")))
                        .findFirst());
        if (path.isEmpty()) {
            return new Answer.Nothing();
        }
        Instrument found = instrument.orElseThrow();
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(found)));
        values.put("name", path.get().name());
        boolean all = !request.query("all").isEmpty();
        List<InstrumentTrends.Group> groups = all
                ? wholes.of(
                                path.get().id(),
                                records.revision(),
                                () -> Optional.of(charts(found, path.get(), Integer.MAX_VALUE)))
                        .orElseThrow()
                : charts(found, path.get(), RECENT);
        values.put("trends", groups);
        values.put("shown", Key.of(groups));
        values.put("all", all);
        values.put("most", RECENT);
        values.put(
                "checks",
                "/instruments/" + found.slug() + "/checks?path=" + path.get().slug());
        return pages.page(
                "trends.html",
                pages.texts().text("trends.title", found.name(), path.get().name()),
                values);
    }

    private List<InstrumentTrends.Group> charts(Instrument instrument, Configuration path, int newest) {
        Days days = new Days(records.zone(instrument), pages.texts().locale());
        return new InstrumentTrends(records, pages.texts()).of(records.present(instrument), path, days, newest);
    }
}
