package org.fiducial.web.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Value;

/** When the files say they were acquired. */
final class StatedTime {

    private StatedTime() {}

    /** The earliest time the files of a check state; a time without zone is that of the check. */
    static Optional<Instant> of(Check check) {
        ZoneId zone = check.occasion().times().zone();
        return check.result().provenance().inputs().stream()
                .flatMap(input -> Optional.ofNullable(input.facts().get(InputFile.ACQUIRED_AT)).stream())
                .flatMap(fact -> instant(fact, zone).stream())
                .min(Comparator.naturalOrder());
    }

    /** The same check, measured at another time. */
    static Check at(Check check, Instant measuredAt) {
        CheckTimes times = check.occasion().times();
        return new Check(
                check.id(),
                check.configurationId(),
                new Check.Occasion(
                        check.occasion().reason(),
                        new CheckTimes(measuredAt, times.enteredAt(), times.receivedAt(), times.zone()),
                        check.occasion().performedBy(),
                        check.occasion().note()),
                check.result(),
                check.judgement());
    }

    private static Optional<Instant> instant(Value fact, ZoneId zone) {
        String text = fact.toString();
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
