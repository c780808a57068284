package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.power.JudgedSeries.Tests;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The readings with a reason, as items; all others stay in their file and are counted. */
final class ReadingItems {

    /** Items listed; what is beyond is counted in a remark. */
    static final int MOST = 2_000;

    private static final String KIND = "reading";

    private final List<String> files;
    private final List<Item> items = new ArrayList<>();
    private final Map<ReadingCode, Long> counts = new EnumMap<>(ReadingCode.class);
    private final Map<String, Integer> used = new HashMap<>();
    private final long[] room;
    private long found;

    /**
     * The items of an acquisition.
     *
     * @param files names, in order
     */
    ReadingItems(PowerAcquisition acquisition, List<String> files) {
        this.files = files;
        long[] byRank = new long[ReadingCode.values().length];
        acquisition.unread().left().forEach(this::count);
        for (UnreadableReading row : acquisition.unread().rows()) {
            count(row.code(), 1);
            byRank[row.code().rank()]++;
        }
        acquisition.series().forEach(series -> count(series.judged().flags(), byRank));
        this.room = room(byRank);
        acquisition.unread().rows().forEach(this::add);
        acquisition.series().forEach(series -> add(series.judged()));
    }

    List<Item> all() {
        return List.copyOf(items);
    }

    List<Remark> remarks() {
        List<Remark> remarks = new ArrayList<>();
        if (found > 0) {
            remarks.add(new Remark(
                    "READINGS_WITH_REASON",
                    Severity.NOTE,
                    found + (found == 1 ? " reading carries" : " readings carry") + " a reason: " + inWords()
                            + ". Gaps, spikes and readings out of order count, the others do not."));
        }
        if (found > MOST) {
            remarks.add(new Remark(
                    "ITEMS_LEFT_OUT",
                    Severity.CAUTION,
                    "Of " + found + " readings with a reason " + items.size()
                            + " are listed: first those whose reason may lie with the light source or its meter ("
                            + ReadingCode.SPIKE + ", " + ReadingCode.METER_SATURATED + ", " + ReadingCode.OUT_OF_ORDER
                            + ", " + ReadingCode.GAP + "); the others are counted above."));
        }
        return remarks;
    }

    private String inWords() {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** How many readings of each rank are listed: all of the first ranks, then as many as there is room for. */
    private static long[] room(long[] byRank) {
        long[] room = new long[byRank.length];
        long left = MOST;
        for (int rank = 0; rank < room.length; rank++) {
            room[rank] = Math.min(left, byRank[rank]);
            left -= room[rank];
        }
        return room;
    }

    private void count(ReadingFlags flags, long[] byRank) {
        for (int place = flags.next(0); place >= 0; place = flags.next(place + 1)) {
            List<ReadingCode> codes = flags.of(place);
            found++;
            codes.forEach(code -> counts.merge(code, 1L, Long::sum));
            byRank[rank(codes)]++;
        }
    }

    private static int rank(List<ReadingCode> codes) {
        return codes.stream().mapToInt(ReadingCode::rank).min().orElseThrow();
    }

    private boolean isRoomFor(int rank) {
        return room[rank]-- > 0;
    }

    private void add(UnreadableReading row) {
        if (isRoomFor(row.code().rank())) {
            items.add(new Item(
                    new ItemIdentity(id(row.source(), row.line()), KIND, 0, files.get(row.source())),
                    ItemStatus.REJECTED,
                    List.of(Reason.of(row.code().name())),
                    Map.of()));
        }
    }

    private void count(ReadingCode code, long number) {
        if (number > 0) {
            counts.merge(code, number, Long::sum);
            found += number;
        }
    }

    /** By line of the file, by file where there are several, and counted where a line holds several readings. */
    private String id(int source, long line) {
        String file = files.size() > 1 ? "f" + (source + 1) + "-" : "";
        String id = String.format(Locale.ROOT, "%sr%06d", file, line);
        int before = used.merge(id, 1, Integer::sum);
        return before == 1 ? id : id + "-" + before;
    }

    private void add(JudgedSeries series) {
        ReadingFlags flags = series.flags();
        Numbers power = series.scale().of(series.series().powerMw());
        Optional<int[]> neighbours = Optional.empty();
        for (int place = flags.next(0); place >= 0; place = flags.next(place + 1)) {
            List<ReadingCode> codes = flags.of(place);
            if (isRoomFor(rank(codes))) {
                neighbours = neighbours.or(() -> Optional.of(ranks(series)));
                items.add(item(series, place, codes, power, neighbours.orElseThrow()));
            }
        }
    }

    /** Place in the order of time of each reading that counts, by its place in the series. */
    private static int[] ranks(JudgedSeries series) {
        int[] ranks = new int[series.flags().size()];
        Arrays.fill(ranks, -1);
        for (int rank = 0; rank < series.n(); rank++) {
            ranks[series.place(rank)] = rank;
        }
        return ranks;
    }

    private Item item(JudgedSeries series, int place, List<ReadingCode> codes, Numbers powerMw, int[] ranks) {
        PowerSeries read = series.series();
        Map<String, Estimate> values = new LinkedHashMap<>();
        read.timing()
                .timeS()
                .ifPresent(time -> values.put("power.time", Estimate.of(new Quantity(time.get(place), Unit.SECOND))));
        values.put("power.reading", Estimate.of(new Quantity(powerMw.get(place), Unit.MILLIWATT)));
        boolean rejected = codes.stream().anyMatch(ReadingCode::rejects);
        return new Item(
                new ItemIdentity(
                        id(read.source(), Math.round(read.fileLine().get(place))), KIND, 0, files.get(read.source())),
                rejected ? ItemStatus.REJECTED : ItemStatus.MEASURED,
                codes.stream()
                        .map(code -> reason(code, series, place, ranks[place]))
                        .toList(),
                values);
    }

    private static Reason reason(ReadingCode code, JudgedSeries series, int place, int rank) {
        Tests tests = series.tests();
        Numbers read = series.series().powerMw();
        return switch (code) {
            case GAP -> {
                Numbers time = series.series().timing().timeS().orElseThrow();
                yield reason(
                        code, time.get(place) - time.get(series.place(rank - 1)), tests.longestPauseS(), Unit.SECOND);
            }
            case SPIKE ->
                reason(
                        code,
                        read.get(place) - read.get(series.place(rank - 1)) - tests.medianStepMw(),
                        ReadingJudge.SPIKE_SCORE * tests.stepScaleMw(),
                        Unit.MILLIWATT);
            case BELOW_FLOOR -> reason(code, read.get(place), tests.floorMw(), Unit.MILLIWATT);
            case METER_SATURATED -> reason(code, read.get(place), tests.rangeMw(), Unit.MILLIWATT);
            case OUT_OF_ORDER, WRONG_SETPOINT, DUPLICATE_TIME, BAD_NUMBER, TRANSITION -> Reason.of(code.name());
        };
    }

    private static Reason reason(ReadingCode code, double value, double limit, Unit unit) {
        return Reason.of(code.name(), new Quantity(value, unit), new Quantity(limit, unit));
    }
}
