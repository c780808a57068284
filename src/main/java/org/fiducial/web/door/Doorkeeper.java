package org.fiducial.web.door;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.Accounting;
import org.fiducial.web.check.Drafts;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Knows who sent a request: by the cookie of a session or the token of a program. */
public final class Doorkeeper {

    public static final String COOKIE = "fiducial-session";

    private final Accounting accounting;
    private final Sessions sessions;
    private final FacilityRecords records;
    private final Drafts drafts;
    /** Accounts are never removed: once there was one, nobody needs to look again. */
    private volatile boolean accounts;

    public Doorkeeper(Accounting accounting, Sessions sessions, FacilityRecords records, Drafts drafts) {
        this.accounting = accounting;
        this.sessions = sessions;
        this.records = records;
        this.drafts = drafts;
    }

    /** Whether people sign in here. */
    public boolean isKept() {
        accounts = accounts || accounting.accounts().any();
        return accounts;
    }

    public Caller caller(Context context) {
        if (!isKept()) {
            return new Caller.Anybody();
        }
        Optional<String> secret = token(Objects.requireNonNullElse(context.header("Authorization"), ""));
        if (secret.isPresent()) {
            return secret.flatMap(this::program).orElseGet(Caller.Stranger::new);
        }
        return Optional.ofNullable(context.cookie(COOKIE))
                .flatMap(sessions::holder)
                .<Caller>map(Caller.Person::new)
                .orElseGet(Caller.Stranger::new);
    }

    private Optional<Caller> program(String secret) {
        return accounting.accounts().token(Accounting.hashOf(secret)).flatMap(token -> accounting
                .accounts()
                .byId(token.accountId())
                .filter(Account::isActive)
                .map(owner -> new Caller.Program(owner, token.role())));
    }

    /** The token a program sent: as a bearer, or as the password of any name, which is all that calendars know. */
    private static Optional<String> token(String authorization) {
        if (authorization.startsWith("Bearer ")) {
            return Optional.of(authorization.substring("Bearer ".length()).strip());
        }
        if (!authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            return Optional.of(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.of("");
        }
    }

    /** Whether what an address is about belongs to the home facility or to a visited one. */
    public Facility.Kind place(Route route, Context context) {
        return subject(route, context)
                .flatMap(records::facility)
                .map(Facility::kind)
                .orElse(Facility.Kind.HOME);
    }

    private Optional<Instrument> subject(Route route, Context context) {
        String path = route.path().replace("/api/v1", "");
        if (path.startsWith("/instruments/{slug}")) {
            return records.instruments().bySlug(context.pathParam("slug"));
        }
        if (path.startsWith("/new-checks/{id}")) {
            return drafts.find(context.pathParam("id"))
                    .map(draft -> draft.subject().instrument());
        }
        if (path.startsWith("/events/{id}")) {
            return FacilityRecords.uuid(context.pathParam("id"))
                    .flatMap(records.events()::byId)
                    .flatMap(logged -> instrument(logged.event().instrumentId()));
        }
        return Optional.empty();
    }

    private Optional<Instrument> instrument(UUID id) {
        return records.all().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
