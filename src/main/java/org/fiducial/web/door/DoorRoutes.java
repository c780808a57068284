package org.fiducial.web.door;

import static org.fiducial.facility.people.Permission.ACCOUNTS;
import static org.fiducial.facility.people.Permission.BACK_UP;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.SELF;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;

import java.util.List;
import org.fiducial.web.page.Route;

/** The ways in and out, the pages of accounts, and how the whole record leaves. */
public final class DoorRoutes {

    private DoorRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(SignInPages signIn, AccountPages accounts, AccountApi api, BackupPages backups) {
        return List.of(
                page("/setup", "a form that makes the first account", PUBLIC, signIn::setUp),
                sent("/setup", "makes the first account", PUBLIC, signIn::begin),
                page("/sign-in", "a form that lets one in", PUBLIC, signIn::form),
                sent("/sign-in", "lets one in", PUBLIC, signIn::signIn),
                sent("/sign-out", "lets one out", PUBLIC, signIn::signOut),
                page("/account", "one's own account", SELF, accounts::own),
                sent("/account", "changes one's own password", SELF, accounts::changePassword),
                sent("/account/sessions/end", "signs out everywhere", SELF, accounts::signOutEverywhere),
                sent("/account/tokens", "adds a token", SELF, accounts::addToken),
                sent("/account/tokens/{id}/end", "ends a token", SELF, accounts::endToken),
                sent("/account/reminders", "says which letters its holder gets", SELF, accounts::remind),
                page("/accounts", "all accounts", ACCOUNTS, accounts::list),
                file("/accounts.csv", "all accounts, for spreadsheets", ACCOUNTS, api::table),
                sent("/accounts", "adds an account", ACCOUNTS, accounts::add),
                page("/accounts/{id}", "an account with its history", ACCOUNTS, accounts::one),
                sent("/accounts/{id}", "changes an account", ACCOUNTS, accounts::change),
                api("/api/v1/account", "one's own account", SELF, api::own),
                api("/api/v1/accounts", "all accounts", ACCOUNTS, api::all),
                api("/api/v1/accounts/{id}", "an account with its history", ACCOUNTS, api::one),
                page("/backup", "how to back up the record", BACK_UP, backups::page),
                api("/api/v1/backup", "a backup of the whole record", BACK_UP, backups::take));
    }
}
