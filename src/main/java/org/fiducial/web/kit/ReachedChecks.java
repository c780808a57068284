package org.fiducial.web.kit;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitReach;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/**
 * The checks recalls reach, to be shown part by part in the order a request wants. What a recall that holds means is known for
 * states already; of one that was withdrawn or is only typed the ids are kept, and just the part that is shown is read.
 */
final class ReachedChecks {

    /** What they may be ordered by; what a recall means for them only where it holds. */
    static final List<String> COLUMNS = List.of("when", "instrument", "path", "verdict", "means");

    private final FacilityRecords records;
    private Optional<Kept> last = Optional.empty();
    private Optional<Ordered> ordered = Optional.empty();

    ReachedChecks(FacilityRecords records) {
        this.records = records;
    }

    /**
     * What a recall reaches.
     *
     * @param order how the checks are ordered; as they come newest first
     * @param means whether they may be ordered by what the recall means for them
     * @param total how many checks
     * @param people who made them, by name
     * @param stretch reads some of them
     */
    record Reach(ListOrder order, boolean means, int total, List<String> people, ApiPart.Stretch<Doubt> stretch) {}

    private record Kept(String slug, Recall.Period period, long revision, KitReach reach) {}

    private record Ordered(UUID recall, String word, long revision, List<Doubt> doubts) {}

    /**
     * What a recall that was entered reaches.
     *
     * @param kept the parameters of the address that links keep
     */
    Reach of(Recall recall, Route.Request request, List<String> kept) {
        return recall.holds() ? ofHolding(recall, request, kept) : ofTyped(recall, request, kept);
    }

    private Reach ofHolding(Recall recall, Route.Request request, List<String> kept) {
        ListOrder order = ListOrder.of(request, COLUMNS, kept);
        List<Doubt> doubts = ordered(recall, order);
        return new Reach(order, true, doubts.size(), Doubts.people(doubts), doubts::subList);
    }

    /** What a recall would reach. */
    Reach ofTyped(Recall recall, Route.Request request, List<String> kept) {
        KitReach reach = reach(recall);
        ListOrder order = ListOrder.of(request, COLUMNS.subList(0, COLUMNS.size() - 1), kept);
        List<UUID> checks = columns(KitReach.One::configurationId, KitReach.One::measuredAt, KitReach.One::overall)
                .sorted(reach.checks(), order)
                .stream()
                .map(KitReach.One::id)
                .toList();
        return new Reach(
                order, false, checks.size(), reach.people(), (from, to) -> doubts(recall, checks.subList(from, to)));
    }

    /** They come newest first, and leave in the order of their ids. */
    private List<Doubt> doubts(Recall recall, List<UUID> checks) {
        Map<UUID, Doubt> read = Doubts.of(recall, records.checks().uses(checks)).all().stream()
                .collect(Collectors.toMap(doubt -> doubt.use().check().id(), Function.identity()));
        return checks.stream()
                .flatMap(id -> Optional.ofNullable(read.get(id)).stream())
                .toList();
    }

    private <T> Columns<T> columns(
            Function<T, UUID> path, Function<T, Instant> when, Function<T, VerdictLevel> verdict) {
        Map<UUID, String> paths = new HashMap<>();
        Map<UUID, String> instruments = new HashMap<>();
        return new Columns<T>()
                .by("when", check -> Optional.of(when.apply(check)))
                .text(
                        "instrument",
                        check -> instruments.computeIfAbsent(
                                path.apply(check), id -> path(id).flatMap(records::instrumentOf)
                                        .map(Instrument::name)
                                        .orElse("")))
                .text(
                        "path",
                        check -> paths.computeIfAbsent(path.apply(check), id -> path(id).map(Configuration::name)
                                .orElse("")))
                .by("verdict", check -> Optional.of(CheckList.Column.BY_GRAVITY.indexOf(verdict.apply(check))));
    }

    private Optional<Configuration> path(UUID id) {
        return records.instruments().configuration(id);
    }

    /** The last order is kept: whoever reads on asks for the same again. */
    private synchronized List<Doubt> ordered(Recall recall, ListOrder order) {
        if (!order.chosen()) {
            return records.doubts().by(recall);
        }
        long revision = records.revision();
        return ordered.filter(kept -> kept.recall().equals(recall.id())
                        && kept.word().equals(order.word())
                        && kept.revision() == revision)
                .map(Ordered::doubts)
                .orElseGet(() -> {
                    List<Doubt> doubts = this.<Doubt>columns(
                                    doubt -> doubt.use().check().configurationId(),
                                    doubt -> doubt.use().check().measuredAt(),
                                    doubt -> doubt.use().check().overall())
                            .by("means", doubt -> Optional.of(doubt.isDoubtful() ? 0 : 1))
                            .sorted(records.doubts().by(recall), order);
                    ordered = Optional.of(new Ordered(recall.id(), order.word(), revision, doubts));
                    return doubts;
                });
    }

    /** One recall at a time, and the last is kept: whoever reads on asks for the same again. */
    private synchronized KitReach reach(Recall recall) {
        long revision = records.revision();
        return last.filter(kept -> kept.slug().equals(recall.slug())
                        && kept.period().equals(recall.period())
                        && kept.revision() == revision)
                .map(Kept::reach)
                .orElseGet(() -> {
                    KitReach read = records.checks().reach(recall.slug(), recall.period());
                    last = Optional.of(new Kept(recall.slug(), recall.period(), revision, read));
                    return read;
                });
    }
}
