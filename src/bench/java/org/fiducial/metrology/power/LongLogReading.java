package org.fiducial.metrology.power;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;

/**
 * Reads a log and merely splits it with the CSV library, in turn, in a virtual machine of its own whose memory the
 * benchmark limits. Prints for each turn processor seconds of splitting and of reading and the number of readings.
 */
public final class LongLogReading {

    private LongLogReading() {}

    /** Arguments: file, number of turns. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        for (int turn = 0; turn < Integer.parseInt(arguments[1]); turn++) {
            long start = thread.getCurrentThreadCpuTime();
            long fields = split(file);
            long split = thread.getCurrentThreadCpuTime();
            int readings = read(file);
            long read = thread.getCurrentThreadCpuTime();
            out.println((split - start) * 1e-9 + " " + (read - split) * 1e-9 + " " + readings + " " + fields);
        }
    }

    private static long split(Path file) throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord row : csv) {
                fields += row.getFieldCount();
            }
        }
        return fields;
    }

    private static int read(Path file) {
        return new PowerLogs()
                .read(file, 0, Parameters.none(), Progress.unwatched())
                .series()
                .get(0)
                .size();
    }
}
