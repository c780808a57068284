package org.fiducial.metrology.field;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;

/** What the reader should know of a channel besides its numbers. */
final class FieldRemarks {

    private static final double NOISY = 0.001;
    private static final double NEGATIVE = 0.01;
    private static final double ROUGH = 0.02;
    private static final int FEW_COUNTS = 5;

    private final FieldChannel channel;
    private final List<Remark> remarks = new ArrayList<>();

    FieldRemarks(FieldChannel channel) {
        this.channel = channel;
    }

    List<Remark> all() {
        Offset offset = channel.source().offset();
        if (offset.source() == Offset.Source.NOT_REMOVED) {
            say(
                    "OFFSET_NOT_REMOVED",
                    Severity.CAUTION,
                    "the dark level was not removed, so the field looks flatter than it is; give a dark image with --set"
                            + " dark=2 (the second file) or its level with --set offset=….");
        }
        if (channel.source().negative() > NEGATIVE) {
            say(
                    "BELOW_OFFSET",
                    Severity.CAUTION,
                    percent(channel.source().negative())
                            + " of the pixels lie below the offset; check the dark image or --set offset.");
        }
        if (channel.source().frames() > 1) {
            say("FRAMES_AVERAGED", Severity.NOTE, channel.source().frames() + " frames were averaged.");
        }
        channel.field().ifPresent(this::field);
        return remarks;
    }

    private void field(SmoothField field) {
        if (field.centre() instanceof FieldCentre.AtBorder) {
            say(
                    "CENTRE_AT_BORDER",
                    Severity.CAUTION,
                    "the field is brightest at the border of the image, so its centre lies there or outside; its"
                            + " position has no uncertainty.");
        }
        if (field.centre() instanceof FieldCentre.Undefined) {
            say(
                    "CENTRE_UNDEFINED",
                    Severity.NOTE,
                    "the field is so even that no place of it is its centre; where it is, does not matter then.");
        }
        double mean = field.shape().mean(field.surface().coefficients());
        if (mean < FEW_COUNTS) {
            say(
                    "DIM",
                    Severity.CAUTION,
                    "the field is " + Figures3.of(mean) + " counts above the offset; use more light.");
        }
        double rough = new BlockScatter(field).beyondNoise();
        if (rough > ROUGH) {
            say(
                    "NOT_SMOOTH",
                    Severity.CAUTION,
                    "the light has structure of " + percent(rough)
                            + " that no smooth surface follows (edges of a diaphragm, fringes, a speckled fibre); look at"
                            + " the map of what is left.");
        }
        int defects = field.residuals().defects().size();
        if (defects > 0) {
            say(
                    "DEFECTS",
                    Severity.NOTE,
                    defects + (defects == 1 ? " patch differs" : " patches differ") + " from the field by up to "
                            + percent(field.residuals().defects().stream()
                                    .mapToDouble(defect -> Math.abs(defect.depth()))
                                    .max()
                                    .orElse(0))
                            + " and " + (defects == 1 ? "covers " : "cover ")
                            + percent(field.residuals().defectShare()) + " of it: dust, scratches or bubbles.");
        }
        if (field.residuals().noise() < NOISY && channel.source().frames() == 1) {
            say(
                    "SMOOTHED",
                    Severity.NOTE,
                    "single pixels scatter by less than 0.1 %; the image was smoothed or averaged before it was saved.");
        }
    }

    private static String percent(double share) {
        return Figures3.of(100 * share) + " %";
    }

    private void say(String code, Severity severity, String sentence) {
        remarks.add(new Remark(code, severity, "Channel " + channel.number() + ": " + sentence));
    }
}
