package org.fiducial.facility.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.UnusableInputException;

/** Makes a baseline of chosen checks of one series. */
public final class BaselineMaker {

    private final Checks checks;
    private final Reviews reviews;
    private final Limits limits;

    public BaselineMaker(Checks checks, Reviews reviews, Limits limits) {
        this.checks = checks;
        this.reviews = reviews;
        this.limits = limits;
    }

    /**
     * Makes and keeps the next baseline of the series of the checks.
     *
     * @param id of the baseline
     * @param sample the checks and how they are summarised
     * @throws UnusableInputException if a check is unknown, void or of another series
     */
    public Baseline make(UUID id, Baseline.Sample sample, Entry entry) {
        List<Check> chosen =
                sample.checks().stream().distinct().map(this::usable).toList();
        if (chosen.isEmpty()) {
            throw new UnusableInputException("A baseline is made of checks; choose at least one.");
        }
        Baseline.Series series = series(chosen.get(0));
        for (Check check : chosen) {
            if (!series(check).equals(series)) {
                throw new UnusableInputException("A baseline is made of checks of one protocol on one light path, but"
                        + " check " + check.id() + " is of another; leave it away.");
            }
        }
        int number = limits.newestBaseline(series).map(Baseline::number).orElse(0) + 1;
        Baseline baseline = new Baseline(
                id,
                series,
                number,
                new Baseline.Sample(
                        sample.estimator(), chosen.stream().map(Check::id).toList()),
                values(chosen, sample.estimator()),
                entry);
        limits.add(baseline);
        return baseline;
    }

    private Check usable(UUID checkId) {
        Check check = checks.byId(checkId)
                .orElseThrow(() -> new UnusableInputException(
                        "There is no check " + checkId + " in this record; look its identifier up on its page."));
        boolean isVoid = reviews.of(checkId).stream()
                .reduce((earlier, later) -> later)
                .filter(review -> review.decision() == Review.Decision.VOID)
                .isPresent();
        if (isVoid) {
            throw new UnusableInputException("Check " + checkId + " is void and counts for nothing; leave it away.");
        }
        return check;
    }

    private static Baseline.Series series(Check check) {
        return new Baseline.Series(
                check.configurationId(), check.result().provenance().protocol().id());
    }

    private static List<Baseline.Value> values(List<Check> chosen, Baseline.Estimator estimator) {
        Map<MeasurementKey, List<Finding.Evaluated>> found = new LinkedHashMap<>();
        for (Check check : chosen) {
            check.result().measurements().forEach(measurement -> measurement
                    .evaluated()
                    .ifPresent(evaluated -> found.computeIfAbsent(measurement.key(), key -> new ArrayList<>())
                            .add(evaluated)));
        }
        List<Baseline.Value> values = new ArrayList<>();
        found.forEach((key, evaluated) -> values.add(Baseline.Value.of(
                key,
                evaluated.get(0).value().unit(),
                evaluated.stream().mapToDouble(each -> each.value().value()).toArray(),
                estimator)));
        return values;
    }
}
