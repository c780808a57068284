package org.fiducial.metrology.acquisition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fiducial.metrology.image.ImageFacts;
import org.fiducial.metrology.image.ImageFacts.Kind;
import org.fiducial.metrology.image.ImageFacts.Saturation;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.StackNote;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** What a file itself gives cause to say, and its facts. */
public final class FileRemarks {

    private FileRemarks() {}

    /** Remarks on how the file was read. */
    public static List<Remark> of(ImageStack stack, String name) {
        List<Remark> remarks = new ArrayList<>();
        for (StackNote note : StackNote.values()) {
            if (note.isIn(stack.metadata())) {
                String code = note == StackNote.Z_WRITTEN_AS_T ? "Z_STORED_AS_T" : note.name();
                remarks.add(new Remark(code, Severity.NOTE, "File '" + name + "': " + note.sentence()));
            }
        }
        if (stack.shape().times() > 1) {
            remarks.add(new Remark(
                    "FIRST_TIME_ONLY",
                    Severity.NOTE,
                    "File '" + name + "' holds " + stack.shape().times()
                            + " time points; only the first was analysed."));
        }
        return remarks;
    }

    /**
     * Remarks on the pixel values of a channel.
     *
     * @param consequence what becomes of saturated pixels and what to do, with a full stop
     */
    public static List<Remark> of(ImageFacts voxels, int channel, String name, String consequence) {
        List<Remark> remarks = new ArrayList<>();
        String where = "File '" + name + "', channel " + channel + ": ";
        Saturation saturation = voxels.saturation();
        if (saturation.kind() != Kind.NONE) {
            String how =
                    switch (saturation.kind()) {
                        case NONE -> "";
                        case FULL_SCALE, DETECTOR_SCALE -> " at the largest number the detector writes";
                        case PLATEAU -> " on a plateau below full scale, as averaging of saturated frames makes";
                    };
            remarks.add(new Remark(
                    "SATURATED",
                    Severity.CAUTION,
                    where + saturation.voxels() + (saturation.voxels() == 1 ? " voxel lies" : " voxels lie") + how
                            + "; " + consequence));
        }
        if (voxels.offsetClipped()) {
            remarks.add(new Remark(
                    "OFFSET_CLIPPED",
                    Severity.NOTE,
                    String.format(
                            Locale.ROOT,
                            "%s%.1f %% of the voxels are exactly 0, the detector's dark level was cut off; raise the"
                                    + " offset.",
                            where,
                            100 * voxels.shares().zero())));
        }
        return remarks;
    }

    /** What the pixel values of a channel say, by name. */
    public static Map<String, Value> facts(ImageFacts voxels, int channel) {
        Map<String, Value> facts = new LinkedHashMap<>();
        String suffix = "." + channel;
        facts.put("lowest" + suffix, count(voxels.levels().minimum()));
        facts.put("background" + suffix, count(voxels.levels().mode()));
        facts.put("median" + suffix, count(voxels.levels().median()));
        facts.put("highest" + suffix, count(voxels.levels().maximum()));
        voxels.bitsInUse().ifPresent(bits -> facts.put("bits-in-use" + suffix, number(bits)));
        facts.put(
                "saturated-voxels" + suffix, number((double) voxels.saturation().voxels()));
        facts.put("zero-share" + suffix, share(voxels.shares().zero()));
        if (voxels.shares().notANumber() > 0) {
            facts.put("no-number-share" + suffix, share(voxels.shares().notANumber()));
        }
        return facts;
    }

    private static Value count(double value) {
        return new Value.Numeric(new Quantity(value, Unit.COUNT));
    }

    private static Value share(double value) {
        return new Value.Numeric(new Quantity(100 * value, Unit.PERCENT));
    }

    /** What the file says of itself, in a stable order. */
    public static Map<String, Value> facts(ImageStack stack) {
        Map<String, Value> facts = new LinkedHashMap<>();
        Acquisition acquisition = stack.metadata().acquisition();
        StackShape shape = stack.shape();
        facts.put("format", new Value.Text(acquisition.format()));
        facts.put("pixel-type", new Value.Text(stack.pixelType().name().toLowerCase(Locale.ROOT)));
        facts.put("width", number(shape.width()));
        facts.put("height", number(shape.height()));
        facts.put("planes", number(shape.depth()));
        facts.put("channels", number(shape.channels()));
        facts.put("times", number(shape.times()));
        acquisition.acquiredAt().ifPresent(at -> facts.put(InputFile.ACQUIRED_AT, new Value.Text(at.toString())));
        acquisition.instrument().ifPresent(name -> facts.put("instrument", new Value.Text(name)));
        return facts;
    }

    private static Value number(double value) {
        return new Value.Numeric(new Quantity(value, Unit.ONE));
    }
}
