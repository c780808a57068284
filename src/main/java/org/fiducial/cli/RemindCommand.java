package org.fiducial.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.mail.Reminding;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reminders by e-mail: what would be sent, sends it, and what was. */
@Command(
        name = "remind",
        mixinStandardHelpOptions = true,
        description = "Shows or sends the reminders by e-mail; without an option what was sent lately.",
        footer = {
            "",
            "Examples:",
            "  fiducial remind --dry-run",
            "  fiducial remind --send",
            "  fiducial remind --trial \"Ada Müller\"",
            "",
            "'fiducial serve' sends them by itself. settings.yaml in the data folder says how:",
            "  public-url: https://qc.example.org/",
            "  reminders:",
            "    server: mail.example.org",
            "    security: starttls            (or tls, none; without it starttls)",
            "    user: qc",
            "    password-file: mail.password",
            "    sender: Microscopes <qc@example.org>",
            "    weekday: monday",
            "    hour: 7",
            "    even-without-news: false",
            "    recipients:",
            "      - { name: Ada Müller, address: ada@example.org }",
            "      - { name: Grace Hopper, address: grace@example.org, only-assigned: true }",
            "    escalation: { after-days: 7, name: The head, address: head@example.org }",
            "",
            "Each is sent at most once a week; what a server refused is tried again, what was perhaps sent is not.",
            "Exit status: 0 done, 1 something was not sent, 2 bad usage, 3 internal fault."
        })
final class RemindCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    private final Rooms rooms;
    private final Terminal terminal;

    @ArgGroup
    private What what = new What();

    @Mixin
    private DataOptions data = new DataOptions();

    /** What is to be done. */
    static final class What {

        @Option(names = "--dry-run", description = "Print the letters of this period and send nothing.")
        private boolean dryRun;

        @Option(names = "--send", description = "Send what was not sent for this period.")
        private boolean send;

        @Option(names = "--trial", paramLabel = "NAME", description = "Send a letter that only shows that it works.")
        private Optional<String> trial = Optional.empty();
    }

    RemindCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean leaves = what.send || what.trial.isPresent();
        try (FacilityRecord record = leaves ? data.openReal(rooms, false) : data.openExisting(rooms)) {
            Reminding reminding = rooms.reminding(record, data.location());
            if (what.dryRun) {
                return dryRun(reminding);
            }
            List<Sending> sendings = what.trial.isPresent()
                    ? List.of(reminding.trial(what.trial.orElseThrow()))
                    : what.send ? reminding.send() : reminding.newest(SHOWN);
            if (sendings.isEmpty()) {
                terminal.out()
                        .println(what.send ? "Nothing is left to send for this period." : "Nothing was sent yet.");
            }
            ZoneId zone = record.instruments().zone();
            sendings.forEach(each -> terminal.out().println(line(each, zone)));
            boolean failed = leaves
                    && sendings.stream().anyMatch(each -> each.outcome()
                            .map(outcome -> outcome.result() != Sending.Result.SENT)
                            .orElse(true));
            return (failed ? ExitStatus.DONE_WITH_FAIL : ExitStatus.DONE).code();
        }
    }

    private int dryRun(Reminding reminding) {
        if (reminding.settings().isEmpty()) {
            terminal.out().println("No reminders are set up; 'fiducial remind --help' shows what settings.yaml holds.");
            return ExitStatus.DONE.code();
        }
        List<Reminding.Due> letters = reminding.preview();
        if (letters.isEmpty()) {
            terminal.out().println("Nothing is to be said, and nothing would be sent.");
        }
        for (Reminding.Due each : letters) {
            terminal.out()
                    .println("To: " + each.subject().recipient() + " <" + each.address() + ">, "
                            + each.subject().kind().word() + " "
                            + each.subject().period());
            terminal.out().println("Subject: " + each.text().subject());
            terminal.out().println();
            terminal.out().println(each.text().text());
        }
        return ExitStatus.DONE.code();
    }

    private static String line(Sending sending, ZoneId zone) {
        Instant at = sending.claimedAt();
        return String.format(
                "%s  %-10s %-10s attempt %d  %-8s %s: %s",
                at.atZone(zone).toLocalDateTime().withNano(0),
                sending.subject().kind().word(),
                sending.subject().period(),
                sending.attempt(),
                sending.outcome().map(each -> each.result().word()).orElse("unknown"),
                sending.subject().recipient(),
                sending.outcome().map(Sending.Outcome::said).orElse("nobody noted what became of it"));
    }
}
