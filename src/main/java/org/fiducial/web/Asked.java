package org.fiducial.web;

import io.javalin.http.Context;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Permission;
import org.fiducial.web.door.Doorkeeper;
import org.fiducial.web.door.TrustedProxies;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.SentForm;

/**
 * Reads a request as it came; a missing parameter is empty text. Whoever is signed in is who a form is by, whatever was
 * typed there.
 */
final class Asked implements Route.Request {

    private static final String BY = "by";
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String SPOKEN = "X-Forwarded-Proto";
    private static final String PREFERRED = "Accept-Language";

    private final Context context;
    private final Surroundings surroundings;
    private final Caller caller;
    private final Facility.Kind place;
    private Optional<SentForm> sent = Optional.empty();

    /**
     * What a server gives all that is asked of it.
     *
     * @param parts where files that come with a request are put
     * @param proxies who says where it came from
     */
    record Surroundings(Path parts, TrustedProxies proxies) {}

    /**
     * A request.
     *
     * @param place where what it is about belongs to
     */
    Asked(Context context, Surroundings surroundings, Caller caller, Facility.Kind place) {
        this.context = context;
        this.surroundings = surroundings;
        this.caller = caller;
        this.place = place;
    }

    @Override
    public String path(String name) {
        return context.pathParam(name);
    }

    @Override
    public String query(String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "");
    }

    @Override
    public String form(String name) {
        return sent().field(name);
    }

    @Override
    public String header(String name) {
        if (name.equals(PREFERRED)) {
            // Whoever keeps the answer on the way must not give it to readers of another language.
            context.header("Vary", PREFERRED);
        }
        return Objects.requireNonNullElse(context.header(name), "");
    }

    @Override
    public String address() {
        return context.path();
    }

    @Override
    public SentForm sent() {
        return sentUpTo(may(Permission.MEASURE) ? SentForm.LARGEST : SentForm.TYPED);
    }

    @Override
    public SentForm sentUpTo(long most) {
        SentForm read = sent.orElseGet(() -> {
            SentForm form = SentForm.of(context, surroundings.parts(), most);
            return caller.name().isEmpty() ? form : form.and(BY, caller.name());
        });
        sent = Optional.of(read);
        return read;
    }

    @Override
    public InputStream body() {
        return context.bodyInputStream();
    }

    @Override
    public long length() {
        return Math.max(0, context.req().getContentLengthLong());
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public boolean may(Permission permission) {
        return caller.may(permission, place);
    }

    @Override
    public Route.From from() {
        String peer = context.req().getRemoteAddr();
        String address = surroundings.proxies().origin(peer, headers(FORWARDED));
        return new Route.From(
                address,
                isThisMachine(address),
                context.req().isSecure() || surroundings.proxies().sayHttps(peer, headers(SPOKEN)),
                Objects.requireNonNullElse(context.cookie(Doorkeeper.COOKIE), ""));
    }

    private List<String> headers(String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    private static boolean isThisMachine(String address) {
        try {
            return InetAddress.getByName(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
