package org.fiducial.facility.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.facility.check.KitUse.Judged;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.quantity.Dimension;
import org.fiducial.metrology.quantity.Quantity;

/**
 * What a recall means for one check. Its values stay. Where the error of a meter is known, its verdicts are doubtful only if
 * one of them differs somewhere between the value as read and the truth, reading / (1 + error); the error cancels in what is
 * no power, such as a stability in per cent. Otherwise every verdict is doubtful.
 *
 * @param recall the recall
 * @param use the check with its verdicts
 * @param isDoubtful whether its verdicts are
 * @param arithmetic why, in one sentence for each verdict the error was applied to; empty where no error is known
 */
public record Doubt(Recall recall, KitUse use, boolean isDoubtful, List<String> arithmetic) {

    private static final MathContext DIGITS = new MathContext(4);

    public Doubt {
        arithmetic = List.copyOf(arithmetic);
    }

    static Doubt of(Recall recall, KitUse use) {
        if (recall.fault().readsPercent().isEmpty()) {
            return new Doubt(recall, use, true, List.of());
        }
        List<String> arithmetic = new ArrayList<>();
        boolean doubtful = false;
        for (Judged judged : use.judged()) {
            Optional<Quantity> power =
                    judged.value().filter(value -> isPower(value.unit().dimension()));
            if (power.isPresent()) {
                boolean changes = changes(recall.fault(), judged, power.get());
                doubtful |= changes;
                arithmetic.add(sentence(recall.fault(), judged, power.get(), changes));
            }
        }
        if (arithmetic.isEmpty()) {
            arithmetic.add("No verdict rests on an absolute power, and the error of one meter cancels in the rest.");
        }
        return new Doubt(recall, use, doubtful, arithmetic);
    }

    private static boolean isPower(Dimension dimension) {
        return switch (dimension) {
            case POWER, IRRADIANCE, POWER_PER_SETTING, POWER_PER_CURRENT -> true;
            default -> false;
        };
    }

    /**
     * Whether the verdict is another one at the truth, or at a bound on the way there; so it is taken where it was not by
     * the bounds alone, as with a guard band.
     */
    private static boolean changes(Recall.Fault fault, Judged judged, Quantity value) {
        double reading = value.value();
        if (judged.verdict().level() != level(judged.verdict().limit(), reading)) {
            return true;
        }
        double truth = fault.truth(reading);
        DefaultLimit limit = judged.verdict().limit();
        VerdictLevel before = level(limit, reading);
        return DoubleStream.concat(
                        DoubleStream.of(truth),
                        bounds(limit)
                                .filter(bound -> bound > Math.min(reading, truth) && bound < Math.max(reading, truth)))
                .anyMatch(each -> level(limit, each) != before);
    }

    private static DoubleStream bounds(DefaultLimit limit) {
        return Stream.of(
                        limit.warning().low(),
                        limit.warning().high(),
                        limit.fail().low(),
                        limit.fail().high())
                .flatMapToDouble(OptionalDouble::stream);
    }

    private static VerdictLevel level(DefaultLimit limit, double value) {
        if (!limit.fail().contain(value)) {
            return VerdictLevel.FAIL;
        }
        return limit.warning().contain(value) ? VerdictLevel.PASS : VerdictLevel.WARNING;
    }

    private static String sentence(Recall.Fault fault, Judged judged, Quantity value, boolean changes) {
        DefaultLimit limit = judged.verdict().limit();
        double truth = fault.truth(value.value());
        return String.format(
                Locale.ROOT,
                "%s: %s read, %s / %s = %s true; the verdict %s.",
                judged.verdict().key().metric(),
                number(value.value(), value),
                number(value.value(), value),
                number(1 + fault.readsPercent().orElse(0) / 100),
                number(truth, value),
                changes ? changed(judged.verdict(), value.value(), truth) : "stays " + words(level(limit, truth)));
    }

    private static String changed(Verdict verdict, double reading, double truth) {
        VerdictLevel before = level(verdict.limit(), reading);
        VerdictLevel after = level(verdict.limit(), truth);
        if (verdict.level() != before) {
            return "was not by the bounds alone, so it is not known to stay";
        }
        return before == after
                ? "is another one in between"
                : "would be " + words(after) + " instead of " + words(before);
    }

    private static String words(VerdictLevel level) {
        return level.word().replace('-', ' ');
    }

    private static String number(double value, Quantity like) {
        return number(value) + " " + like.unit().sign();
    }

    private static String number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
