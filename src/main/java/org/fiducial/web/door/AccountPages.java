package org.fiducial.web.door;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.people.ReminderWish;
import org.fiducial.facility.people.Role;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The pages of one's own account, with password and tokens, and of everybody's for administrators. */
public final class AccountPages {

    private final Accounting accounting;
    private final FacilityRecords records;
    private final Pages pages;
    private final SignInPages signIn;

    public AccountPages(Accounting accounting, FacilityRecords records, Pages pages, SignInPages signIn) {
        this.accounting = accounting;
        this.records = records;
        this.pages = pages;
        this.signIn = signIn;
    }

    /** A role to choose, with what it is for. */
    public record RoleChoice(String word, String label, String help, boolean chosen) {}

    /** An account in the list. */
    public record AccountRow(String id, String login, String name, String roles, boolean active, String since) {}

    /** A version of an account in words. */
    public record VersionRow(int number, String when, String says, String by, String reason) {}

    /** A token in the list; its secret is not known any more. */
    public record TokenRow(String id, String name, String role, String since) {}

    Answer own(Route.Request request) {
        return withOwn(request, account -> own(request, account, "", ""));
    }

    Answer changePassword(Route.Request request) {
        return withOwn(request, account -> {
            try {
                if (!accounting.isPassword(account, request.form("old"))) {
                    throw new UnusableInputException(pages.texts().text("account.password.wrong"));
                }
                requireTwice(request, pages.texts());
                Account changed = accounting.reset(
                        account,
                        request.form("password"),
                        new Accounting.Author(
                                account.holder().name(), pages.texts().text("account.password.own")));
                return signIn.signedIn(request, changed, "/account");
            } catch (UnusableInputException e) {
                return own(request, account, String.valueOf(e.getMessage()), "");
            }
        });
    }

    /** Signs its holder out everywhere, here too. */
    Answer signOutEverywhere(Route.Request request) {
        return withOwn(request, account -> {
            signIn.endAll(account);
            return new Answer.Elsewhere("/sign-in");
        });
    }

    Answer addToken(Route.Request request) {
        return withOwn(request, account -> {
            try {
                Role role = Role.of(request.form("role"))
                        .orElseThrow(
                                () -> new UnusableInputException(pages.texts().text("account.token.norole")));
                return own(
                        request,
                        account,
                        "",
                        accounting.issue(account, request.form("name"), role).secret());
            } catch (UnusableInputException e) {
                return own(request, account, String.valueOf(e.getMessage()), "");
            }
        });
    }

    /** What its holder wants to be told by e-mail. */
    Answer remind(Route.Request request) {
        return withOwn(request, account -> {
            try {
                ReminderWish.Frequency frequency = ReminderWish.Frequency.of(request.form("when"))
                        .orElseThrow(
                                () -> new UnusableInputException(pages.texts().text("account.reminders.nothing")));
                accounting.wish(
                        account,
                        frequency,
                        new ReminderWish.Letter(
                                request.form("address"),
                                !request.form("assigned").isEmpty(),
                                request.form("language").strip()),
                        account.holder().name());
                return new Answer.Elsewhere("/account");
            } catch (UnusableInputException e) {
                return own(request, account, String.valueOf(e.getMessage()), "");
            }
        });
    }

    /** What the form of reminders holds. */
    public record Wished(String address, boolean assigned, String language, List<RoleChoice> choices) {}

    private Wished wished(Route.Request request, Account account) {
        Optional<ReminderWish> known =
                accounting.accounts().wish(account.version().accountId());
        boolean typed = !request.form("when").isEmpty();
        String when = typed
                ? request.form("when")
                : known.map(wish -> wish.frequency().word()).orElse("");
        return new Wished(
                typed
                        ? request.form("address")
                        : known.map(wish -> wish.letter().address()).orElse(""),
                typed
                        ? !request.form("assigned").isEmpty()
                        : known.filter(wish -> wish.letter().assignedOnly()).isPresent(),
                known.map(wish -> wish.letter().language()).orElse(""),
                Arrays.stream(ReminderWish.Frequency.values())
                        .map(ReminderWish.Frequency::word)
                        .map(word -> new RoleChoice(
                                word,
                                pages.texts().text("account.reminders." + word),
                                pages.texts().text("account.reminders." + word + ".help"),
                                word.equals(when)))
                        .toList());
    }

    Answer endToken(Route.Request request) {
        return withOwn(request, account -> {
            FacilityRecords.uuid(request.path("id")).ifPresent(id -> accounting.revoke(account, id));
            return new Answer.Elsewhere("/account");
        });
    }

    private Answer withOwn(Route.Request request, Function<Account, Answer> answer) {
        return request.caller().account().map(answer).orElseGet(Answer.Nothing::new);
    }

