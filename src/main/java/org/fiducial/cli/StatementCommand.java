package org.fiducial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.Statement.Standing;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.PageLanguage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Issues a QC statement of a published instrument. */
@Command(
        name = "statement",
        mixinStandardHelpOptions = true,
        description = "Issues a QC statement: what the checks say of a light path over some days, as a PDF.",
        footer = {
            "",
            "The instrument must be public (fiducial publish). The same content is stated once in each language.",
            "",
            "Examples:",
            "  fiducial statement lsm-1 --configuration oil63-488 --on 2026-03-12 --out statement.pdf",
            "  fiducial statement lsm-1 --configuration oil63-488 --on 2026-03-12 --to 2026-03-14 --out statement.pdf",
            "  fiducial statement lsm-1 --configuration oil63-488 --on 2026-03-12 --language es --out declaracion.pdf",
            "  fiducial verify-statement statement.pdf"
        })
final class StatementCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Mixin
    private ImagedOptions imaged = new ImagedOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "The file to write.")
    private Path out = Path.of("");

    @Option(names = "--language", paramLabel = "TAG", description = "en, or es for Spanish; without it English.")
    private String language = PageLanguage.ENGLISH.tag();

    @Mixin
    private AuthorOption author = new AuthorOption();

    @Mixin
    private DataOptions data = new DataOptions();

    StatementCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PageLanguage wanted = PageLanguage.tagged(language.strip())
                .orElseThrow(() -> new UnusableCommandException(
                        "--language is en or es, but '" + language.strip() + "' was given."));
        try (FacilityRecord record = data.openExisting(rooms)) {
            Issued issued = rooms.statements(record, data.location())
                    .issue(new Issuer.Wanted(
                            imaged.instrument(), imaged.path(), imaged.on(), imaged.to(), wanted, author.by()));
            byte[] pdf = record.statements()
                    .papers(issued.statement().id())
                    .orElseThrow()
                    .pdf();
            try {
                Files.write(out, pdf);
            } catch (IOException e) {
                throw new UnusableInputException(
                        "File '" + out + "' could not be written, because " + DiskFault.of(e) + "; name another.", e);
            }
            terminal.out().println("Wrote " + out + ": " + said(issued));
            return ExitStatus.DONE.code();
        }
    }

    private static String said(Issued issued) {
        Statement statement = issued.statement();
        return "statement " + statement.name().number() + ", "
                + issued.standing().word() + "; its page is /statements/"
                + statement.name().token() + ".";
    }

    /** Tells whether a file is that of a QC statement of this record. */
    @Command(
            name = "verify-statement",
            mixinStandardHelpOptions = true,
            description =
                    "Says whether a PDF is a QC statement of this record: genuine, superseded, withdrawn or unknown.",
            footer = {"", "Exit status: 0 genuine, 1 superseded, withdrawn or unknown, 2 bad usage, 3 internal fault."})
    static final class Verify implements Callable<Integer> {

        private final Rooms rooms;
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "FILE.pdf", description = "The PDF, or the record as JSON.")
        private Path file = Path.of("");

        @Mixin
        private DataOptions data = new DataOptions();

        Verify(Rooms rooms, Terminal terminal) {
            this.rooms = rooms;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            String sha256 = hash();
            try (FacilityRecord record = data.openExisting(rooms)) {
                Optional<Issued> found = record.statements().byHash(sha256);
                terminal.out()
                        .println(found.map(StatementCommand::said)
                                .map(said -> "This is " + said)
                                .orElse("Unknown: this record issued no file with the SHA-256 " + sha256
                                        + "; it was changed, or is of another facility."));
                return found.filter(issued -> issued.standing() == Standing.GENUINE)
                                .isPresent()
                        ? ExitStatus.DONE.code()
                        : ExitStatus.DONE_WITH_FAIL.code();
            }
        }

        private String hash() {
            try (InputStream in = Files.newInputStream(file)) {
                return Fingerprint.of(in, Long.MAX_VALUE).orElseThrow();
            } catch (IOException e) {
                throw new UnusableInputException(
                        "File '" + file + "' could not be read, because " + DiskFault.of(e) + "; name another.", e);
            }
        }
    }
}
