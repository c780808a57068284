package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;

/** What the reader should know of the channels besides their numbers. */
final class PairRemarks {

    private static final int FEW = 3;

    /** Share of the half diagonal within which a bead must lie for the centre to be known from near by. */
    private static final double NEAR_CENTRE = 0.35;

    /** Share of the beads of a channel that may lack a partner without a word. */
    private static final double UNPAIRED = 0.3;

    private final Acquisition acquisition;
    private final List<Remark> remarks = new ArrayList<>();

    PairRemarks(Acquisition acquisition) {
        this.acquisition = acquisition;
    }

    /** The remarks on all channels and on the pairs with the reference channel. */
    List<Remark> all(List<PairResult> pairs) {
        if (acquisition.field().plane()) {
            remarks.add(new Remark(
                    "SINGLE_PLANE",
                    Severity.NOTE,
                    "The image is a single plane, so nothing is said of shifts along z; record a stack for those."));
        }
        for (int channel = 1; channel <= acquisition.field().channels(); channel++) {
            channel(channel);
        }
        pairs.forEach(this::pair);
        return remarks;
    }

    private void say(String code, Severity severity, String sentence) {
        remarks.add(new Remark(code, severity, sentence));
    }

    private void channel(int channel) {
        List<NumberedBead> beads = acquisition.beads().stream()
                .filter(bead -> bead.channel() == channel)
                .toList();
        if (beads.isEmpty()) {
            say(
                    "NO_BEAD",
                    Severity.CAUTION,
                    "Channel " + channel + ": no bead was found; check focus, exposure and sample.");
            return;
        }
        if (beads.stream().noneMatch(NumberedBead::counts)) {
            say(
                    "NO_BEAD",
                    Severity.CAUTION,
                    "Channel " + channel + ": none of the " + beads.size() + " spots found could be located ("
                            + reasons(beads) + ").");
            return;
        }
        boolean skewed = acquisition.series().stream()
                .flatMap(series -> series.channels().stream())
                .anyMatch(each -> each.channel() == channel && each.skewed());
        if (skewed) {
            say(
                    "LOPSIDED_IMAGES",
                    Severity.CAUTION,
                    "Channel " + channel + ": the images of the beads have no centre of symmetry, as coma or spherical"
                            + " aberration makes, so their brightest points were taken; correct the collar, the coverslip or the"
                            + " alignment before trusting shifts below a tenth of the resolution.");
        }
    }

    private static String reasons(List<NumberedBead> beads) {
        Map<String, Long> counts = beads.stream()
                .flatMap(bead -> bead.bead().rejections().stream().limit(1))
                .collect(Collectors.groupingBy(Reason::code, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void pair(PairResult pair) {
        int n = pair.count();
        String channels = "Channels " + pair.words() + ": ";
        if (n == 0) {
            say(
                    "NO_COMMON_BEAD",
                    Severity.CAUTION,
                    channels + "no bead could be found in both; check that both show the same field and beads"
                            + (pair.optics().missing(List.of("bead-diameter")).isEmpty()
                                    ? "."
                                    : ", and say how large the beads are, for instance with --set bead-diameter=4um."));
            return;
        }
        if (n < FEW) {
            say(
                    "FEW_BEADS",
                    Severity.CAUTION,
                    channels + (n == 1 ? "one bead is" : n + " beads are")
                            + " shared, so magnification and rotation are not known and the scatter hardly; image "
                            + FEW + " or more.");
        } else if (pair.model()
                        .map(FieldModel::kind)
                        .filter(FieldModel.Kind.AFFINE::equals)
                        .isEmpty()
                && n >= 2 * FEW) {
            say("BEADS_IN_A_ROW", Severity.NOTE, channels + "the shared beads lie in a row, so shear is not known.");
        }
        unpaired(pair, channels);
        centre(pair, channels);
    }

    private void unpaired(PairResult pair, String channels) {
        long usable = acquisition.beads().stream()
                .filter(bead -> bead.channel() == pair.pair().channel() && bead.counts())
                .count();
        long alone = usable - pair.count();
        if (alone > UNPAIRED * usable) {
            say(
                    "UNPAIRED",
                    Severity.NOTE,
                    channels + alone + " of " + usable + " beads of channel "
                            + pair.pair().channel() + " have no partner in channel "
                            + pair.pair().reference() + "; are all beads stained with every colour?");
        }
    }

    private void centre(PairResult pair, String channels) {
        Acquisition.Field field = pair.field();
        double halfDiagonal = Math.hypot(field.centre().x(), field.centre().y());
        double nearest = pair.beads().stream()
                .mapToDouble(bead -> field.radiusUm(bead.reference().bead().um()))
                .min()
                .orElseThrow();
        if (nearest > NEAR_CENTRE * halfDiagonal) {
            say(
                    "NO_BEAD_AT_CENTRE",
                    Severity.NOTE,
                    channels
                            + String.format(
                                    Locale.ROOT,
                                    "no bead lies nearer to the centre of the field than %.3g µm, so the shift there is"
                                            + " carried over from further out.",
                                    nearest));
        }
    }
}
