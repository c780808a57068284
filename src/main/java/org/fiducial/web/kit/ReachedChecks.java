package org.fiducial.web.kit;

import java.util.List;
import java.util.Optional;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitReach;
import org.fiducial.facility.kit.Recall;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.records.FacilityRecords;

/**
 * The checks recalls reach, to be shown part by part. What a recall that holds means is known for states already; of one that
 * was withdrawn or is only typed the ids are kept, and just the part that is shown is read.
 */
final class ReachedChecks {

    private final FacilityRecords records;
    private Optional<Kept> last = Optional.empty();

    ReachedChecks(FacilityRecords records) {
        this.records = records;
    }

    /**
     * What a recall reaches.
     *
     * @param total how many checks
     * @param people who made them, by name
     * @param stretch reads some of them, newest first
     */
    record Reach(int total, List<String> people, ApiPart.Stretch<Doubt> stretch) {}

    private record Kept(String slug, Recall.Period period, long revision, KitReach reach) {}

    /** What a recall that was entered reaches. */
    Reach of(Recall recall) {
        if (!recall.holds()) {
            return ofTyped(recall);
        }
        List<Doubt> doubts = records.doubts().by(recall);
        return new Reach(doubts.size(), Doubts.people(doubts), doubts::subList);
    }

    /** What a recall would reach. */
    Reach ofTyped(Recall recall) {
        KitReach reach = reach(recall);
        return new Reach(reach.checks().size(), reach.people(), (from, to) -> Doubts.of(
                        recall, records.checks().uses(reach.checks().subList(from, to)))
                .all());
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
