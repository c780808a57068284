package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.table.DecimalNumbers;
import org.fiducial.metrology.table.Table;

/**
 * Decides in which unit a log is, and never guesses: what was given, else what the file states if that is plausible. Two
 * logs that look alike to the eye differ by 1000 (WG1 scripts write W, SmartLPM mW).
 */
final class UnitDecision {

    static final String PARAMETER = "power-unit";

    /** The unit given for all of several files: for those that do not say, and for those that say what cannot be. */
    static final String OTHERWISE = "power-unit-otherwise";

    static final String FACT = "power unit";
    private static final String GIVEN = " (given)";

    private final Table table;
    private final LogLayout layout;
    private final Optional<PowerUnit> given;
    private final Optional<PowerUnit> otherwise;

    UnitDecision(Table table, LogLayout layout, Parameters parameters) {
        this.table = table;
        this.layout = layout;
        this.given = unit(parameters, PARAMETER);
        this.otherwise = unit(parameters, OTHERWISE);
    }

    private static Optional<PowerUnit> unit(Parameters parameters, String name) {
        return parameters
                .of(name)
                .filter(parameter -> parameter.origin() != Origin.DEFAULT)
                .map(UnitDecision::unit);
    }

    /** Whether the fact of a file says that its unit was given. */
    static boolean isGiven(String fact) {
        return fact.endsWith(GIVEN);
    }

    private static PowerUnit unit(Parameter parameter) {
        return PowerUnit.parse(parameter.value().toString())
                .orElseThrow(() -> new UnusableInputException("Parameter '" + PARAMETER
                        + "' takes W, mW, uW or nW, but '" + parameter.value() + "' was given."));
    }

    /** The unit of each column of power. */
    List<PowerUnit> units(LogNotes notes) {
        List<PowerUnit> units = new ArrayList<>();
        for (PowerColumn column : layout.power()) {
            units.add(given.or(column::unit).or(() -> otherwise).orElseThrow(() -> ask(column)));
        }
        PowerColumn first = layout.power().get(0);
        boolean stated = given.isEmpty() && first.unit().isPresent() && first.statedInLine() > 0;
        notes.fact(FACT, units.get(0).word() + (stated ? " (stated in line " + first.statedInLine() + ")" : GIVEN));
        return units;
    }

    /**
     * Asks if nobody gave a unit and the stated one leads to powers no light source of a microscope gives. A given unit
     * holds for what files do not say and confirms or corrects what is hardly so; it never overrules a file that makes sense.
     */
    void confirm(List<PowerSeries> series, LogNotes notes) {
        double strongMw = PlausiblePower.strong(series);
        given.ifPresent(unit -> layout.power().stream()
                .filter(column -> column.unit().isPresent() && column.unit().get() != unit)
                .findFirst()
                .ifPresent(column -> contradicted(column, unit, strongMw, notes)));
        boolean saidByPerson = given.isPresent()
                || layout.power().get(0).statedInLine() == 0
                || layout.power().get(0).unit().isEmpty();
        if (saidByPerson || strongMw == 0 || PlausiblePower.holds(strongMw)) {
            return;
        }
        PowerColumn column = layout.power().get(0);
        PowerUnit stated = column.unit().orElse(PowerUnit.MILLIWATT);
        double number = stated.fromMw(strongMw);
        throw new MissingParameterException(
                PARAMETER,
                "'" + table.file().getFileName() + "', line " + column.statedInLine() + ": the power is said to be in "
                        + stated.word() + ", but its strong readings are about " + PlausiblePower.digits(number)
                        + ", hardly a light source of a microscope ("
                        + PlausiblePower.words(PlausiblePower.LOWEST_MW) + " to "
                        + PlausiblePower.words(PlausiblePower.HIGHEST_MW) + " expected): in mW that is "
                        + PlausiblePower.words(number) + ", in W " + PlausiblePower.words(number * 1e3),
                "confirm with --set power-unit=mW or --set power-unit=W.");
    }

    /** The parameters with the unit given for all files as that of this one, where what the file states cannot be. */
    Optional<Parameters> corrected(Parameters parameters, List<PowerSeries> series) {
        double strongMw = PlausiblePower.strong(series);
        Optional<PowerUnit> stated = layout.power().get(0).unit();
        if (given.isPresent() || stated.isEmpty() || strongMw == 0 || PlausiblePower.holds(strongMw)) {
            return Optional.empty();
        }
        return parameters
                .of(OTHERWISE)
                .filter(parameter -> parameter.origin() != Origin.DEFAULT)
                .map(parameter -> parameters.with(
                        new Parameter(ParameterName.of(PARAMETER), parameter.value(), parameter.origin())));
    }

    private void contradicted(PowerColumn column, PowerUnit unit, double strongMw, LogNotes notes) {
        PowerUnit stated = column.unit().orElseThrow();
        if (PlausiblePower.holds(stated.toMw(unit.fromMw(strongMw)))) {
            throw new UnusableInputException("'" + table.file().getFileName() + "', line " + column.statedInLine()
                    + ": the file states its power in " + stated.word() + ", but power-unit=" + unit.word()
                    + " was given, which is for files that do not say; leave power-unit out, or correct the file.");
        }
        notes.caution(
                "UNIT_OVERRULED",
                "The log states " + stated.word() + " (line " + column.statedInLine()
                        + "), which would be hardly a light source of a microscope; its readings were taken as "
                        + unit.word() + ", as given.");
    }

    private MissingParameterException ask(PowerColumn column) {
        return new MissingParameterException(
                PARAMETER,
                "'" + table.file().getFileName() + "' does not say the unit of its power" + example(column),
                "logs that look the same are in W or in mW, so say it with --set power-unit=mW or --set"
                        + " power-unit=W.");
    }

    private String example(PowerColumn column) {
        DecimalNumbers numbers = DecimalNumbers.unsettled();
        double[] largest = new double[1];
        int[] rows = new int[1];
        table.rows(layout.rows().separator(), layout.rows().first(), row -> {
            OptionalDouble number = row.number(column.index(), numbers);
            largest[0] = Math.max(largest[0], number.orElse(0));
            return ++rows[0] < 1000;
        });
        return largest[0] == 0
                ? ""
                : " (a reading of " + PlausiblePower.digits(largest[0]) + " would be "
                        + PlausiblePower.words(largest[0]) + " or " + PlausiblePower.words(largest[0] * 1e3) + ")";
    }
}
