package org.fiducial.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.store.BulkChecks;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;

/**
 * A facility of any size with years of weekly checks on ten light paths of each instrument, the same for the same seed and
 * day: parts fail and are repaired, some checks are skipped, checks are reviewed and a few void, limits change, and
 * something of the kit is recalled.
 */
final class LargeFacility {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Path NO_FILE = Path.of("beads.tif");
    private static final Duration ENTERED_AFTER = Duration.ofMinutes(40);

    private final Size size;
    private final SettableClock clock = new SettableClock();
    private final Supplier<UUID> ids;
    private final SplittableRandom random;

    /**
     * How large, and which.
     *
     * @param instruments with ten light paths each
     * @param years of weekly checks
     * @param seed where all chance starts
     * @param today the day after the last check
     */
    record Size(int instruments, int years, long seed, LocalDate today) {

        int weeks() {
            return years * 52;
        }

        LocalDate monday(int week) {
            return today.minusWeeks(weeks() - (long) week);
        }

        Instant at(int week, int day, int hour) {
            return monday(week).plusDays(day).atTime(hour, 12).atZone(ZONE).toInstant();
        }

        /** Whether a record that was made as a text says serves as well: of the same size, and not a week old. */
        boolean isServedBy(String made) {
            return IntStream.range(0, 7)
                    .mapToObj(days -> new Size(instruments, years, seed, today.minusDays(days)))
                    .anyMatch(size -> size.toString().equals(made));
        }

        @Override
        public String toString() {
            return instruments + " instruments, " + years + " years, seed " + seed + ", until " + today;
        }
    }

    private LargeFacility(Size size) {
        this.size = size;
        this.random = new SplittableRandom(size.seed());
        this.ids = new TimeOrderedIds(clock, random.split());
    }

    /** Makes the record of a facility in an empty folder; says how many checks it has. */
    static long make(Path data, Size size) throws IOException, SQLException {
        return new LargeFacility(size).make(data);
    }

    private long make(Path data) throws IOException, SQLException {
        clock.set(size.at(0, 0, 7));
        List<LargeInstrument> instruments = new ArrayList<>();
        try (Store store = Store.open(data, Optional.empty(), new Store.Sources(clock, ids))) {
            LargeRegistry registry = new LargeRegistry(store, clock, ids, size);
            registry.begin(data);
            for (int i = 0; i < size.instruments(); i++) {
                instruments.add(registry.add(i, random.split()));
            }
            registry.end(instruments);
        }
        long checks = 0;
        try (BulkChecks bulk = new BulkChecks(data, ids)) {
            for (int week = 0; week < size.weeks(); week++) {
                for (LargeInstrument instrument : instruments) {
                    checks += week(bulk, instrument, week);
                }
            }
        }
        Files.writeString(data.resolve(".bench"), size.toString());
        return checks;
    }

    private int week(BulkChecks bulk, LargeInstrument instrument, int week) throws SQLException {
        int made = 0;
        for (int path = 0; path < instrument.paths().size(); path++) {
            LargeInstrument.Path each = instrument.paths().get(path);
            boolean skipped = random.nextInt(100) < (week == size.weeks() - 1 ? 15 : 2);
            if (!skipped) {
                check(bulk, instrument, each, week, path % 5);
                made++;
            }
        }
        return made;
    }

    private void check(BulkChecks bulk, LargeInstrument instrument, LargeInstrument.Path path, int week, int day)
            throws SQLException {
        Instant measured = size.at(week, day, 9 + random.nextInt(7)).plusSeconds(random.nextInt(1800));
        clock.set(measured.plus(ENTERED_AFTER));
        boolean recent = week >= size.weeks() - 13;
        AnalysisResult result = path.recipe().result(instrument, path.health(week), recent, random);
        Judgement judgement = path.recipe().limits().judge(result);
        boolean left = week > 0 && path.health(week - 1) == LargeInstrument.Health.ILL && !path.isIll(week);
        String note = random.nextInt(200) == 0 ? "The room was warm." : "";
        Check check = new Check(
                ids.get(),
                path.configuration().id(),
                new Check.Occasion(
                        left ? CheckReason.AS_LEFT : CheckReason.SCHEDULED,
                        new CheckTimes(measured, clock.instant(), Optional.empty(), ZONE),
                        LargeRegistry.PEOPLE.get(random.nextInt(LargeRegistry.PEOPLE.size())),
                        note),
                result,
                judgement);
        bulk.add(check, instrument.instrument().id(), List.of(NO_FILE));
        boolean waits = judgement.overall() != VerdictLevel.PASS || !note.isEmpty();
        if (random.nextInt(400) == 0) {
            review(bulk, instrument, check, random.nextInt(3) == 0 ? Review.Decision.REJECTED : Review.Decision.VOID);
        } else if (waits && week < size.weeks() - 2) {
            review(bulk, instrument, check, Review.Decision.APPROVED);
        }
    }

    private void review(BulkChecks bulk, LargeInstrument instrument, Check check, Review.Decision decision)
            throws SQLException {
        clock.set(clock.instant().plus(Duration.ofHours(20)));
        String reason = decision == Review.Decision.APPROVED ? "" : "The slide was dry.";
        bulk.add(
                new Review(ids.get(), check.id(), decision, reason, "Grace Hopper", clock.instant()),
                instrument.instrument().id());
    }
}
