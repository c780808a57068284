package org.fiducial.cli;

import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Moving;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.instrument.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes people's word on a check. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Approves or rejects a check, makes it void, or moves it to the light path it was made in; the check"
                        + " stays and is shown struck through.",
        footer = {
            "",
            "Examples:",
            "  fiducial check approve 0199a000-0000-7000-8000-000000000001 --by \"Grace Hopper\"",
            "  fiducial check void 0199a000-0000-7000-8000-000000000001 --reason \"wrong objective in place\"",
            "  fiducial check move 0199a000-0000-7000-8000-000000000001 --to lsm-2/oil63-488 --reason \"was LSM 2\"",
            "",
            "A rejected check shows nothing to be good; a void one counts for nothing. The newest word counts."
        })
final class CheckCommand extends EntryCommand {

    @CommandLine.Parameters(index = "0", paramLabel = "WORD", description = "approve, reject, void or move.")
    private String word = "";

    @CommandLine.Parameters(index = "1", paramLabel = "CHECK", description = "The identifier of the check.")
    private String check = "";

    @Mixin
    private SignatureOptions who = new SignatureOptions();

    @Option(
            names = "--to",
            paramLabel = "INSTRUMENT/CONFIGURATION",
            description = "The light path a moved check was made in.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--anyway", description = "Move it although the analysis took something from the wrong light path.")
    private boolean anyway;

    CheckCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        if (word.equals("move")) {
            return move(record);
        }
        Review.Decision decision = decision()
                .orElseThrow(() -> new UnusableCommandException("A check is approved, rejected, made void or moved,"
                        + " but '" + word + "' was given; say approve, reject, void or move."));
        UUID id = id(check);

        new Reviewing(
                        new Reviewing.Ledgers(record.checks(), record.reviews(), record.instruments()),
                        rooms().clock(),
                        rooms().ids())
                .decide(id, decision, new Reviewing.Signature(who.by(), who.reason()));
        return "Check " + id + " is " + decision.word() + " now.";
    }

    private String move(FacilityRecord record) {
        String path = to.orElseThrow(() -> new UnusableCommandException(
                "Where the check belongs is missing; give it with --to INSTRUMENT/CONFIGURATION."));
        Configuration target = record.instruments()
                .configuration(path)
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no optical configuration '" + path + "'; 'fiducial instrument list' names them."));
        Check moved = new Moving(
                        new Moving.Ledgers(
                                record.checks(),
                                record.moves(),
                                record.reviews(),
                                record.limits(),
                                record.instruments()),
                        rooms().catalogue(record),
                        rooms().clock(),
                        rooms().ids())
                .move(id(check), target, new Moving.Signature(who.by(), who.reason()), anyway);
        return "Check " + check + " is void now; check " + moved.id() + " says the same of " + path + ".";
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
