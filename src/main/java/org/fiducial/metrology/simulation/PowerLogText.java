package org.fiducial.metrology.simulation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;

/** Writes simulated readings as the text a logging program leaves, in two of the forms that are met. */
public final class PowerLogText {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private PowerLogText() {}

    /**
     * A stay at one line and set point.
     *
     * @param wavelengthNm of the line
     * @param setPointPercent of the light source
     * @param startS of its first reading, s since the log began
     * @param readings of it
     */
    public record Stay(double wavelengthNm, double setPointPercent, double startS, List<Reading> readings) {

        public Stay {
            readings = List.copyOf(readings);
        }
    }

    private record Row(double timeS, Stay stay, Reading reading) {}

    /**
     * The text of the scripts of QUAREP-LiMi working group 1: time stamp, wavelength, setting, power in W and temperature,
     * separated by tabs below a line of names and a line of units; by time, so that lines measured in turn take turns.
     */
    public static String workingGroup1(LocalDateTime startedAt, List<Stay> stays) {
        List<Row> rows = new ArrayList<>();
        stays.forEach(stay ->
                stay.readings().forEach(reading -> rows.add(new Row(stay.startS() + reading.timeS(), stay, reading))));
        rows.sort(Comparator.comparingDouble(Row::timeS));
        StringBuilder text = new StringBuilder("timestamp\twavelength\tsetting\tpower\ttemperature\n")
                .append("YYYY-MM-DD HH:MM:SS\tnm\ts\tW\tC\n");
        for (Row row : rows) {
            LocalDateTime at = startedAt.plus(Duration.ofMillis(Math.round(row.timeS() * 1e3)));
            text.append(String.format(
                    Locale.ROOT,
                    "%s\t%.0f\t%.0f\t%.5e\t%.2f\n",
                    STAMP.format(at),
                    row.stay().wavelengthNm(),
                    row.stay().setPointPercent(),
                    row.reading().powerMw() * 1e-3,
                    row.reading().temperatureCelsius()));
        }
        return text.toString();
    }

    /** Seconds and power in mW of one series, and nothing else: no date, no line, no set point. */
    public static String secondsAndMilliwatts(List<Reading> readings) {
        StringBuilder text = new StringBuilder("time_s,power_mW\n");
        readings.forEach(each -> text.append(String.format(Locale.ROOT, "%.2f,%.5f", each.timeS(), each.powerMw()))
                .append('\n'));
        return text.toString();
    }
}
