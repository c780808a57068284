package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packed jar is killed during every kind of write, and runs into the end of its disk: what it said is stored is there,
 * nothing else is half there, and {@code verify} is content.
 */
class RudeEndIT {

    private static final long SEED = 20_261_122;
    /** Of the packed jar as a whole; every single write is tried by KilledServerIT. */
    private static final int KILLS = 2;

    /** So that something was stored however slow the machine is. */
    private static final int WRITES_BEFORE = 5;

    /** After those; within it the kill comes somewhere. */
    private static final int LONGEST_LIFE_MILLIS = 1500;

    /** Little more than what the libraries unpack to begin with. */
    private static final long DISK_KIB = 4200;

    @TempDir
    Path folder = Path.of("");

    private PackedJar jar = new PackedJar(Path.of(""));
    private Path data = Path.of("");
    private int number;

    @BeforeEach
    void addInstrument() throws IOException {
        Recording.in(folder);
        jar = new PackedJar(folder);
        data = folder.resolve("data");
    }

    @Test
    void whatWasReportedAsStoredOutlivesAKillDuringAnyWrite() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> stored = new ArrayList<>();
        for (int round = 0; round < KILLS; round++) {
            int life = random.nextInt(LONGEST_LIFE_MILLIS);
            stored.addAll(writeAndKill(random, life));
            Outcome proof = jar.run("verify", "--data", data.toString());
            assertThat(proof.status())
                    .as("seed %d, round %d, killed after %d ms: %s%s", SEED, round, life, proof.out(), proof.err())
                    .isZero();
        }

        try (ServedRecord again = ServedRecord.start(jar, data)) {
            for (String address : stored) {
                assertThat(again.get(address).statusCode())
                        .as("seed %d: %s", SEED, address)
                        .isEqualTo(200);
            }
            assertThat(write(again, 0, "")).isPresent();
        }
    }

    private List<String> writeAndKill(SplittableRandom random, int life) throws Exception {
        List<String> stored = new ArrayList<>();
        ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
        try (ServedRecord served = ServedRecord.start(jar, data)) {
            String event = write(served, 0, "").orElseThrow();
            for (int before = 0; before < WRITES_BEFORE; before++) {
                stored.add(write(served, random.nextInt(7), event).orElseThrow());
            }
            Future<?> kill = killer.schedule(
                    () -> {
                        served.kill();
                        return served;
                    },
                    life,
                    TimeUnit.MILLISECONDS);
            while (true) {
                Optional<String> address = write(served, random.nextInt(7), event);
                if (address.isEmpty()) {
                    kill.get();
                    return stored;
                }
                stored.add(address.get());
            }
        } finally {
            killer.shutdownNow();
        }
    }

    /** One of every kind of write there is without files. */
    private Optional<String> write(ServedRecord served, int kind, String event) throws Exception {
        number++;
        return switch (kind) {
            case 0 -> served.write("/instruments/wide-1/events", "{'kind':'fault','what':'dark','effect':'none'}");
            case 1 -> served.write(event.replace("/api/v1", "") + "/follow-ups", "{'step':'note','text':'found'}");
            case 2 ->
                served.write(
                        "/instruments/wide-1/schedules",
                        "{'protocol':'psf-beads','path':['oil63-green'],'every':'monthly','start':'2026-12-01',"
                                + "'before':2,'after':2,'minutes':15}");
            case 3 ->
                served.write(
                        "/instruments/wide-1/limits/psf-beads",
                        "{'path':'oil63-green','reason':'agreed','kind':{'psf.ratio_theory.x/median':"
                                + "'percent-of-theory'},'failhigh':{'psf.ratio_theory.x/median':40}}");
            case 4 ->
                served.write(
                        "/kit/meters",
                        "{'model':'PM400','serial':'" + number + "','slug':'pm-" + number + "','number':'C-1',"
                                + "'date':'2026-01-15','point':[{'wavelength':488,'uncertainty':3}]}");
            case 5 -> served.write("/kit/artefacts", "{'kind':'bead-slide-solid','slug':'ps-" + number + "'}");
            default ->
                served.write(
                        "/instruments",
                        "{'name':'LSM " + number + "','slug':'lsm-" + number + "','path':[{'name':'20x'}]}");
        };
    }

    @Test
    void aBackupThatIsKilledIsNeverTakenForOne() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        Path target = Files.createDirectories(folder.resolve("backups"));
        for (int round = 0; round < KILLS; round++) {
            PackedJar.Running running = jar.start("backup", target.toString(), "--data", data.toString());
            Thread.sleep(random.nextInt(200, 2500));
            running.process().toHandle().destroyForcibly();
            running.process().waitFor();
        }
        int whole = 0;
        for (Path backup : inside(target, ".zip")) {
            Outcome restored = jar.run(
                    "restore",
                    backup.toString(),
                    "--data",
                    folder.resolve("again-" + whole++).toString());
            assertThat(restored.status())
                    .as("seed %d: %s", SEED, restored.err())
                    .isZero();
        }
        assertThat(jar.run("backup", target.toString(), "--data", data.toString())
                        .status())
                .isZero();
    }

    @Test
    void aFullDiskIsSaidInASentenceAndLosesNothing() throws Exception {
        List<String> stored = new ArrayList<>();
        HttpResponse<String> refused;
        try (ServedRecord served = ServedRecord.start(jar.onADiskOf(DISK_KIB), data)) {
            String event = "{'kind':'fault','what':'" + "x".repeat(19_000) + "','effect':'none'}";
            refused = served.post("/instruments/wide-1/events", event);
            for (int i = 0; i < 2000 && refused.statusCode() == 201; i++) {
                stored.add(refused.headers().firstValue("Location").orElseThrow());
                refused = served.post("/instruments/wide-1/events", event);
            }
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("space");
            assertThat(served.get("/instruments/wide-1").statusCode())
                    .as("reading goes on")
                    .isEqualTo(200);
        }
        assertThat(stored).isNotEmpty();
        Outcome backup =
                jar.onADiskOf(DISK_KIB).run("backup", folder.resolve("b.zip").toString(), "--data", data.toString());
        assertThat(backup.status()).isEqualTo(2);
        assertThat(backup.err().lines().filter(line -> line.contains("fiducial") || line.contains("backup")))
                .as(backup.err())
                .hasSize(1);
        assertThat(inside(folder, "b.zip")).isEmpty();
        assertThat(jar.run("verify", "--data", data.toString()).status()).isZero();
        try (ServedRecord again = ServedRecord.start(jar, data)) {
            for (String address : stored) {
                assertThat(again.get(address).statusCode()).isEqualTo(200);
            }
            assertThat(write(again, 0, "")).isPresent();
        }
    }

    private static List<Path> inside(Path folder, String ending) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(each -> each.toString().endsWith(ending)).toList();
        }
    }
}
