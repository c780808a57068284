package org.fiducial.facility.check;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Recall;

/**
 * What every recall that holds means for the checks it reaches.
 *
 * @param all newest recall first, and of each the newest check first
 */
public record Doubts(List<Doubt> all) {

    public Doubts {
        all = List.copyOf(all);
    }

    /** Nothing is in doubt. */
    public static Doubts none() {
        return new Doubts(List.of());
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
        return new Doubts(checks.measuredWith(recall.slug(), recall.period()).stream()
                .map(use -> Doubt.of(recall, use))
                .toList());
    }

    /** What the recalls mean for one check. */
    public List<Doubt> of(UUID checkId) {
        return all.stream()
                .filter(doubt -> doubt.use().check().id().equals(checkId))
                .toList();
    }

    /** The newest recall that makes the verdicts of a check doubtful. */
    public Optional<Doubt> casting(UUID checkId) {
        return of(checkId).stream().filter(Doubt::isDoubtful).findFirst();
    }

    /** Who made these checks, by name, to be told. */
    public List<String> people() {
        return all.stream()
                .map(doubt -> doubt.use().performedBy())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
