package org.fiducial.metrology.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.image.ScaleCheck;
import org.fiducial.metrology.image.ScaleCheck.Light;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * The voxel size an analysis rests on: given, from the registry or from the file, refused by name where it is missing, a
 * placeholder or impossible.
 */
public final class SamplingGrid {

    /** Larger relative differences between what the file says and what was given are remarked. */
    private static final double CONFLICT = 0.01;

    private final Parameters parameters;
    private final String file;

    /** The grid of a file under the merged parameters. */
    public SamplingGrid(Parameters parameters, String file) {
        this.parameters = parameters;
        this.file = file;
    }

    /**
     * The voxel size.
     *
     * @throws UnusableInputException naming the file and the parameter to give
     */
    public VoxelSize voxelSize() {
        Parameter x = lateral("pixel-size-x");
        Parameter y = lateral("pixel-size-y");
        Parameter z = known("z-step").orElseThrow(() -> missing("z-step", "distance of its planes", "z-step=200nm"));
        refuseUnlikely(x, y, z);
        return new VoxelSize(um(x), um(y), um(z));
    }

    /**
     * The pixel of a single plane, taken as high as it is wide: a plane has no step, and nothing along z may rest on this.
     *
     * @throws UnusableInputException naming the file and the parameter to give
     */
    public VoxelSize pixelSize() {
        Parameter x = lateral("pixel-size-x");
        Parameter y = lateral("pixel-size-y");
        refuseUnlikely(x, y);
        return new VoxelSize(um(x), um(y), Math.sqrt(um(x) * um(y)));
    }

    private Parameter lateral(String own) {
        Optional<Parameter> common = known("pixel-size");
        Optional<Parameter> special = known(own);
        if (special.isPresent() && common.isPresent()) {
            return common.get().origin().outranks(special.get().origin()) ? common.get() : special.get();
        }
        return special.or(() -> common).orElseThrow(() -> missing("pixel-size", "pixel size", "pixel-size=65nm"));
    }

    private Optional<Parameter> known(String name) {
        return parameters.of(name);
    }

    private UnusableInputException missing(String name, String what, String example) {
        return new MissingParameterException(
                name,
                "File '" + file + "' does not say the " + what,
                "give it with --set " + example + " (parameter " + name + ").");
    }

    /** What a file says is judged before it is used; what a person or the registry says was judged when it was given. */
    private void refuseUnlikely(Parameter x, Parameter y) {
        if (x.origin() == Origin.FILE || y.origin() == Origin.FILE) {
            Optional<Quantity> step = known("z-step").map(SamplingGrid::quantity);
            Spacing spacing = new Spacing(Optional.of(quantity(x)), Optional.of(quantity(y)), step);
            refuse(ScaleCheck.pixelSize(spacing, light()), "pixel-size", "pixel-size=65nm");
        }
    }

    private void refuseUnlikely(Parameter x, Parameter y, Parameter z) {
        refuseUnlikely(x, y);
        if (z.origin() == Origin.FILE) {
            Spacing spacing = new Spacing(Optional.of(quantity(x)), Optional.of(quantity(y)), Optional.of(quantity(z)));
            refuse(ScaleCheck.zStep(spacing, light()), "z-step", "z-step=200nm");
        }
    }

    private Light light() {
        return new Light(number("na", Unit.ONE), number("emission", Unit.MICROMETRE));
    }

    private OptionalDouble number(String name, Unit unit) {
        Optional<Double> number = parameters.number(name, 1, unit);
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    private void refuse(ScaleCheck check, String name, String example) {
        if (!check.plausible()) {
            String code = check.verdict() == ScaleCheck.Verdict.PLACEHOLDER ? " (PLACEHOLDER_SCALE)" : "";
            throw new MissingParameterException(
                    name,
                    "File '" + file + "' gives " + check.finding() + code,
                    "give the true one with --set " + example + " and your own value.");
        }
    }

    private static Quantity quantity(Parameter parameter) {
        return ((Value.Numeric) parameter.value()).quantity();
    }

    private static double um(Parameter parameter) {
        return quantity(parameter).valueIn(Unit.MICROMETRE);
    }

    /** A remark for each length that was given although the file says another. */
    public List<Remark> conflicts(List<Parameter> fromFile) {
        boolean placeholder =
                fromFile.stream().anyMatch(stated -> stated.name().name().equals("pixel-size") && um(stated) == 1);
        List<Remark> remarks = new ArrayList<>();
        for (Parameter stated : fromFile) {
            String name = stated.name().name();
            if (name.startsWith("pixel-size") || name.equals("z-step")) {
                Parameter used = name.equals("z-step")
                        ? known(name).orElse(stated)
                        : lateral(name.equals("pixel-size") ? "pixel-size-x" : name);
                if (used.origin() != Origin.FILE && Math.abs(um(used) / um(stated) - 1) > CONFLICT) {
                    remarks.add(placeholder ? placeholder(stated, used) : conflict(stated, used));
                }
            }
        }
        return remarks;
    }

    private Remark conflict(Parameter stated, Parameter used) {
        return new Remark("SCALE_CONFLICT", Remark.Severity.CAUTION, says(stated, used) + "; check which is true.");
    }

    private Remark placeholder(Parameter stated, Parameter used) {
        return new Remark("PLACEHOLDER_SCALE", Remark.Severity.NOTE, says(stated, used) + ".");
    }

    private String says(Parameter stated, Parameter used) {
        return "File '" + file + "' says " + stated.name() + " = " + Figures3.of(um(stated)) + " µm, but "
                + Figures3.of(um(used)) + " µm "
                + (used.origin() == Origin.GIVEN ? "was given" : "stands in the instrument's registry")
                + " and was used";
    }
}
