package org.fiducial.web.api;

import static org.fiducial.web.api.ApiWrite.Field.choice;
import static org.fiducial.web.api.ApiWrite.Field.text;

import java.util.Arrays;
import java.util.List;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.web.api.ApiWrite.Field;
import org.fiducial.web.api.ApiWrite.Kind;
import org.fiducial.web.page.Seen;

/** What programs send to say what strangers may see. */
final class ApiPublicationWrites {

    static final List<ApiWrite> ALL = List.of(
            write(
                    "/publicity",
                    choice("standing", "Whether its instruments are public.", List.of("published", "hidden"))),
            write(
                    "/instruments/{slug}/publicity",
                    choice(
                            "standing",
                            "Whether it is public.",
                            Arrays.stream(Publicity.Standing.values())
                                    .map(Publicity.Standing::word)
                                    .toList())));

    private ApiPublicationWrites() {}

    private static ApiWrite write(String page, Field standing) {
        return new ApiWrite(
                page,
                "/api/v1" + page,
                standing.needed(),
                new Field(
                        "field",
                        Kind.WORDS,
                        false,
                        "What strangers see.",
                        Arrays.stream(Publicity.Field.values())
                                .map(Publicity.Field::word)
                                .toList(),
                        List.of()),
                text(
                        "contact",
                        "An e-mail address, a page or a sentence; it stays in the record for good, so give one of the facility."),
                text("personal", "'yes' where a contact that looks like the address of a person is meant so."),
                new Field(
                        Seen.FIELD,
                        Kind.NUMBER,
                        "How many words there were on it when it was read; refused where there is another number now."),
                text("reason", "Why, for the record.").needed(),
                text("by", "Who says so; with an account its holder, whatever is sent."));
    }
}
