package org.fiducial.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the pages of a record. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the pages of a record to browsers, until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  fiducial serve --data fiducial-data --port 8080",
            "  fiducial serve --host 0.0.0.0 --port 8443 --name qc.example.org --tls qc.p12"
                    + " --tls-password-file qc.password",
            "",
            "Other machines are answered once there are accounts. The password of the PKCS12 file may also stand in",
            "the environment variable FIDUCIAL_TLS_PASSWORD."
        })
final class ServeCommand implements Callable<Integer> {

    private static final String PASSWORD_VARIABLE = "FIDUCIAL_TLS_PASSWORD";

    private final Rooms rooms;
    private final Terminal terminal;

    @Mixin
    private PortOption port = new PortOption();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to listen at; default 127.0.0.1, which other machines cannot reach, 0.0.0.0 for"
                    + " all of this machine.")
    private String host = PortOption.LOCAL;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "A name browsers know this machine by; may be given several times.")
    private List<String> names = List.of();

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description =
                    "A server before this one, as an address or a network such as 172.16.0.0/12, that is believed in"
                            + " its headers X-Forwarded-For where a request came from and X-Forwarded-Proto whether by https; may be"
                            + " given several times. Without it all that comes through a proxy counts as one stranger.")
    private List<String> proxies = List.of();

    @Option(
            names = "--tls",
            paramLabel = "FILE.p12",
            description = "A PKCS12 file with certificate and key; pages are then served by https.")
    private Optional<Path> tls = Optional.empty();

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "A file that holds its password.")
    private Optional<Path> passwordFile = Optional.empty();

    @Mixin
    private DataOptions data = new DataOptions();

    ServeCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        boolean local = isLocal();
        Door door = new Door(host, port.number(host), names, tls.map(file -> new Door.Lock(file, password())), proxies);
        DataLocation location = data.location();
        if (!local && !rooms.holdsRecord(location)) {
            throw unguarded();
        }
        data.announceNew(rooms, terminal);
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = rooms.open(location)) {
            if (!local && !record.accounts().any()) {
                throw unguarded();
            }
            ClockDoubt.say(record, rooms.clock(), terminal);
            try (RunningPages pages = rooms.serve(record, location, door)) {
                say("Fiducial serves " + location.folder().toAbsolutePath().normalize() + " at " + pages.address()
                        + " until Ctrl-C.");
                if (!local && tls.isEmpty()) {
                    terminal.err()
                            .println("Warning: without --tls everybody on the way to a browser can read passwords and"
                                    + " pages; give a PKCS12 file, or put a server before this one that does it.");
                    terminal.err().flush();
                }
                interruption.await();
            }
            return ExitStatus.DONE.code();
        }
    }

    private UnusableCommandException unguarded() {
        return new UnusableCommandException("--host " + host + " is refused, because there are no accounts yet and"
                + " anybody could change the record; make the first with 'fiducial account add', or leave --host out"
                + " to serve this machine only.");
    }

    private void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }

    private boolean isLocal() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UnusableCommandException(
                    "--host takes an address of this machine, for instance 0.0.0.0, but '" + host
                            + "' is not known; check its spelling.",
                    e);
        }
    }

    /** Never from the command line, which others on this machine can read. */
    private String password() {
        if (passwordFile.isEmpty()) {
            return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE))
                    .orElseThrow(() -> new UnusableCommandException("The password of the PKCS12 file is missing; give"
                            + " it with --tls-password-file FILE or in the environment variable " + PASSWORD_VARIABLE
                            + "."));
        }
        Path file = passwordFile.get();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UnusableCommandException(
                    "The password file '" + file + "' cannot be read; check its name and permissions.", e);
        }
    }
}
