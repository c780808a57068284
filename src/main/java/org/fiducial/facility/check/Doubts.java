package org.fiducial.facility.check;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Recall;

/** What every recall that holds means for the checks it reaches. */
public final class Doubts {

    private static final Comparator<Doubt> NEWEST_CHECK_FIRST = Comparator.comparing(
                    (Doubt doubt) -> doubt.use().check().measuredAt())
            .thenComparing(doubt -> doubt.use().check().id())
            .reversed();

    private final List<Doubt> all;
    private final Map<UUID, List<Doubt>> byCheck;
    private final Map<UUID, List<Doubt>> byRecall;

    private Doubts(List<Doubt> all) {
        this.all = List.copyOf(all);
        this.byCheck = all.stream()
                .collect(Collectors.groupingBy(doubt -> doubt.use().check().id()));
        this.byRecall = all.stream()
                .collect(Collectors.groupingBy(doubt -> doubt.recall().id()));
    }

    /** Nothing is in doubt. */
    public static Doubts none() {
        return new Doubts(List.of());
    }

    /** These, newest recall first. */
    public static Doubts of(List<Doubt> all) {
        return new Doubts(all);
    }

    /** What the recalls in a record mean for its checks. */
    public static Doubts of(Kit kit, Checks checks) {
        return new Doubts(kit.recalls().stream()
                .filter(Recall::holds)
                .flatMap(recall -> of(recall, checks).all().stream())
                .toList());
    }

    /** What one recall means, entered or not. */
    public static Doubts of(Recall recall, Checks checks) {
        return of(recall, checks.measuredWith(recall.slug(), recall.period()));
    }

    /** What one recall means for some of the checks it reaches. */
    public static Doubts of(Recall recall, List<KitUse> uses) {
        return new Doubts(uses.stream().map(use -> Doubt.of(recall, use)).toList());
    }

    /**
     * The same after something was added to the record.
     *
     * @param instruments all it was added of
     */
    public Doubts renewed(Kit kit, Checks checks, Set<UUID> instruments) {
        List<Recall> recalls = kit.recalls().stream().filter(Recall::holds).toList();
        Set<UUID> holding = recalls.stream().map(Recall::id).collect(Collectors.toSet());
        List<Doubt> anew = recalls.stream()
                .flatMap(recall -> checks.measuredWith(recall.slug(), recall.period(), instruments).stream()
                        .map(use -> Doubt.of(recall, use)))
                .toList();
        List<Doubt> kept = all.stream()
                .filter(doubt -> !instruments.contains(doubt.use().instrumentId()))
                .filter(doubt -> holding.contains(doubt.recall().id()))
                .toList();
        if (anew.isEmpty() && kept.size() == all.size()) {
            return this;
        }
        return new Doubts(recalls.stream()
                .flatMap(recall -> Stream.concat(kept.stream(), anew.stream())
                        .filter(doubt -> doubt.recall().id().equals(recall.id()))
                        .sorted(NEWEST_CHECK_FIRST))
                .toList());
    }

    /** The checks of an instrument whose verdicts a recall makes doubtful. */
    public Set<UUID> doubtful(UUID instrumentId) {
        return all.stream()
                .filter(doubt ->
                        doubt.isDoubtful() && doubt.use().instrumentId().equals(instrumentId))
                .map(doubt -> doubt.use().check().id())
                .collect(Collectors.toSet());
    }

    /** Newest recall first, and of each the newest check first. */
    public List<Doubt> all() {
        return all;
    }

    /** What the recalls mean for one check, newest recall first. */
    public List<Doubt> of(UUID checkId) {
        return byCheck.getOrDefault(checkId, List.of());
    }

    /** What one of the recalls means, newest check first; nothing where it does not hold. */
    public List<Doubt> by(Recall recall) {
        return byRecall.getOrDefault(recall.id(), List.of());
    }

    /** The newest recall that makes the verdicts of a check doubtful. */
    public Optional<Doubt> casting(UUID checkId) {
        return of(checkId).stream().filter(Doubt::isDoubtful).findFirst();
    }

    /** Who made these checks, by name, to be told. */
    public List<String> people() {
        return people(all);
    }

    /** Who made some checks, by name. */
    public static List<String> people(List<Doubt> doubts) {
        return doubts.stream()
                .map(doubt -> doubt.use().performedBy())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
