package org.fiducial.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Passwords;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.settings.Settings;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.fiducial.store.Verification;
import org.fiducial.web.RouteTable;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.Ledgers;

/**
 * Makes the record of a large facility and asks the real server for every page it has, one at a time and sixteen at once.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.PagesBenchmark \
 *     -Dbench.args="--data /tmp/large"
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.PagesBenchmark \
 *     -Dbench.args="--data /tmp/small --instruments 5 --years 1 --verify yes"
 * }</pre>
 *
 * <p>Without arguments 200 instruments with 2,000 light paths, 10 years of weekly checks and 10 million measurements: about
 * 9 GB, made in about ten minutes and kept in the folder for runs of the same size in the next six days. Exit status 10 if a page
 * or an answer of the API is slower than it must be; files that are made on request are shown apart.
 */
public final class PagesBenchmark {

    private static final double P95_MS = 50;
    private static final double CPU_MS = 10;
    private static final List<String> AFTER_A_WRITE =
            List.of("/", "/instruments/{slug}", "/instruments/{slug}/on/{date}", "/review", "/due");

    /** Writes the whole record out: neither page nor answer. */
    private static final String BACKUP = "/api/v1/backup";

    private final Map<String, String> options;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private boolean met = true;
    private final List<String> missed = new ArrayList<>();
    private int within;
    private int written;

