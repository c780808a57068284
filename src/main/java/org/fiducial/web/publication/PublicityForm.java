package org.fiducial.web.publication;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Route;

/** Reads what was typed of what strangers may see. */
record PublicityForm(Route.Request request, Texts texts) {

    /** The field that says that the address of a person is meant. */
    static final String PERSONAL = "personal";

    /** Whether anything was typed. */
    boolean isSent() {
        return !request.form("standing").isEmpty() || !request.form("reason").isEmpty();
    }

    Publicity publicity(UUID id, Subject subject, Instant now) {
        Standing standing = Standing.of(request.form("standing"))
                .orElseThrow(() -> new UnusableInputException(texts.text("publicity.nostanding")));
        return new Publicity(
                id,
                subject,
                new Terms(standing, fields(), contact()),
                new Entry(request.form("by").strip(), now, reason()));
    }

    Set<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> !request.form("field." + field.word()).isEmpty())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
    }

    String contact() {
        return request.form("contact").strip();
    }

    String reason() {
        return request.form("reason").strip();
    }

    String standing() {
        return request.form("standing");
    }
}
