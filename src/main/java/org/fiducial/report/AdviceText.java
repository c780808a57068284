package org.fiducial.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.advice.Advice;
import org.fiducial.facility.advice.Aim;
import org.fiducial.facility.advice.Counts;
import org.fiducial.facility.advice.Drifting;
import org.fiducial.facility.advice.Exposure;
import org.fiducial.facility.advice.WearOut;
import org.fiducial.facility.advice.Why;
import org.fiducial.facility.interval.PlanAdvice.Advised;
import org.fiducial.facility.interval.PlannedInterval;
import org.fiducial.facility.interval.PlannedInterval.Step;

/**
 * How often to check, in sentences for who plans it: the suggestion, what the planned interval does, what a shorter and a longer
 * one would, and what all of it rests on. Nothing is said of intervals where there is not enough to go by.
 *
 * @param texts the words
 * @param zone the days are counted in
 */
public record AdviceText(Texts texts, ZoneId zone) {

    /** Numbers of instruments people can picture: of these the smallest that tells the share. */
    private static final List<Integer> PICTURED = List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 50);

    private static final double CLOSE = 0.1;
    private static final double SAME = 0.03;
    private static final int MOST_WEEKS = 50;
    private static final double DAYS_PER_MONTH = 30.436875;
    private static final double WEEKS_PER_MONTH = DAYS_PER_MONTH / 7;

    /** The suggestion, or what is lacking for one. */
    public String suggestion(Advised advised) {
        PlannedInterval planned = advised.planned();
        Advice advice = advised.advice();
        if (advice instanceof Advice.Extend extend) {
            return texts.text("advice.extend", every(planned.step(extend.to())), now(planned));
        }
        if (advice instanceof Advice.Shorten shorten) {
            return texts.text(
                    "advice.shorten." + shorten.cause().name().toLowerCase(Locale.ROOT),
                    every(planned.step(shorten.to())),
                    now(planned));
        }
        if (advice instanceof Advice.Keep) {
            return texts.text("advice.keep", now(planned));
        }
        if (advice instanceof Advice.TooFew few) {
            return texts.count("advice.few", few.more());
        }
        Advice.None none = (Advice.None) advice;
        return texts.text(
                "advice.none." + none.obstacle().name().toLowerCase(Locale.ROOT).replace('_', '-'), day(none.since()));
    }

    private String day(Instant at) {
        return texts.day(LocalDate.ofInstant(at, zone));
    }

    /** The step that is suggested, where it is another than what is planned. */
    public static Optional<Step> step(Advised advised) {
        if (advised.advice() instanceof Advice.Extend extend) {
            return Optional.of(advised.planned().step(extend.to()));
        }
        return advised.advice() instanceof Advice.Shorten shorten
                ? Optional.of(advised.planned().step(shorten.to()))
                : Optional.empty();
    }

    /**
     * What it rests on, a sentence each: what the interval does now, what others would, what was counted.
     *
     * @param minutes of work a check takes
     */
    public List<String> why(Advised advised, int minutes) {
        Optional<Why> why = advised.advice().basis();
        if (why.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        if (!(advised.advice() instanceof Advice.TooFew)) {
            sentences.add(nowSentence(advised.planned(), why.get()));
            sentences.addAll(others(advised.planned(), why.get(), minutes));
        }
        sentences.add(counts("advice.own", why.get().own()));
        if (why.get().sisters().checks() > 0) {
            sentences.add(counts("advice.sisters", why.get().sisters()));
        }
        if (!(advised.advice() instanceof Advice.TooFew)) {
            sentences.add(estimate(why.get()));
        }
        if (why.get().estimate().range().low() > why.get().planned()) {
            sentences.add(texts.text(
                    "advice.longest", length(why.get().question().own().longestGood())));
        }
        why.get()
                .question()
                .drift()
                .flatMap(Drifting::earliest)
                .ifPresent(from -> sentences.add(texts.text("advice.drift", day(from))));
        why.get()
                .wearOut()
                .filter(WearOut::isSeen)
                .ifPresent(shape -> sentences.add(texts.text(shape.shape() > 1 ? "advice.wear-out" : "advice.early")));
        return List.copyOf(sentences);
    }

    private String nowSentence(PlannedInterval planned, Why why) {
        Exposure now = why.now();
        return texts.text("advice.now", now(planned), share(now.stillGood()), weeks(now.weeksUnnoticed()));
    }

    /** The next shorter and the next longer step of the plan, with the work they make more or less. */
    private List<String> others(PlannedInterval planned, Why why, int minutes) {
        Stream<Step> shorter = Stream.of(Step.values())
                .filter(step -> step.months() < planned.months() * (1 - SAME))
                .reduce((shorterOne, longerOne) -> longerOne)
                .stream();
        Stream<Step> longer =
                Stream.of(Step.values())
                        .filter(step -> step.months() > planned.months() * (1 + SAME))
                        .findFirst()
                        .stream();
        return Stream.concat(shorter, longer)
                .map(step -> other(planned, why, step, minutes))
                .toList();
    }

    private String other(PlannedInterval planned, Why why, Step step, int minutes) {
        Exposure then = why.at(step.months() * planned.paths());
        double hours = minutes / 60.0;
        double more =
                new Exposure(step.months(), 1).hoursAYear(hours) - new Exposure(planned.months(), 1).hoursAYear(hours);
        String work =
                texts.text(more < 0 ? "advice.work.less" : "advice.work.more", texts.decimals(rounded(Math.abs(more))));
        return texts.text("advice.other", every(step), share(then.stillGood()), weeks(then.weeksUnnoticed()), work);
    }

    private String counts(String key, Counts counts) {
        String checks = texts.text(key, counts.good(), counts.checks(), counts.items());
        return counts.reported() == 0 ? checks : checks + " " + texts.count("advice.reported", counts.reported());
    }

    private String estimate(Why why) {
        Why.Estimate estimate = why.estimate();
        String aim = why.question().aim() instanceof Aim.Cost cost
                ? texts.text(
                        "advice.aim.cost",
                        texts.decimals(rounded(cost.perCheck())),
                        texts.decimals(rounded(cost.perBadMonth())))
                : texts.text(
                        "advice.aim.target",
                        texts.decimals(
                                rounded(100 * ((Aim.Target) why.question().aim()).share())));
        return texts.text(
                "advice.estimate",
                length(estimate.interval()),
                length(estimate.range().low()),
                length(estimate.range().high()),
                aim);
    }

    /** How often the plan asks for a check now. */
    private String now(PlannedInterval planned) {
        return Stream.of(Step.values())
                .filter(step -> Math.abs(planned.months() / step.months() - 1) < SAME)
                .findFirst()
                .map(this::every)
                .orElseGet(() -> texts.text("advice.every.other", lengthOfPlan(planned.months())));
    }

    /** Plans by weeks are spoken of in weeks, even twelve. */
    private String lengthOfPlan(double months) {
        double weeks = months * WEEKS_PER_MONTH;
        boolean whole = Math.abs(weeks - Math.round(weeks)) < 0.01 && weeks < MOST_WEEKS;
        return whole ? texts.count("advice.weeks", Math.round(weeks)) : length(months);
    }

    /** A step in words, for instance {@code every two months}. */
    private String every(Step step) {
        return texts.text("advice.every." + step.word());
    }

    /** A share as so many in so many. */
    private String share(double share) {
        for (int of : PICTURED) {
            long count = Math.round(share * of);
            boolean some = count > 0 && count < of;
            if (some && Math.abs(count / (double) of - share) <= CLOSE * Math.min(share, 1 - share)) {
                return texts.text("advice.share", count, of);
            }
        }
        long ofHundred = Math.round(share * 100);
        if (ofHundred > 0 && ofHundred < 100) {
            return texts.text("advice.share", ofHundred, 100);
        }
        return texts.text(share > 0.5 ? "advice.share.most" : "advice.share.few");
    }

    private String weeks(double weeks) {
        return length(weeks / WEEKS_PER_MONTH);
    }

    /** A length of time as people say it: days, weeks below two months, months below three years. */
    private String length(double months) {
        double days = months * DAYS_PER_MONTH;
        if (days < 10) {
            return texts.count("advice.days", Math.max(1, Math.round(days)));
        }
        if (months < 2) {
            return texts.count("advice.weeks", Math.round(months * WEEKS_PER_MONTH));
        }
        return months < 36
                ? texts.text("advice.months", texts.decimals(rounded(months)))
                : texts.count("advice.years", Math.round(months / 12));
    }

    /** One digit behind the point below ten. */
    private static String rounded(double value) {
        String text = String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