    private Answer own(Route.Request request, Account account, String refusal, String secret) {
        Map<String, Object> values = new HashMap<>();
        values.put("refusal", refusal);
        values.put("secret", secret);
        values.put("login", account.holder().login());
        values.put("roles", words(account.roles()));
        values.put("reminders", wished(request, account));
        values.put("name", secret.isEmpty() ? request.form("name") : "");
        values.put(
                "tokens",
                accounting.accounts().tokens(account.version().accountId()).stream()
                        .map(this::row)
                        .toList());
        values.put(
                "choices",
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.ADMINISTRATOR && Accounting.isWithin(role, account))
                        .map(role -> choice(role, Set.of()))
                        .toList());
        return pages.page("account-own.html", account.holder().name(), values);
    }

    Answer list(Route.Request request) {
        return list(request, "");
    }

    Answer add(Route.Request request) {
        try {
            requireTwice(request, pages.texts());
            Account added = accounting.add(
                    Accounting.holder(request.form("login"), request.form("name")),
                    roles(request),
                    request.form("password"),
                    author(request));
            return new Answer.Elsewhere("/accounts/" + added.version().accountId());
        } catch (UnusableInputException e) {
            return list(request, String.valueOf(e.getMessage()));
        }
    }

    private Answer list(Route.Request request, String refusal) {
        Days days = days();
        Map<String, Object> values = new HashMap<>();
        values.put("refusal", refusal);
        values.put("typed", Map.of("login", request.form("login"), "name", request.form("name")));
        values.put("choices", choices(roles(request)));
        values.put(
                "accounts",
                accounting.accounts().newest().stream()
                        .sorted(Comparator.comparing(account -> !account.isActive()))
                        .map(account -> new AccountRow(
                                account.version().accountId().toString(),
                                account.holder().login(),
                                account.holder().name(),
                                words(account.roles()),
                                account.isActive(),
                                days.of(account.entry().at()).day()))
                        .toList());
        return pages.page("accounts.html", pages.texts().text("accounts.title"), values);
    }

    Answer one(Route.Request request) {
        return known(request).map(account -> one(account, "")).orElseGet(Answer.Nothing::new);
    }

    /** What to do with an account is said by the button that was pressed. */
    Answer change(Route.Request request) {
        return known(request).map(account -> changed(request, account)).orElseGet(Answer.Nothing::new);
    }

    private Answer changed(Route.Request request, Account account) {
        try {
            switch (request.form("do")) {
                case "roles" -> accounting.change(account, roles(request), author(request));
                case "close" -> accounting.close(account, author(request));
                case "erase" ->
                    accounting
                            .accounts()
                            .erase(account.holder().name(), request.caller().name());
                case "reset" -> {
                    requireTwice(request, pages.texts());
                    accounting.reset(account, request.form("password"), author(request));
                }
                default -> throw new UnusableInputException(pages.texts().text("accounts.nothing"));
            }
            return new Answer.Elsewhere("/accounts/" + account.version().accountId());
        } catch (UnusableInputException e) {
            return one(account, String.valueOf(e.getMessage()));
        }
    }

    private Answer one(Account account, String refusal) {
        Days days = days();
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("accounts.title"), "/accounts")));
        values.put("refusal", refusal);
        values.put("address", "/accounts/" + account.version().accountId());
        values.put("login", account.holder().login());
        values.put("roles", words(account.roles()));
        values.put("active", account.isActive());
        values.put("choices", choices(account.roles()));
        List<Account> versions =
                accounting.accounts().versions(account.version().accountId());
        values.put(
                "history",
                versions.stream()
                        .map(each -> new VersionRow(
                                each.version().number(),
                                days.of(each.entry().at()).day() + ", "
                                        + days.of(each.entry().at()).time(),
                                says(each, versions),
                                each.entry().by(),
                                each.entry().reason()))
                        .toList());
        return pages.page("account.html", account.holder().name(), values);
    }

    /** What a version changed. */
    private String says(Account version, List<Account> all) {
        Texts texts = pages.texts();
        if (!version.isActive()) {
            return texts.text("accounts.says.closed");
        }
        Optional<Account> before = all.stream()
                .filter(each -> each.version().number() == version.version().number() - 1)
                .findFirst();
        if (before.filter(each -> !each.password().equals(version.password())).isPresent()) {
            return texts.text("accounts.says.password");
        }
        return words(version.roles());
    }

    private Optional<Account> known(Route.Request request) {
        return FacilityRecords.uuid(request.path("id")).flatMap(accounting.accounts()::byId);
    }

    private static Accounting.Author author(Route.Request request) {
        return new Accounting.Author(request.caller().name(), request.form("reason"));
    }

    /** Whoever types a password nobody sees types it twice. */
    static void requireTwice(Route.Request request, Texts texts) {
        if (!request.form("password").equals(request.form("again"))) {
            throw new UnusableInputException(texts.text("account.password.differ"));
        }
    }

    private static Set<Role> roles(Route.Request request) {
        return Arrays.stream(Role.values())
                .filter(role -> !request.form("role." + role.word()).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private List<RoleChoice> choices(Set<Role> chosen) {
        return Arrays.stream(Role.values()).map(role -> choice(role, chosen)).toList();
    }

    private RoleChoice choice(Role role, Set<Role> chosen) {
        return new RoleChoice(
                role.word(),
                pages.texts().text("role." + role.word()),
                pages.texts().text("role." + role.word() + ".help"),
                chosen.contains(role));
    }

    private String words(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> pages.texts().text("role." + role.word()))
                .collect(Collectors.joining(", "));
    }

    private TokenRow row(ApiToken token) {
        return new TokenRow(
                token.id().toString(),
                token.name(),
                pages.texts().text("role." + token.role().word()),
                days().of(token.entry().at()).day());
    }

    private Days days() {
        return new Days(records.zone(), pages.texts().locale());
    }
}
