package org.fiducial.cli;

import java.util.Optional;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.ReminderWish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which letters the holder of an account gets. */
@Command(
        name = "reminders",
        mixinStandardHelpOptions = true,
        description = "Says which reminders the holder of an account gets by e-mail; without --when, shows it.",
        footer = {
            "",
            "weekly: the digest, on the day settings.yaml names; urgent: only when a check is overdue or an instrument",
            "must not be used, once a week at most; never: nothing, whatever settings.yaml says of the person.",
            "",
            "Example:",
            "  fiducial account reminders ada --when weekly --address ada@example.org --only-assigned"
        })
final class AccountRemindersCommand extends EntryCommand {

    @Parameters(paramLabel = "LOGIN", description = "The name the holder signs in with.")
    private String login = "";

    @Option(names = "--when", paramLabel = "WORD", description = "weekly, urgent or never.")
    private Optional<String> when = Optional.empty();

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Where letters go.")
    private String address = "";

    @Option(names = "--only-assigned", description = "List only what is assigned to the holder among what is due.")
    private boolean onlyAssigned;

    @Option(names = "--language", paramLabel = "TAG", description = "Such as en-GB; without it that of the facility.")
    private String language = "";

    @Mixin
    private AuthorOption who = new AuthorOption();

    AccountRemindersCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        Account account = AccountCommand.known(record, login);
        if (when.isEmpty()) {
            return record.accounts()
                    .wish(account.version().accountId())
                    .map(wish -> said(account, wish))
                    .orElse(account.holder().name() + " said nothing; what settings.yaml names counts.");
        }
        ReminderWish.Frequency frequency = when.flatMap(ReminderWish.Frequency::of)
                .orElseThrow(() -> new UnusableCommandException(
                        "--when is weekly, urgent or never, but '" + when.orElseThrow() + "' was given."));
        return said(
                account,
                rooms().accounting(record)
                        .wish(
                                account,
                                frequency,
                                new ReminderWish.Letter(address, onlyAssigned, language.strip()),
                                who.by()));
    }

    private static String said(Account account, ReminderWish wish) {
        String name = account.holder().name();
        return switch (wish.frequency()) {
            case WEEKLY ->
                name + " gets the digest every week at " + wish.letter().address() + only(wish) + ".";
            case URGENT ->
                name + " gets it when something is urgent at " + wish.letter().address() + only(wish) + ".";
            case NEVER -> name + " gets no letters.";
        };
    }

    private static String only(ReminderWish wish) {
        return wish.letter().assignedOnly() ? ", with only what is assigned to them" : "";
    }
}
