package org.fiducial.web.door;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;

/** The way in and out: setting accounts up, signing in, signing out. */
public final class SignInPages {

    private static final int LONGEST_LOGIN = 64;

    private final Accounting accounting;
    private final Pages pages;
    private final Sessions sessions;
    private final Attempts attempts;
    private final boolean demonstration;

    public SignInPages(
            Accounting accounting, Pages pages, Sessions sessions, Attempts attempts, boolean demonstration) {
        this.accounting = accounting;
        this.pages = pages;
        this.sessions = sessions;
        this.attempts = attempts;
        this.demonstration = demonstration;
    }

    /** The form of the first account; only while there is none, and only at this machine. */
    Answer setUp(Route.Request request) {
        return isOpen(request) ? setUpForm(request, "") : new Answer.Nothing();
    }

    Answer begin(Route.Request request) {
        if (!isOpen(request)) {
            return new Answer.Nothing();
        }
        if (demonstration) {
            return setUpForm(request, pages.texts().text("register.demonstration"));
        }
        try {
            AccountPages.requireTwice(request, pages.texts());
            Account first = accounting.begin(
                    Accounting.holder(request.form("login"), request.form("name")), request.form("password"));
            return signedIn(request, first, "/accounts");
        } catch (UnusableInputException e) {
            return setUpForm(request, String.valueOf(e.getMessage()));
        }
    }

    private boolean isOpen(Route.Request request) {
        return request.from().isThisMachine() && !accounting.accounts().any();
    }

    private Answer setUpForm(Route.Request request, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("refusal", refusal);
        values.put("demonstration", demonstration);
        values.put("typed", Map.of("login", request.form("login"), "name", request.form("name")));
        return pages.page("account-setup.html", pages.texts().text("setup.title"), values);
    }

    Answer form(Route.Request request) {
        return form(request, inside(request.query("to")), "");
    }

    private Answer form(Route.Request request, String to, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("refusal", refusal);
        values.put("login", request.form("login"));
        values.put("to", to);
        return pages.page("account-signin.html", pages.texts().text("signin.title"), values);
    }

    Answer signIn(Route.Request request) {
        String typed = request.form("login").strip().toLowerCase(Locale.ROOT);
        String login = typed.substring(0, Math.min(typed.length(), LONGEST_LOGIN));
        String to = inside(request.form("to"));
        Duration wait = attempts.begin(login, request.from().address());
        if (!wait.isZero()) {
            return form(request, to, pages.texts().text("signin.wait", wait.toSeconds() + 1));
        }
        Optional<Account> account = accounting.signIn(login, request.form("password"));
        if (account.isEmpty()) {
            return form(request, to, pages.texts().text("signin.wrong"));
        }
        attempts.succeeded(login, request.from().address());
        return signedIn(request, account.get(), to);
    }

    /** A new session at every sign-in; the one of the cookie that came, if any, is over. */
    Answer signedIn(Route.Request request, Account account, String to) {
        sessions.end(request.from().session());
        return new Answer.Marked(cookie(request, sessions.begin(account), Sessions.LONGEST), new Answer.Elsewhere(to));
    }

    void endAll(Account account) {
        sessions.endAll(account.version().accountId());
    }

    Answer signOut(Route.Request request) {
        sessions.end(request.from().session());
        return new Answer.Marked(cookie(request, "", Duration.ZERO), new Answer.Elsewhere("/sign-in"));
    }

    private static String cookie(Route.Request request, String secret, Duration life) {
        return Doorkeeper.COOKIE + "=" + secret + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + life.toSeconds()
                + (request.from().secure() ? "; Secure" : "");
    }

    /** Where to go afterwards: an address of ours, never somebody else's. */
    private static String inside(String address) {
        return address.matches("/([^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*)?") ? address : "/";
    }
}