    private PagesBenchmark(Map<String, String> options) {
        this.options = options;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>(Map.of(
                "--data",
                        Path.of(System.getProperty("java.io.tmpdir"), "fiducial-large")
                                .toString(),
                "--instruments", "200",
                "--years", "10",
                "--seed", "20261122",
                "--requests", "40",
                "--heap", "256m",
                "--only", ".*",
                "--verify", "no"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (options.put(arguments[i], arguments[i + 1]) == null) {
                System.out.println("unknown option " + arguments[i] + "; options are " + options.keySet());
                System.exit(2);
            }
        }
        System.exit(new PagesBenchmark(options).run() ? 0 : ClaimTable.ROW_MISSED);
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }

    private boolean run() throws IOException, SQLException, InterruptedException, ExecutionException {
        Path data = Path.of(option("--data"));
        LargeFacility.Size size = new LargeFacility.Size(
                Integer.parseInt(option("--instruments")),
                Integer.parseInt(option("--years")),
                Long.parseLong(option("--seed")),
                LocalDate.now(LargeFacility.ZONE));
        make(data, size);
        if (option("--verify").equals("yes")) {
            verify(data);
        }
        List<RouteTable.Address> routes = routes(data);
        try (ServerProcess server = ServerProcess.start(data, option("--heap"))) {
            server.signIn(LargeRegistry.LOGIN, LargeRegistry.PASSWORD);
            PageAddresses addresses = new PageAddresses(data);
            addresses.learn(server);
            measure(new PageTimes(server, Integer.parseInt(option("--requests"))), addresses, routes);
        }
        return met;
    }

    private void make(Path data, LargeFacility.Size size) throws IOException, SQLException {
        Path made = data.resolve(".bench");
        if (Files.exists(made) && size.isServedBy(Files.readString(made))) {
            out.println("there already: " + size);
            return;
        }
        if (Files.exists(data)) {
            try (Stream<Path> entries = Files.walk(data)) {
                if (!Files.exists(made) && entries.skip(1).findAny().isPresent()) {
                    throw new IOException(data + " holds something else; name an empty or new folder with --data");
                }
            }
            delete(data);
        }
        long start = System.nanoTime();
        long checks = LargeFacility.make(Files.createDirectories(data), size);
        out.printf(
                Locale.ROOT,
                "%s: %,d checks, %,d measurements, %.1f GB, made in %.0f s%n",
                size,
                checks,
                checks * 10,
                Files.size(data.resolve("fiducial.db")) * 1e-9,
                (System.nanoTime() - start) * 1e-9);
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> entries = Files.walk(data)) {
            for (Path each :
                    entries.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }

    private void verify(Path data) {
        try (Store store = open(data)) {
            Verification found = store.verify(Progress.unwatched());
            found.faults().forEach(out::println);
            out.println("verify: " + found.faults().size() + " faults, "
                    + found.heads().get(0).sequence() + " rows in the chain");
            met &= found.faults().isEmpty();
        }
    }

    private static Store open(Path data) {
        Clock clock = Clock.systemUTC();
        return Store.open(
                data, Optional.empty(), new Store.Sources(clock, new TimeOrderedIds(clock, new SecureRandom())));
    }

    private static List<RouteTable.Address> routes(Path data) {
        try (Store store = open(data)) {
            Clock clock = Clock.systemUTC();
            TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
            return RouteTable.of(
                    new Ledgers(
                            store.instruments(),
                            new CheckRecorder.Books(
                                    store.checks(), store.kit(), store.columnMappings(), store.limits()),
                            store.schedule(),
                            store.events(),
                            store.reviews(),
                            store.moves(),
                            store.ownProtocols(),
                            store.publicities(),
                            store.statements(),
                            new Accounting(
                                    store.accounts(),
                                    new Passwords(Passwords.Cost.recommended(), new SecureRandom()),
                                    new Accounting.Sources(clock, ids, new SecureRandom())),
                            store.auditBook()),
                    new Catalogue(List.of()),
                    new Sources(
                            clock,
                            ids,
                            Runnable::run,
                            data.resolve(".routes"),
                            false,
                            id -> Optional.empty(),
                            copy -> {},
                            data.resolve(".routes"),
                            Settings::none,
                            Optional.empty(),
                            "Fiducial 0 (test)"),
                    new Templates(Texts.of(Locale.UK), Optional.empty()));
        }
    }

    private void measure(PageTimes times, PageAddresses addresses, List<RouteTable.Address> routes)
            throws IOException, InterruptedException, ExecutionException {
        out.printf(
                Locale.ROOT,
                "%nms of one at a time; ms of processor a request with %d at once; KB of the largest; heap %s%n",
                PageTimes.AT_ONCE,
                option("--heap"));
        out.println("    p50     p95     cpu       KB  address");
        List<String> apart = new ArrayList<>();
        for (RouteTable.Address route : routes) {
            if (!route.path().matches(option("--only"))) {
                continue;
            }
            Optional<List<String>> known = route.path().equals(BACKUP) ? Optional.empty() : addresses.of(route.path());
            if (known.isEmpty()) {
                apart.add("not measured                     " + route.path());
                continue;
            }
            PageTimes.Taken taken = times.of(known.get(), () -> {});
            if (route.kind().equals("file")) {
                apart.add(taken.line() + "  " + route.path());
                continue;
            }
            report(taken, route.path());
            for (Map.Entry<String, List<String>> each :
                    addresses.beside(route.path()).entrySet()) {
                report(times.of(each.getValue(), () -> {}), each.getKey());
            }
        }
        for (String route : AFTER_A_WRITE) {
            if (route.matches(option("--only"))) {
                report(
                        times.of(addresses.of(route).orElseThrow(), () -> write(times.server())),
                        route + " after a write");
            }
        }
        out.println("apart, because they are made on request or need what this record lacks:");
        apart.forEach(out::println);
        out.printf(
                Locale.ROOT,
                "%d of %d within %.0f ms and %.0f ms of processor%s%n",
                within,
                within + missed.size(),
                P95_MS,
                CPU_MS,
                missed.isEmpty() ? "" : "; not " + String.join(", ", missed));
    }

    /** An event, each time of another instrument and week: hundreds of one would make of it what no facility has. */
    private void write(ServerProcess server) throws IOException, InterruptedException {
        int instruments = Integer.parseInt(option("--instruments"));
        int weeks = 52 * Integer.parseInt(option("--years"));
        LocalDate day = LocalDate.now(LargeFacility.ZONE).minusWeeks(1 + written * 7L % weeks);
        int status = server.send(
                "/instruments/scope-" + written % instruments + "/new-event",
                Map.of("kind", "fault", "what", "The lamp flickers.", "effect", "none", "at", day + "T09:00"));
        written++;
        if (status >= 400) {
            throw new IOException("an event was answered with " + status);
        }
    }

    private void report(PageTimes.Taken taken, String route) {
        boolean good = taken.within(P95_MS, CPU_MS);
        met &= good;
        within += good ? 1 : 0;
        if (!good) {
            missed.add(route);
        }
        out.println(taken.line() + "  " + route + (good ? "" : "  MISSED"));
    }
}
