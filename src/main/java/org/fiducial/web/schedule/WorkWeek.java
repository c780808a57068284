package org.fiducial.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fiducial.facility.schedule.Due;
import org.fiducial.web.page.Days;

/**
 * The work of a week, Monday to Sunday; what is overdue is work of this week.
 *
 * @param monday its first day in words
 * @param checks how many are due in it
 * @param minutes of them all
 * @param bar how long its bar is, of 100
 */
public record WorkWeek(String monday, long checks, long minutes, long bar) {

    private static final int WEEKS = 6;

    private record Share(long week, int minutes) {}

    static List<WorkWeek> of(List<Due> due, LocalDate today, Days days) {
        LocalDate first = monday(today);
        LocalDate end = first.plusWeeks(WEEKS).minusDays(1);
        List<Share> shares = due.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.day()), each.following(end).stream())
                        .filter(day -> !day.isAfter(end))
                        .map(day -> new Share(
                                Math.max(0, (day.toEpochDay() - first.toEpochDay()) / 7),
                                each.plan().work().minutes())))
                .toList();
        long most = LongStream.range(0, WEEKS)
                .map(week -> minutes(shares, week))
                .max()
                .orElse(0);
        List<WorkWeek> weeks = new ArrayList<>();
        for (long week = 0; week < WEEKS; week++) {
            long number = week;
            weeks.add(new WorkWeek(
                    days.brief(first.plusWeeks(week)),
                    shares.stream().filter(share -> share.week() == number).count(),
                    minutes(shares, week),
                    most == 0 ? 0 : 100 * minutes(shares, week) / most));
        }
        return List.copyOf(weeks);
    }

    private static long minutes(List<Share> shares, long week) {
        return shares.stream()
                .filter(share -> share.week() == week)
                .mapToLong(Share::minutes)
                .sum();
    }

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
