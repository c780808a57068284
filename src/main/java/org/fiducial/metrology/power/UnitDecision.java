package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.power.LogLayout.PowerColumn;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
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

    private final Table table;
    private final LogLayout layout;
    private final Optional<PowerUnit> given;

    UnitDecision(Table table, LogLayout layout, Parameters parameters) {
        this.table = table;
        this.layout = layout;
        this.given = parameters
                .of(PARAMETER)
                .filter(parameter -> parameter.origin() != Origin.DEFAULT)
                .map(UnitDecision::unit);
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
            units.add(given.or(column::unit).orElseThrow(() -> ask(column)));
            if (given.isPresent()
                    && column.unit().isPresent()
                    && given.get() != column.unit().get()) {
                notes.caution(
                        "UNIT_OVERRULED",
                        "The log states " + column.unit().get().word() + " (line " + column.statedInLine()
                                + "); its readings were taken as " + given.get().word() + ", as given.");
            }
        }
        PowerColumn first = layout.power().get(0);
        notes.fact(
                "power unit",
                units.get(0).word()
                        + (given.isPresent() || first.statedInLine() == 0
                                ? " (given)"
                                : " (stated in line " + first.statedInLine() + ")"));
        return units;
    }

    /** Asks if nobody gave a unit and the stated one leads to powers no light source of a microscope gives. */
    void confirm(List<PowerSeries> series) {
        double strongMw = PlausiblePower.strong(series);
        boolean saidByPerson = given.isPresent() || layout.power().get(0).statedInLine() == 0;
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
