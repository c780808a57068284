package org.fiducial.cli;

import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.Reviewing;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
final class CheckCommand extends EntryCommand {

    @CommandLine.Parameters(index = "0", paramLabel = "WORD", description = "approve, reject or void.")
    private String word = "";

    @CommandLine.Parameters(index = "1", paramLabel = "CHECK", description = "The identifier of the check.")
    private String check = "";

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
    private String reason = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "", description = "Who says so.")
    private String by = "";

    CheckCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        Review.Decision decision = decision()
                .orElseThrow(() -> new UnusableCommandException("A check is approved, rejected or made void, but '"
                        + word + "' was given; say approve, reject" + " or void."));
        UUID id = id(check);

        new Reviewing(
                        new Reviewing.Ledgers(record.checks(), record.reviews(), record.instruments()),
                        rooms().clock(),
                        rooms().ids())
                .decide(id, decision, new Reviewing.Signature(by, reason));
        return "Check " + id + " is " + decision.word() + " now.";
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
