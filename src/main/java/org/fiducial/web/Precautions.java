package org.fiducial.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.fiducial.web.page.JsonFields;

/** What holds for every request, whatever is asked for: what each answer carries, and who is not answered at all. */
final class Precautions {

    private static final String PAGE_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What is not for those who search the web. */
    static final String NO_ROBOTS = "noindex, nofollow";

    /** Half a year: long enough to matter, short enough to take a certificate away again. */
    private static final int HTTPS_ONLY_S = 180 * 86_400;

    private final WebServer.Address address;
    private final boolean locked;
    private final BooleanSupplier kept;

    /**
     * Precautions of a server.
     *
     * @param locked whether it speaks https
     * @param kept whether people sign in
     */
    Precautions(WebServer.Address address, boolean locked, BooleanSupplier kept) {
        this.address = address;
        this.locked = locked;
        this.kept = kept;
    }

    /** What every answer carries, whatever becomes of it. */
    void secure(Context context) {
        context.header("Content-Security-Policy", PAGE_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("X-Frame-Options", "DENY");
        context.header("Referrer-Policy", "same-origin");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        context.header("Cache-Control", holdsWhatWasSent(context) ? "no-store" : "no-cache");
        if (!context.path().matches("/published(/.*)?")) {
            context.header("X-Robots-Tag", NO_ROBOTS);
        }
        if (locked) {
            context.header("Strict-Transport-Security", "max-age=" + HTTPS_ONLY_S);
        }
    }

    /** What an image dropped in on a public page says is shown to who sent it, and kept nowhere. */
    private static boolean holdsWhatWasSent(Context context) {
        return !context.method().equals(HandlerType.GET) && context.path().matches("(/api/v1)?/published/.*");
    }

    /**
     * Pages of other sites can neither read this server under a name of theirs (the host would be theirs) nor send forms
     * to it (the origin would be theirs).
     */
    void refuseStrangers(Context context) {
        String host = Objects.requireNonNullElse(context.header("Host"), "");
        String origin = Objects.requireNonNullElse(context.header("Origin"), "");
        boolean own = origin.isEmpty()
                ? context.method().equals(HandlerType.GET) || isOfProgram(context)
                : isOwn(origin, host);
        if (!isKnown(host.replaceFirst(":\\d+$", "")) || !own) {
            throw new ForbiddenResponse();
        }
    }

    /** A program says no origin, a browser always does; and no form of another site can show a token or send JSON. */
    private static boolean isOfProgram(Context context) {
        return context.path().startsWith("/api/")
                && (context.header("Authorization") != null || JsonFields.isSent(context));
    }

    /** A number is no name that somebody could point at this machine; while all is open only its own are answered. */
    private boolean isKnown(String host) {
        boolean number = host.matches("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+]");
        return host.matches("127\\.0\\.0\\.1|localhost") || (kept.getAsBoolean() && (number || isNamed(host)));
    }

    private boolean isNamed(String host) {
        return host.equalsIgnoreCase(address.host()) || address.names().stream().anyMatch(host::equalsIgnoreCase);
    }

    /** A server before this one may speak https for a name it was given. */
    private boolean isOwn(String origin, String host) {
        boolean https = origin.equals("https://" + host);
        boolean http = origin.equals("http://" + host);
        return locked ? https : http || (https && isNamed(host.replaceFirst(":\\d+$", "")));
    }
}
