package org.fiducial.web.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.audit.AuditPart;
import org.fiducial.facility.audit.ChainFlaw;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Who entered what and when, newest first: as a page, for spreadsheets and for programs. */
final class AuditPages {

    private static final int SHOWN = 100;
    private static final int MOST = 200;
    /** So many rows of a table are read together. */
    private static final int AT_ONCE = 1000;

    private static final List<String> HEADINGS = List.of("row", "at", "by", "what", "thing", "address", "hash");
    private static final int BRIEF = 12;

    private final FacilityRecords records;
    private final Pages pages;
    private final ObjectMapper json = new ObjectMapper();

    AuditPages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** A row of the chain in the list; the hash in short, and whole; and whether the row is as it was written. */
    public record Row(
            long sequence,
            Days.Moment when,
            String by,
            String kind,
            Optional<ThingLinks.Link> thing,
            String brief,
            String hash,
            boolean sound) {}

    Answer list(Route.Request request) {
        AuditQuery query = AuditQuery.of(request, records);
        AuditPart part = query.read(book(), SHOWN);
        Map<String, Object> values = new HashMap<>();
        Set<Long> flawed = part.flaws().stream().map(ChainFlaw::row).collect(Collectors.toSet());
        values.put(
                "rows",
                part.entries().stream()
                        .map(entry -> row(entry, !flawed.contains(entry.sequence())))
                        .toList());
        values.put("flaw", flaw(part));
        values.put("total", query.count(book()));
        values.put("head", head(query));
        values.put("first", query.before() == Long.MAX_VALUE ? "" : AuditQuery.address(request, "/audit", Map.of()));
        values.put("further", further(request, "/audit", part));
        values.put("table", AuditQuery.address(request, "/audit.csv", Map.of()));
        values.put("facilities", facilities(query));
        values.put("kinds", kinds(query));
        values.put("people", people(query));
        return pages.page("audit.html", pages.texts().text("audit.title"), values);
    }

    private static String further(Route.Request request, String address, AuditPart part) {
        return part.further()
                .map(place -> AuditQuery.address(request, address, Map.of("before", place.toString())))
                .orElse("");
    }

    /** What is wrong with the rows of the page, in one sentence. */
    private String flaw(AuditPart part) {
        return part.flaws().stream()
                .findFirst()
                .map(flaw -> pages.texts().text("audit.flaw." + word(flaw.kind()), flaw.row()))
                .orElse("");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the newest row proves, and its hash; empty text while there is none. */
    public record Head(String sentence, String hash) {}

    private Object head(AuditQuery query) {
        return query.facility()
                .map(Facility::id)
                .flatMap(book()::head)
                .<Object>map(head -> new Head(pages.texts().text("audit.head", head.sequence()), head.hash()))
                .orElse("");
    }

    private Row row(AuditEntry entry, boolean sound) {
        return new Row(
                entry.sequence(),
                days().of(entry.at()),
                entry.by(),
                kind(entry.kind()),
                entry.thing().map(links()::of),
                entry.hash().substring(0, Math.min(BRIEF, entry.hash().length())),
                entry.hash(),
                sound);
    }

    private String kind(String word) {
        return pages.texts().text("audit.kind." + word);
    }

    private List<Choice> facilities(AuditQuery query) {
        List<Facility> all = records.facilities();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(each -> new Choice(
                                each.id().toString(),
                                each.name(),
                                query.facility().equals(Optional.of(each))))
                        .toList();
    }

    private List<Choice> kinds(AuditQuery query) {
        return book().kinds().stream()
                .map(word -> new Choice(word, kind(word), word.equals(query.kind())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private List<Choice> people(AuditQuery query) {
        return query.facility().map(Facility::id).map(book()::people).orElse(List.of()).stream()
                .map(name -> new Choice(name, name, name.equals(query.person())))
                .toList();
    }

    /** The same for spreadsheets: all of them. */
    Answer table(Route.Request request) {
        AuditQuery query = AuditQuery.of(request, records);
        return CsvLine.streamed("audit-" + records.today() + ".csv", HEADINGS, taker -> {
            ThingLinks links = links();
            Days days = days();
            Optional<Long> place = Optional.of(query.before());
            while (place.isPresent()) {
                AuditPart part = query.before(place.get()).read(book(), AT_ONCE);
                for (AuditEntry entry : part.entries()) {
                    taker.take(cells(entry, links, days));
                }
                place = part.further();
            }
        });
    }

    private static List<String> cells(AuditEntry entry, ThingLinks links, Days days) {
        Optional<ThingLinks.Link> thing = entry.thing().map(links::of);
        return List.of(
                String.valueOf(entry.sequence()),
                days.of(entry.at()).iso(),
                entry.by(),
                entry.kind(),
                thing.map(ThingLinks.Link::name).orElse(""),
                thing.map(ThingLinks.Link::address).orElse(""),
                entry.hash());
    }

    /** The same for programs. */
    Answer api(Route.Request request) {
        AuditQuery query = AuditQuery.of(request, records);
        AuditPart part = query.read(book(), MOST);
        ObjectNode node = json.createObjectNode();
        query.facility().ifPresent(facility -> {
            node.put("facility", facility.name());
            book().head(facility.id())
                    .ifPresent(head ->
                            node.putObject("head").put("row", head.sequence()).put("hash", head.hash()));
        });
        node.put("total", query.count(book()));
        part.flaws().stream().findFirst().ifPresent(flaw -> node.putObject("flaw")
                .put("row", flaw.row())
                .put("kind", word(flaw.kind()))
                .put("sentence", flaw(part)));
        ArrayNode rows = node.putArray("rows");
        part.entries().forEach(entry -> describe(rows.addObject(), entry));
        String next = further(request, "/api/v1/audit", part);
        if (!next.isEmpty()) {
            node.put("next", next);
        }
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void describe(ObjectNode node, AuditEntry entry) {
        node.put("row", entry.sequence())
                .put("at", entry.at().toString())
                .put("by", entry.by())
                .put("kind", entry.kind())
                .put("hash", entry.hash());
        entry.thing().ifPresent(thing -> node.put("thing", word(thing.kind()))
                .put("id", thing.id())
                .put("address", links().of(thing).address()));
    }

    private AuditBook book() {
        return records.audit();
    }

    private ThingLinks links() {
        return new ThingLinks(records, pages.texts());
    }

    private Days days() {
        return new Days(records.zone(), pages.texts().locale()).shortened();
    }
}
