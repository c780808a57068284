package org.fiducial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.fiducial.demo.DemoFacility;
import org.fiducial.demo.DemoFolder;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds the demonstration facility by really analysing its files, and serves its pages. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Builds a demonstration facility by really analysing its files, then serves its pages.",
        footer = {
            "",
            "Example:",
            "  fiducial demo --port 8080",
            "",
            "The pages are there at once and fill while the checks are analysed. A demonstration that is complete",
            "is served again as it is. A folder with other data is never touched."
        })
final class DemoCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "fiducial-demo",
            description = "The folder of the demonstration; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("fiducial-demo");

    @Mixin
    private PortOption port = new PortOption();

    DemoCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int number = port.number();
        LocalDate lastDay = claim();
        DataLocation location = DataLocation.of(folder);
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = rooms.open(location)) {
            DemoFacility facility = new DemoFacility(
                    new DemoFacility.Ledgers(
                            record.instruments(),
                            record.checks(),
                            record.kit(),
                            new DemoFacility.Rounds(
                                    record.schedule(), record.events(), record.limits(), record.reviews()),
                            record.publicities()),
                    rooms.demoWorkshop());
            facility.register(lastDay);
            try (RunningPages pages = rooms.serve(record, location, Door.local(number))) {
                say("Demonstration facility: " + pages.address());
                build(facility, lastDay, pages, new QuietProgress(interruption));
                say("The demonstration is complete and served at " + pages.address() + " until Ctrl-C.");
                interruption.await();
            } catch (AnalysisCancelledException e) {
                say("Stopped; the next 'fiducial demo' goes on from here.");
            }
            return ExitStatus.DONE.code();
        }
    }

    private void build(DemoFacility facility, LocalDate lastDay, RunningPages pages, Progress progress) {
        int missing = facility.missing(lastDay);
        if (missing > 0) {
            say("Analysing " + missing + " files; the pages fill meanwhile.");
            pages.filling(0, missing);
        }
        facility.build(lastDay, progress, step -> {
            pages.filling(step.done(), step.of());
            say(line(step));
        });
    }

    private static String line(DemoFacility.Step step) {
        return String.format(
                "  %3d of %d  %-14s %s  %-23s %s",
                step.done(),
                step.of(),
                step.microscope(),
                step.day(),
                step.protocol(),
                ResultSummary.words(step.check().judgement().overall()));
    }

    /** Makes sure the folder is that of a demonstration, before anything is put into it. */
    private LocalDate claim() {
        DemoFolder demo = new DemoFolder(folder);
        if (demo.isMarked()) {
            return demo.lastDay()
                    .orElseThrow(() -> new UnusableCommandException("The demonstration in '" + folder
                            + "' cannot be read; delete the folder, or give --data another one."));
        }
        if (!demo.isFree()) {
            throw new UnusableCommandException("Folder '" + folder + "' holds other data, and a demonstration is never"
                    + " mixed with them; give --data an empty or new folder.");
        }
        LocalDate today = LocalDate.ofInstant(rooms.clock().instant(), ZoneOffset.UTC);
        try {
            demo.mark(today);
        } catch (IOException e) {
            throw new UnusableCommandException(
                    "Folder '" + folder + "' cannot be written, because " + DiskFault.of(e)
                            + "; give --data another one.",
                    e);
        }
        return today;
    }

    private void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }

    /** Hears Ctrl-C and draws nothing: the lines above say how far the work is. */
    private record QuietProgress(Interruption interruption) implements Progress {

        @Override
        public void report(long done, long of, String what) {}

        @Override
        public boolean cancelled() {
            return interruption.isRequested();
        }
    }
}
