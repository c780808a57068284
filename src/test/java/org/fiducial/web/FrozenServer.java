package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.Store;

/**
 * Stops a server for a moment in the middle of everything it is sent, and copies its folder: what a stopped process has on the
 * disk is what a killed one leaves behind, and this one can go on.
 */
final class FrozenServer implements EveryWrite.Watcher, AutoCloseable {

    private static final long SEED = 20_261_122;
    private static final int LONGEST_MICROS = 25_000;

    private final Process process;
    private final Path folder;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final Set<String> sent = new TreeSet<>();
    private final List<Left> left = new ArrayList<>();

    FrozenServer(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * What a kill would have left.
     *
     * @param head the end of the chain when the last answer came
     */
    private record Left(String what, Path data, String head) {}

    Set<String> sent() {
        return sent;
    }

    @Override
    public HttpResponse<String> sends(String path, String filled, String body, EveryWrite.Sending sending)
            throws IOException, InterruptedException {
        sent.add("/api/v1" + path);
        String head = head(folder.resolve("data"));
        int micros = random.nextInt(LONGEST_MICROS);
        Path copy = folder.resolve("left-" + left.size());
        Future<HttpResponse<String>> answer = sender.submit(sending::send);
        TimeUnit.MICROSECONDS.sleep(micros);
        signal("STOP");
        try {
            awaitStop();
            copy(folder.resolve("data"), copy);
        } finally {
            signal("CONT");
        }
        left.add(new Left(path + " after " + micros + " µs, seed " + SEED, copy, head));
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    /** All its threads, those in the middle of a write to the disk too. */
    private void awaitStop() throws IOException, InterruptedException {
        for (int i = 0; i < 2000; i++) {
            if (isStopped()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        throw new AssertionError("the server does not stop");
    }

    private boolean isStopped() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            return threads.allMatch(thread -> {
                try {
                    String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
                    return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
                } catch (IOException e) {
                    return !Files.exists(thread);
                }
            });
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(each -> {
                try {
                    Files.copy(each, to.resolve(from.relativize(each).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Number and hash of the newest row of the chain. */
    private static String head(Path data) {
        return rows(data, "order by sequence desc limit 1").get(0);
    }

    private static List<String> rows(Path data, String which) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fiducial.db"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sequence, hash from audit " + which)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getLong(1) + " " + rows.getString(2));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void assertEachIsWhole() {
        Clock clock = Clock.fixed(RecordingServer.NOW, ZoneOffset.UTC);
        for (Left each : left) {
            try (Store store =
                    Store.open(each.data(), Optional.empty(), new Store.Sources(clock, () -> UUID.randomUUID()))) {
                assertThat(store.verify(Progress.unwatched()).faults())
                        .as(each.what())
                        .isEmpty();
            }
            assertThat(rows(each.data(), "")).as(each.what()).contains(each.head());
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
    }
}
