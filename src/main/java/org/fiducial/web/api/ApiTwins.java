package org.fiducial.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Route.Kind;
import org.fiducial.web.page.Route.Method;
import org.fiducial.web.records.FacilityRecords;

/**
 * Lets programs do what people do with forms, by the very same work: what was typed comes as JSON, and where a page would be
 * shown again with a sentence, the sentence is the answer.
 */
public final class ApiTwins {

    private static final int BAD_REQUEST = 400;

    private final List<Route> pages;
    private final Texts texts;
    private final Retries retries;
    private final ObjectMapper json = new ObjectMapper();

    public ApiTwins(List<Route> pages, Texts texts, Retries retries) {
        this.pages = pages;
        this.texts = texts;
        this.retries = retries;
    }

    public List<Route> routes() {
        return ApiWrites.ALL.stream().map(this::route).toList();
    }

    private Route route(ApiWrite write) {
        Route page = pages.stream()
                .filter(each -> each.method() == Method.POST && each.path().equals(write.page()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form is sent to " + write.page()));
        return new Route(
                Method.POST,
                write.path(),
                page.summary(),
                Kind.API,
                page.needs(),
                request -> retries.once(
                        write.path(), request, () -> said(page.answer().apply(request))));
    }

    private Answer said(Answer answer) {
        if (answer instanceof Answer.Marked marked) {
            return new Answer.Marked(marked.cookie(), said(marked.answer()));
        }
        if (answer instanceof Answer.Elsewhere elsewhere) {
            return stored(elsewhere);
        }
        if (!(answer instanceof Answer.Page page)) {
            return answer;
        }
        String secret = String.valueOf(page.values().getOrDefault("secret", ""));
        if (!secret.isEmpty()) {
            return new Answer.Stored("", bytes(json.createObjectNode().put("token", secret)));
        }
        String refusal = String.valueOf(page.values().getOrDefault("refusal", ""));
        String described = String.valueOf(page.values().getOrDefault("yaml", ""));
        if (refusal.isEmpty() && !described.isEmpty()) {
            return Answer.Content.json(bytes(json.createObjectNode().put("yaml", described)));
        }
        return new Answer.Refused(BAD_REQUEST, refusal.isEmpty() ? texts.text("api.unclear") : refusal);
    }

    private Answer stored(Answer.Elsewhere elsewhere) {
        String page = elsewhere.address();
        String path = elsewhere.made().isEmpty() ? page.replaceFirst("[?#].*", "") : elsewhere.made();
        Optional<String> self =
                Optional.of(path.startsWith("/api/") ? path : "/api/v1" + path).filter(this::isRead);
        ObjectNode node = json.createObjectNode().put("page", page);
        self.ifPresent(address -> node.put("self", address));
        String last = path.substring(path.lastIndexOf('/') + 1);
        FacilityRecords.uuid(last).ifPresent(id -> node.put("id", id.toString()));
        return new Answer.Stored(self.orElse(""), bytes(node));
    }

    /** Whether programs can read an address. */
    private boolean isRead(String address) {
        return pages.stream()
                .filter(route -> route.method() == Method.GET && route.kind() == Kind.API)
                .anyMatch(route -> Pattern.matches(route.path().replaceAll("\\{[a-z]+}", "[^/]+"), address));
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
