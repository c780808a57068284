package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.acquisition.SamplingLimit;
import org.fiducial.metrology.bead.FlagCode;
import org.fiducial.metrology.image.NyquistSampling;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;

/** What the reader should know of a channel besides its numbers. */
final class ChannelRemarks {

    private static final int FEW = 3;
    private static final double LARGE_BEAD = 0.8;
    private static final double FLAGGED_SHARE = 0.5;

    /** Ratio to theory below which a width is remarked; a confocal at 1 Airy unit truly has 0.85 axially. */
    private static final double NARROW = 0.8;

    private final ProtocolDefinition protocol;
    private final ChannelResult channel;
    private final List<Remark> remarks = new ArrayList<>();

    ChannelRemarks(ProtocolDefinition protocol, ChannelResult channel) {
        this.protocol = protocol;
        this.channel = channel;
    }

    List<Remark> all() {
        counts();
        if (!channel.measured().isEmpty()) {
            beadSize();
            shape();
            narrow();
        }
        SamplingLimit.of(channel.optics()).limit().ifPresent(this::sampling);
        return remarks;
    }

    private void say(String code, Severity severity, String sentence) {
        remarks.add(new Remark(code, severity, "Channel " + channel.channel() + ": " + sentence));
    }

    private void counts() {
        int used = channel.measured().size();
        int found = used + channel.rejected().size();
        if (found == 0) {
            say("NO_BEAD", Severity.CAUTION, "no bead was found; check focus, exposure and sample.");
            return;
        }
        if (used == 0) {
            say(
                    "NO_BEAD",
                    Severity.CAUTION,
                    "none of the " + found + " spots found could be measured (" + reasons() + ").");
            return;
        }
        if (used < FEW) {
            say(
                    "FEW_BEADS",
                    Severity.CAUTION,
                    "only " + used + (used == 1 ? " bead was" : " beads were")
                            + " measured, so the spread between beads is not well known; measure " + FEW + " or more.");
        }
        channel.fields().stream()
                .filter(field -> field.spotsNotExamined() > 0)
                .forEach(field -> say(
                        "SPOTS_LEFT_OUT",
                        Severity.NOTE,
                        field.spotsNotExamined() + " of the dimmest spots were left out for want of memory."));
    }

    private String reasons() {
        Map<String, Long> counts = channel.rejected().stream()
                .map(bead -> bead.outcome().reasons().get(0).code().sentence())
                .collect(Collectors.groupingBy(code -> code, java.util.TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private void beadSize() {
        double share = new ChannelMeasurements(protocol, channel).beadShare();
        if (share > LARGE_BEAD) {
            say(
                    "BEAD_SIZE",
                    Severity.CAUTION,
                    "the beads are " + Figures3.of(share)
                            + " times as large as the narrowest width of their image, so they widen it by more than 9 %;"
                            + " use smaller beads.");
        }
    }

    private void shape() {
        double flagged = channel.measured().stream()
                .filter(bead -> bead.outcome().flags().stream().anyMatch(flag -> flag.code() == FlagCode.NOT_GAUSSIAN))
                .count();
        if (flagged > FLAGGED_SHARE * channel.measured().size()) {
            say(
                    "NON_GAUSSIAN",
                    Severity.NOTE,
                    String.format(
                            Locale.ROOT,
                            "%.0f of %d beads depart from a Gaussian; Gaussian widths depend on their window here, the"
                                    + " judged FWHM does not.",
                            flagged,
                            channel.measured().size()));
        }
    }

    private void narrow() {
        List<String> narrow = List.of("x", "y", "z").stream()
                .filter(axis -> {
                    double[] ratios = channel.values("psf.ratio_theory." + axis);
                    return ratios.length > 0 && RobustStatistics.median(ratios) < NARROW;
                })
                .toList();
        if (!narrow.isEmpty()) {
            say(
                    "NARROWER_THAN_THEORY",
                    Severity.CAUTION,
                    "the beads are narrower than theory along " + String.join(", ", narrow)
                            + "; check numerical aperture, wavelength, modality and pixel size.");
        }
    }

    private void sampling(NyquistSampling limit) {
        VoxelSize voxel = channel.sampling().voxel();
        if (limit.laterallyUndersampled(voxel)) {
            undersampled(
                    "pixel size", Math.max(voxel.xUm(), voxel.yUm()), limit.lateralAllowance() * limit.lateralUm());
        }
        if (limit.axiallyUndersampled(voxel)) {
            undersampled("z-step", voxel.zUm(), limit.axialAllowance() * limit.axialUm());
        }
    }

    private void undersampled(String what, double spacingUm, double limitUm) {
        say(
                "UNDERSAMPLED",
                Severity.CAUTION,
                "the " + what + " of " + Figures3.of(spacingUm) + " µm is wider than the " + Figures3.of(limitUm)
                        + " µm that full sampling needs; the width is less certain.");
    }
}
