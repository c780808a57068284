package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Role;
import org.fiducial.metrology.protocol.Spelling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds, lists, closes and resets accounts: the way in for whoever is locked out. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Adds, lists, closes and resets the accounts people sign in with, and erases names.",
        footer = {
            "",
            "Examples:",
            "  fiducial account add ada --name 'Ada Müller' --role operator",
            "  fiducial account reset ada",
            "  fiducial account list",
            "",
            "Passwords are typed without being shown, or read as one line from standard input."
        })
final class AccountCommand extends CommandGroup {

    /** A password as it was typed, twice where nobody sees it. */
    private static String password(Terminal terminal) {
        String typed = terminal.secrets()
                .ask("New password: ")
                .orElseThrow(() -> new UnusableCommandException(
                        "No password was given; type it when asked, or give it as a line on standard input."));
        if (terminal.interactive()
                && !terminal.secrets().ask("The same again: ").orElse("").equals(typed)) {
            throw new UnusableCommandException("The two passwords differ; nothing was changed.");
        }
        return typed;
    }

    static Account known(FacilityRecord record, String login) {
        String word = login.strip().toLowerCase(Locale.ROOT);
        return record.accounts()
                .byLogin(word)
                .orElseThrow(() -> new UnusableCommandException("There is no account '" + login + "'; "
                        + Spelling.advice(
                                word,
                                record.accounts().newest().stream()
                                        .map(account -> account.holder().login())
                                        .toList())
                        + "."));
    }

    private static Accounting.Author author(SignatureOptions who) {
        return new Accounting.Author(who.by(), who.reason().isEmpty() ? "from the command line" : who.reason());
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    /** Adds an account. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an account; the first one is a manager's and administrator's.")
    static final class Add extends EntryCommand {

        @Parameters(paramLabel = "LOGIN", description = "The name to sign in with, for instance ada.")
        private String login = "";

        @Option(
                names = "--name",
                paramLabel = "NAME",
                required = true,
                description = "The person's name, as it stands under what they enter.")
        private String name = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "What it may: viewer, user, operator, reviewer, manager, host, curator or"
                        + " administrator; may be given several times.")
        private List<String> roles = List.of();

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            Set<Role> chosen =
                    roles.stream().map(Add::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));

            boolean first = !record.accounts().any();
            if (first && chosen.isEmpty()) {
                chosen.addAll(EnumSet.of(Role.ADMINISTRATOR, Role.MANAGER));
            }
            if (chosen.isEmpty()) {
                throw new UnusableCommandException(
                        "An account needs a role; give it with --role, for instance" + " --role operator.");
            }
            Account.Holder holder = Accounting.holder(login, name);
            Account added = rooms().accounting(record).add(holder, chosen, password(terminal()), author(who));
            return "Added account " + added.holder().login() + " of "
                    + added.holder().name() + ": " + words(added.roles()) + "."
                    + (first ? " From now on everybody signs in." : "");
        }

        private static Role role(String word) {
            return Role.of(word)
                    .orElseThrow(() -> new UnusableCommandException("'" + word + "' is no role; "
                            + Spelling.advice(
                                    word,
                                    Arrays.stream(Role.values()).map(Role::word).toList())
                            + "."));
        }
    }

    /** Lists the accounts. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the accounts, closed ones too.")
    static final class Listing extends ListCommand {

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            Printout list = printout("There is no account yet; everybody at this machine may" + " read and write.");
            ZoneId zone = record.instruments().zone();
            for (Account account : record.accounts().newest()) {
                String standing = account.isActive() ? "active" : "closed";
                ObjectNode node = list.add(String.format(
                                "%-20s %-28s %-8s %s  %s",
                                account.holder().login(),
                                account.holder().name(),
                                standing,
                                account.entry().at().atZone(zone).toLocalDate(),
                                words(account.roles())))
                        .put("login", account.holder().login())
                        .put("name", account.holder().name())
                        .put("standing", standing)
                        .put("since", account.entry().at().toString());
                ArrayNode roles = node.putArray("roles");
                account.roles().stream().sorted().map(Role::word).forEach(roles::add);
            }
            return list;
        }
    }

    /** Closes an account. */
    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = "Closes an account: nobody can sign in with it; what it entered stays.")
    static final class Close extends EntryCommand {

        @Parameters(paramLabel = "LOGIN", description = "The account.")
        private String login = "";

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Close(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            Account closed = rooms().accounting(record).close(known(record, login), author(who));
            return "Closed account " + closed.holder().login() + ".";
        }
    }

    /** Gives an account another password. */
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Gives an account another password; its sessions end.")
    static final class Reset extends EntryCommand {

        @Parameters(paramLabel = "LOGIN", description = "The account.")
        private String login = "";

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Reset(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            Account account = known(record, login);
            rooms().accounting(record).reset(account, password(terminal()), author(who));
            return "Account " + account.holder().login() + " has a new password.";
        }
    }

    /** Erases the name of a person. */
    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description =
                    "Erases a person's name everywhere in the record, and the login of their closed account. What they"
                            + " entered stays, by nobody; the chain of audit rows holds an id and stays as it is. Names within"
                            + " notes, and in backups taken before, are not found.",
            footer = {"", "Example: fiducial account erase 'Ada Müller'"})
    static final class Erase extends EntryCommand {

        @Parameters(paramLabel = "NAME", description = "The name, as it stands under an entry.")
        private String name = "";

        @Mixin
        private AuthorOption who = new AuthorOption();

        Erase(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            record.accounts().erase(name.strip(), who.by());
            return "Erased the name; what it stood under stays.";
        }
    }
}
