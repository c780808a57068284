package org.fiducial.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fiducial.facility.publication.InstrumentToken;

/** Real addresses for the addresses of the route table, spread over the whole record. */
final class PageAddresses {

    private static final int SPREAD = 40;

    /** A picture of what a protocol typically gives. */
    private static final String FIGURE = "average-c1.svg";

    private static final Pattern PICTURE = Pattern.compile("src=\"(/checks/[0-9a-f-]{36}/figures/[^\"?]+\\.svg)\"");

    /** What a sample is looked at beside its route: the same page asked for in another way. */
    private static final Map<String, List<String>> VARIANTS = Map.of(
            "/instruments/{slug}/limits/{protocol}", List.of("?path=oil63-488"),
            "/due", List.of("", "?within=365"),
            "/due.csv", List.of(""),
            "/audit", List.of("", "?kind=add-plan"),
            "/audit.csv", List.of("?kind=add-plan"),
            "/instruments/{slug}/on", List.of("?date=2024-03-12"),
            "/published/{token}", List.of("", "?from=2024-03-12", "?from=2023-06-01&to=2024-05-31"),
            "/instruments/{slug}/paper", List.of("", "?from=2024-03-12", "?from=2024-01-01&to=2024-12-31"),
            "/api/v1/instruments/{slug}/checks", List.of(""));

    /** What is measured by itself: another question at the address of a route, that takes another way. */
    private static final Map<String, List<String>> BESIDE = Map.of(
            "/instruments/{slug}/trends/{path}", List.of("?all=yes"),
            "/recalls/{id}", List.of("?sort=path", "?sort=-means"),
            "/audit", List.of("?kind=add-check&person=Ada+M%C3%BCller", "?person=Bo+Lind&before=90000"));

    private final Map<String, List<String>> fillings = new LinkedHashMap<>();

    PageAddresses(Path data) throws SQLException {
        LocalDate today = LocalDate.now(LargeFacility.ZONE);
        fillings.put(
                "{date}",
                IntStream.range(0, SPREAD)
                        .mapToObj(i -> today.minusDays(3 + i * 77L).toString())
                        .toList());
        fillings.put("{protocol}", List.of("psf-beads"));
        fillings.put("{name}", List.of("fiducial.js"));
        fillings.put("{series}", List.of("psf.fwhm.x~c1", "psf.fwhm.z~c1"));
        fillings.put("checklists", List.of("acquisition", "figures"));
        fillings.put("{path}", List.of("oil63-488", "air20-488", "air10-561-stab"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fiducial.db"));
                Statement statement = connection.createStatement()) {
            fillings.put("{slug}", spread(statement, "instrument", "slug"));
            fillings.put("checks", spread(statement, "qc_check", "check_id"));
            fillings.put("plans", spread(statement, "schedule_plan", "plan_id"));
            fillings.put("events", spread(statement, "event", "event_id"));
            fillings.put("recalls", spread(statement, "kit_recall", "recall_id"));
            fillings.put("accounts", spread(statement, "account", "account_id"));
            fillings.put("components", spread(statement, "component", "component_id"));
            fillings.put("items", withItems(statement));
            fillings.put(
                    "tokens",
                    spread(statement, "instrument", "instrument_id").stream()
                            .map(UUID::fromString)
                            .map(InstrumentToken::of)
                            .toList());
        }
    }

    /** From every part of a table one row, by steps in its order and not by reading all of it. */
    private static List<String> spread(Statement statement, String table, String column) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int part = 0; part < SPREAD; part++) {
            found.addAll(ids(
                    statement,
                    "select " + column + " from " + table + " where rowid >= 1 + (select max(rowid) from " + table
                            + ") * " + part + " / " + SPREAD + " order by rowid limit 1"));
        }
        return found.stream().distinct().toList();
    }

    private static List<String> withItems(Statement statement) throws SQLException {
        return ids(
                statement,
                "select distinct check_id from item order by facility_id desc, check_id desc limit " + SPREAD);
    }

    private static List<String> ids(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Learns from pages what only they name: the pictures of checks. */
    void learn(ServerProcess server) throws IOException, InterruptedException {
        List<String> pictures = new ArrayList<>();
        for (String check : fillings.getOrDefault("checks", List.of())) {
            pictures.addAll(ServerProcess.identifiers(server.text("/checks/" + check), PICTURE));
        }
        fillings.put("pictures", pictures);
    }

    /** Names and addresses of other questions at the address of a route. */
    Map<String, List<String>> beside(String route) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String question : BESIDE.getOrDefault(route, List.of())) {
            List<String> addresses = IntStream.range(0, SPREAD)
                    .mapToObj(i -> filled(route, i) + question)
                    .distinct()
                    .toList();
            if (addresses.stream().noneMatch(address -> address.contains("{"))) {
                found.put(route + question, addresses);
            }
        }
        return found;
    }

    /** Addresses of a route; empty where the record has none: no draft, and accounts. */
    Optional<List<String>> of(String route) {
        if (route.startsWith("/new-checks/") || route.equals("/setup")) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < SPREAD; i++) {
            for (String variant : VARIANTS.getOrDefault(route, List.of(""))) {
                String filled = filled(route, i) + variant;
                if (filled.contains("{")) {
                    return Optional.empty();
                }
                addresses.add(filled);
            }
        }
        return Optional.of(addresses.stream().distinct().toList());
    }

    private String filled(String route, int number) {
        if (route.equals("/checks/{id}/figures/{file}")) {
            return at("pictures", number);
        }
        String filled = route;
        if (route.startsWith("/report/") || route.contains("/published/")) {
            filled = filled.replace("{token}", at("tokens", number));
        }
        if (route.contains("/checklists/")) {
            filled = filled.replace("{name}", at("checklists", number));
        }
        if (route.contains("{series}")) {
            filled = filled.replace("{path}", number % 2 == 0 ? "oil63-488" : "air20-488");
        }
        for (String name : List.of("{date}", "{protocol}", "{name}", "{path}", "{series}")) {
            filled = filled.replace(name, at(name, number));
        }
        if (route.startsWith("/kit/{slug}")) {
            return filled.replace(
                    "{slug}", (route.endsWith("certificate") ? "pm-" : "ps-") + number % LargeRegistry.METERS);
        }
        filled = filled.replace("{slug}", at("{slug}", number));
        if (route.contains("/items/") || route.contains("items.csv")) {
            return filled.replace("{id}", at("items", number)).replace("{item}", "c1-b003");
        }
        if (route.contains("/protocols/{id}")) {
            return filled.replace("{id}", "psf-beads").replace("/figures/{file}", "/figures/" + FIGURE);
        }
        for (String kind : List.of("checks", "plans", "events", "recalls", "accounts", "components")) {
            if (route.contains("/" + kind + "/{id}")) {
                return filled.replace("{id}", at(kind, number));
            }
        }
        return filled.replace("/schedules/{id}", "/schedules/" + at("plans", number));
    }

    private String at(String filling, int number) {
        List<String> values = fillings.getOrDefault(filling, List.of());
        return values.isEmpty() ? "{" : values.get(number % values.size());
    }
}
