package org.fiducial.cli;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.Reviewing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes people's word on a check. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Approves or rejects a check, or makes it void; the check stays and is shown struck through.",
        footer = {
            "",
            "Examples:",
            "  fiducial check approve 0199a000-0000-7000-8000-000000000001 --by \"Grace Hopper\"",
            "  fiducial check void 0199a000-0000-7000-8000-000000000001 --reason \"wrong objective in place\"",
            "",
            "A rejected check shows nothing to be good; a void one counts for nothing. The newest word counts."
        })
final class CheckCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @CommandLine.Parameters(index = "0", paramLabel = "WORD", description = "approve, reject or void.")
    private String word = "";

    @CommandLine.Parameters(index = "1", paramLabel = "CHECK", description = "The identifier of the check.")
    private String check = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "", description = "Who says so.")
    private String by = "";

    @Mixin
    private DataOptions data = new DataOptions();

    CheckCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Review.Decision decision = decision()
                .orElseThrow(() -> new UnusableCommandException("A check is approved, rejected or made void, but '"
                        + word + "' was given; say approve, reject" + " or void."));
        UUID id = id(check);
        try (FacilityRecord record = data.openReal(rooms, false)) {
            new Reviewing(
                            new Reviewing.Ledgers(record.checks(), record.reviews(), record.instruments()),
                            rooms.clock(),
                            rooms.ids())
                    .decide(id, decision, new Reviewing.Signature(by, reason));
            terminal.out().println("Check " + id + " is " + decision.word() + " now.");
            return ExitStatus.DONE.code();
        }
    }

    static UUID id(String typed) {
        if (!typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new UnusableCommandException(
                    "A check is named by its identifier, which 'fiducial record' prints and its"
                            + " page shows at the end, but '" + typed + "' was given.");
        }
        return UUID.fromString(typed);
    }

    private Optional<Review.Decision> decision() {
        return switch (word) {
            case "approve" -> Optional.of(Review.Decision.APPROVED);
            case "reject" -> Optional.of(Review.Decision.REJECTED);
            case "void" -> Optional.of(Review.Decision.VOID);
            default -> Optional.empty();
        };
    }
}
