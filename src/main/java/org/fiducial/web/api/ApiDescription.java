package org.fiducial.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.people.Role;
import org.fiducial.web.api.ApiWrite.Field;
import org.fiducial.web.door.Doorkeeper;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Route.Kind;
import org.fiducial.web.page.Route.Method;

/** The OpenAPI document of the API, made of the same table that answers it. */
public final class ApiDescription {

    /** What each address programs read answers with: the name of a schema in {@code schemas/api.json}. */
    public static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("/api/v1/instruments", "Instruments"),
            Map.entry("/api/v1/instruments/{slug}", "InstrumentWithPaths"),
            Map.entry("/api/v1/instruments/{slug}/checks", "Checks"),
            Map.entry("/api/v1/checks/{id}", "Check"),
            Map.entry("/api/v1/protocols", "Protocols"),
            Map.entry("/api/v1/instruments/{slug}/events", "Events"),
            Map.entry("/api/v1/events/{id}", "Event"),
            Map.entry("/api/v1/events/{id}/return-checks", "ReturnChecks"),
            Map.entry("/api/v1/return-checks", "AllReturnChecks"),
            Map.entry("/api/v1/uptime", "Uptime"),
            Map.entry("/api/v1/reminders", "Reminders"),
            Map.entry("/api/v1/instruments/{slug}/hours", "Hours"),
            Map.entry("/api/v1/publicity", "Publicity"),
            Map.entry("/api/v1/instruments/{slug}/publicity", "InstrumentPublicity"),
            Map.entry("/api/v1/due", "Due"),
            Map.entry("/api/v1/schedules", "Plans"),
            Map.entry("/api/v1/schedules/{id}", "PlanVersions"),
            Map.entry("/api/v1/instruments/{slug}/limits", "Limits"),
            Map.entry("/api/v1/review", "Checks"),
            Map.entry("/api/v1/kit", "Kit"),
            Map.entry("/api/v1/recalls/{id}", "RecallWithChecks"),
            Map.entry("/api/v1/protocols/{id}", "Protocol"),
            Map.entry("/api/v1/new-checks", "NewChecks"),
            Map.entry("/api/v1/new-checks/{id}", "NewCheck"),
            Map.entry("/api/v1/published/{token}", "Published"),
            Map.entry("/api/v1/published/{token}/methods", "Methods"),
            Map.entry("/api/v1/published/{token}/checks", "CoveringChecks"),
            Map.entry("/api/v1/published/{token}/identity", "Identity"),
            Map.entry("/api/v1/statements", "Statements"),
            Map.entry("/api/v1/statements/{token}", "StatementToday"),
            Map.entry("/api/v1/verify", "Verification"),
            Map.entry("/api/v1/account", "OwnAccount"),
            Map.entry("/api/v1/accounts", "Accounts"),
            Map.entry("/api/v1/accounts/{id}", "AccountVersions"),
            Map.entry("/api/v1/instruments/{slug}/registry", "Registry"),
            Map.entry("/api/v1/components", "Components"),
            Map.entry("/api/v1/components/{id}", "ComponentWithLife"),
            Map.entry("/api/v1/audit", "Audit"),
            Map.entry("/api/v1/openapi.json", "Description"));

    /** What may stand in the query of an address. */
    private static final Map<String, List<String>> QUERIES = Map.ofEntries(
            Map.entry("/api/v1/due", List.of("on", "instrument", "protocol", "person", "page")),
            Map.entry("/api/v1/instruments", List.of("page")),
            Map.entry("/api/v1/instruments/{slug}/events", List.of("page")),
            Map.entry("/api/v1/schedules", List.of("page")),
            Map.entry("/api/v1/audit", List.of("facility", "kind", "person", "before")),
            Map.entry("/audit.csv", List.of("facility", "kind", "person", "before")),
            Map.entry("/api/v1/recalls/{id}", List.of("page")),
            Map.entry("/due.csv", List.of("instrument", "protocol", "person")),
            Map.entry("/due.ics", List.of("instrument", "protocol", "person")),
            Map.entry("/api/v1/instruments/{slug}/checks", List.of("path", "protocol", "verdict", "page")),
            Map.entry("/instruments/{slug}/checks.csv", List.of("path", "protocol", "verdict")),
            Map.entry("/api/v1/review", List.of("instrument", "protocol", "verdict", "page")),
            Map.entry("/review.csv", List.of("instrument", "protocol", "verdict")),
            Map.entry("/api/v1/instruments/{slug}/registry", List.of("on")),
            Map.entry("/api/v1/components", List.of("q", "kind", "instrument", "standing", "page")),
            Map.entry("/components.csv", List.of("q", "kind", "instrument", "standing")),
            Map.entry("/registry.csv", List.of("q", "standing")),
            Map.entry("/api/v1/published/{token}", List.of("from", "to", "path", "lang")),
            Map.entry("/api/v1/published/{token}/methods", List.of("from", "to", "path", "lang")),
            Map.entry("/api/v1/published/{token}/checks", List.of("from", "to", "path")),
            Map.entry("/api/v1/statements", List.of("q", "instrument", "standing")),
            Map.entry("/api/v1/statements/{token}", List.of("lang")),
            Map.entry("/statements.csv", List.of("q", "instrument", "standing")),
            Map.entry("/api/v1/verify", List.of("number", "sha256")),
            Map.entry("/uptime.csv", List.of("from", "until")),
            Map.entry("/api/v1/uptime", List.of("from", "until")));

    private static final List<String> OF_CHECKS = List.of("when", "verdict", "reason", "note", "path", "protocol");
    private static final List<String> OF_DUE = List.of("due", "where", "protocol", "last", "minutes", "assigned");
    private static final List<String> OF_EVENTS = List.of("when", "kind", "what", "parts", "standing");
    private static final List<String> OF_REVIEW = List.of("when", "verdict", "instrument", "path", "protocol", "note");
    private static final List<String> OF_COMPONENTS = List.of("name", "kind", "where", "since", "made", "serial");
    private static final List<String> OF_KIT = List.of("slug", "standing", "kind", "made", "size", "until");

    private static final List<String> OF_STATEMENTS =
            List.of("number", "issued", "instrument", "path", "from", "standing", "by");

    private static final List<String> OF_RECALLS = List.of("when", "instrument", "path", "verdict", "means");

    /** The columns by which {@code sort} orders the list at an address. */
    public static final Map<String, List<String>> SORTS = Map.ofEntries(
            Map.entry("/api/v1/instruments", List.of("name", "state", "since", "due")),
            Map.entry("/api/v1/instruments/{slug}/checks", OF_CHECKS),
            Map.entry("/instruments/{slug}/checks.csv", OF_CHECKS),
            Map.entry("/api/v1/due", OF_DUE),
            Map.entry("/due.csv", OF_DUE),
            Map.entry("/api/v1/instruments/{slug}/events", OF_EVENTS),
            Map.entry("/instruments/{slug}/events.csv", OF_EVENTS),
            Map.entry("/api/v1/review", OF_REVIEW),
            Map.entry("/review.csv", OF_REVIEW),
            Map.entry("/api/v1/components", OF_COMPONENTS),
            Map.entry("/components.csv", OF_COMPONENTS),
            Map.entry("/registry.csv", List.of("name", "made", "serial", "location", "commissioned", "service")),
            Map.entry("/api/v1/recalls/{id}", OF_RECALLS),
            Map.entry("/recalls/{id}/checks.csv", OF_RECALLS),
            Map.entry("/api/v1/statements", OF_STATEMENTS),
            Map.entry("/statements.csv", OF_STATEMENTS),
            Map.entry("/api/v1/kit", OF_KIT),
            Map.entry("/kit.csv", OF_KIT));

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "csv", "text/csv",
            "ics", "text/calendar",
            "pdf", "application/pdf",
            "svg", "image/svg+xml",
            "png", "image/png",
            "backup", "application/zip",
            "{file}", "image/svg+xml");

    private static final Map<String, String> FAILURES = Map.of(
            "400", "What was sent cannot be used; the sentence says why.",
            "401", "This needs an account or a token.",
            "403", "The roles of the account do not allow this.",
            "404", "There is nothing at this address.");

    private static final String TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$";

    private final ObjectMapper json = new ObjectMapper();
    private final List<Route> routes;

    public ApiDescription(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    public byte[] document() {
        ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Fiducial")
                .put("version", "1")
                .put("description", "What the pages do, for programs. Every refusal is one sentence under 'error'.");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            if (route.kind() != Kind.PAGE) {
                ObjectNode path =
                        paths.path(route.path()) instanceof ObjectNode known ? known : paths.putObject(route.path());
                describe(path.putObject(route.method().name().toLowerCase(Locale.ROOT)), route);
            }
        }
        components(document.putObject("components"));
        return document.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private void describe(ObjectNode operation, Route route) {
        operation
                .put("operationId", operation(route))
                .put("summary", route.summary())
                .put("description", roles(route.needs()));
        operation.putArray("tags").add(tag(route.path()));
        security(operation.putArray("security"), route.needs());
        ArrayNode parameters = operation.putArray("parameters");
        route.parameters().forEach(name -> parameter(parameters, name, "path").put("required", true));
        QUERIES.getOrDefault(route.path(), List.of()).forEach(name -> parameter(parameters, name, "query"));
        Optional.ofNullable(SORTS.get(route.path())).ifPresent(columns -> order(parameters, columns));
        Optional<ApiWrite> write = ApiWrites.ALL.stream()
                .filter(each -> route.method() == Method.POST && each.path().equals(route.path()))
                .findFirst();
        ObjectNode responses = operation.putObject("responses");
        if (write.isPresent()) {
            parameter(parameters, Retries.HEADER, "header")
                    .put("description", "A word of the program's own: sent again with the same one, it is done once.");
            body(operation.putObject("requestBody"), write.get().fields());
            answer(responses.putObject("201"), "It was stored.", "application/json")
                    .put("$ref", schema(route.path().endsWith("/tokens") ? "Token" : "Stored"));
            failure(responses, "409", "The server ended while it worked on what was sent under the Idempotency-Key.");
            failure(responses, "422", "The Idempotency-Key was used with other content.");
        } else {
            ObjectNode schema = answer(responses.putObject("200"), route.summary(), type(route.path()));
            Optional.ofNullable(ANSWERS.get(route.path())).ifPresent(name -> schema.put("$ref", schema(name)));
        }
        FAILURES.forEach((status, says) -> failure(responses, status, says));
    }

    private static String operation(Route route) {
        return Arrays.stream((route.method().name().toLowerCase(Locale.ROOT)
                                + route.path().replace("/api/v1", ""))
                        .split("[^A-Za-z0-9]+"))
                .collect(Collectors.joining("-"));
    }

    private static String tag(String path) {
        return path.replace("/api/v1/", "/").replaceFirst("^/([a-z-]+).*", "$1");
    }

    private static String roles(Permission needs) {
        String roles = Arrays.stream(Role.values())
                .filter(role -> role.permits(needs, Facility.Kind.HOME))
                .map(Role::word)
                .collect(Collectors.joining(", "));
        return needs == Permission.PUBLIC ? "For everybody." : "For the roles " + roles + ".";
    }

    /** Tokens are not let near accounts. */
    private static void security(ArrayNode security, Permission needs) {
        if (needs == Permission.PUBLIC) {
            security.addObject();
        }
        if (!Caller.Program.NEVER.contains(needs)) {
            security.addObject().putArray("token");
        }
        security.addObject().putArray("session");
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }

    private static void order(ArrayNode parameters, List<String> columns) {
        ObjectNode parameter = parameter(parameters, ListOrder.QUERY, "query")
                .put(
                        "description",
                        "The column the whole list is ordered by; from the other end with a minus before it.");
        ArrayNode words = parameter.withObject("/schema").putArray("enum");
        columns.forEach(column -> words.add(column).add("-" + column));
    }

    private static void body(ObjectNode body, List<Field> fields) {
        boolean files = fields.stream().anyMatch(field -> field.kind() == ApiWrite.Kind.FILES);
        boolean needed = fields.stream().anyMatch(Field::required);
        body.put("required", needed);
        ObjectNode content = body.putObject("content");
        object(
                content.putObject("application/json").putObject("schema"),
                fields.stream()
                        .filter(field -> field.kind() != ApiWrite.Kind.FILES)
                        .toList());
        if (files) {
            object(content.putObject("multipart/form-data").putObject("schema"), fields);
        }
    }

    private static void object(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        fields.forEach(field -> property(properties.putObject(field.name()), field));
        List<String> needed =
                fields.stream().filter(Field::required).map(Field::name).toList();
        if (!needed.isEmpty()) {
            ArrayNode required = schema.putArray("required");
            needed.forEach(required::add);
        }
    }

    private static void property(ObjectNode property, Field field) {
        property.put("description", field.says());
        switch (field.kind()) {
            case TEXT, CHOICE -> property.put("type", "string");
            case NUMBER -> property.put("type", "integer");
            case DAY -> property.put("type", "string").put("format", "date");
            case TIME -> property.put("type", "string").put("pattern", TIME);
            case YES -> property.put("type", "boolean");
            case WORDS -> words(property.put("type", "array").putObject("items").put("type", "string"), field);
            case ROWS -> object(property.put("type", "array").putObject("items"), field.parts());
            case NAMED ->
                property.put("type", "object").putObject("additionalProperties").put("type", "string");
            case FILES ->
                property.put("type", "array")
                        .putObject("items")
                        .put("type", "string")
                        .put("format", "binary");
        }
        if (field.kind() == ApiWrite.Kind.CHOICE) {
            words(property, field);
        }
    }

    private static void words(ObjectNode schema, Field field) {
        if (!field.choices().isEmpty()) {
            ArrayNode words = schema.putArray("enum");
            field.choices().forEach(words::add);
        }
    }

    /** The schema of an answer, still to be filled. */
    private static ObjectNode answer(ObjectNode response, String says, String type) {
        return response.put("description", says)
                .putObject("content")
                .putObject(type)
                .putObject("schema");
    }

    private static void failure(ObjectNode responses, String status, String says) {
        answer(responses.putObject(status), says, "application/json").put("$ref", schema("Error"));
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.replaceFirst(".*[/.]", ""), "application/json");
    }

    private static String schema(String name) {
        return "#/components/schemas/" + name;
    }

    private void components(ObjectNode components) {
        try (InputStream in = ApiDescription.class.getResourceAsStream("/schemas/api.json")) {
            components.set("schemas", json.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        }
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("session").put("type", "apiKey").put("in", "cookie").put("name", Doorkeeper.COOKIE);
    }
}
