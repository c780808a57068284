package org.fiducial.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The commands of the application: parses a command line, runs its command and gives the exit status. */
public final class Commands {

    /** Wide enough for the examples, which would not work with a line break in them. */
    private static final int HELP_WIDTH = 110;

    private final Rooms rooms;
    private final Terminal terminal;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    public Commands(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
        commands.put("demo", () -> new DemoCommand(rooms, terminal));
        commands.put("serve", () -> new ServeCommand(rooms, terminal));
        commands.put("analyse", () -> new AnalyseCommand(rooms, terminal));
        commands.put("record", () -> new RecordCommand(rooms, terminal));
        putRegistry();
        commands.put("kit", () -> new CommandLine(new KitCommand())
                .addSubcommand(new KitCommand.Add(rooms, terminal))
                .addSubcommand(new KitCommand.Certificate(rooms, terminal))
                .addSubcommand(new KitCommand.Listing(rooms, terminal))
                .addSubcommand(new KitRecallCommand(rooms, terminal))
                .addSubcommand(new KitRecallCommand.Listing(rooms, terminal))
                .addSubcommand(new KitRecallCommand.Withdraw(rooms, terminal)));
        addWhatHappens();
        commands.put("check", () -> new CheckCommand(rooms, terminal));
        commands.put("review", () -> new CommandLine(new ReviewCommand())
                .addSubcommand(new ReviewCommand.Listing(rooms, terminal))
                .addSubcommand(new ReviewCommand.OwnWork(rooms, terminal)));
        commands.put("limits", () -> new CommandLine(new LimitsCommand())
                .addSubcommand(new LimitsCommand.Show(rooms, terminal))
                .addSubcommand(new LimitsCommand.Setting(rooms, terminal)));
        commands.put("baseline", () -> new BaselineCommand(rooms, terminal));
        commands.put("account", () -> new CommandLine(new AccountCommand())
                .addSubcommand(new AccountCommand.Add(rooms, terminal))
                .addSubcommand(new AccountCommand.Listing(rooms, terminal))
                .addSubcommand(new AccountCommand.Close(rooms, terminal))
                .addSubcommand(new AccountCommand.Reset(rooms, terminal))
                .addSubcommand(new AccountRemindersCommand(rooms, terminal))
                .addSubcommand(new AccountCommand.Erase(rooms, terminal)));
        addProtocols(rooms, terminal);
        commands.put("status", () -> new StatusCommand(rooms, terminal));
        commands.put("coverage", () -> new CoverageCommand(rooms, terminal));
        commands.put("schedule", () -> new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleAddCommand(rooms, terminal))
                .addSubcommand(new ScheduleCommand.Listing(rooms, terminal))
                .addSubcommand(new ScheduleCommand.End(rooms, terminal))
                .addSubcommand(new ScheduleCountCommand(rooms, terminal)));
        commands.put("due", () -> new DueCommand(rooms, terminal));
        commands.put("advice", () -> new AdviceCommand(rooms, terminal));
        commands.put("verify", () -> new VerifyCommand(rooms, terminal));
        commands.put("backup", () -> new BackupCommand(rooms, terminal));
        commands.put("restore", () -> new RestoreCommand(rooms, terminal));
    }

    private void addProtocols(Rooms rooms, Terminal terminal) {
        commands.put("protocol", () -> new CommandLine(new ProtocolCommand())
                .addSubcommand(new ProtocolCommand.Add(rooms, terminal))
                .addSubcommand(new ProtocolCommand.Retire(rooms, terminal))
                .addSubcommand(new ProtocolCommand.Restore(rooms, terminal))
                .addSubcommand(new ProtocolCommand.Show(rooms, terminal))
                .addSubcommand(new ProtocolCommand.Paper(rooms, terminal)));
        commands.put("protocols", () -> new ProtocolsCommand(rooms, terminal));
    }

    private void putRegistry() {
        commands.put("instrument", () -> new CommandLine(new InstrumentCommand())
                .addSubcommand(new InstrumentCommand.Add(rooms, terminal))
                .addSubcommand(new InstrumentCommand.Listing(rooms, terminal))
                .addSubcommand(new InstrumentChangeCommand(rooms, terminal))
                .addSubcommand(new InstrumentChangeCommand.Service(rooms, terminal))
                .addSubcommand(new InstrumentChangeCommand.History(rooms, terminal))
                .addSubcommand(new InstrumentChangeCommand.Software(rooms, terminal))
                .addSubcommand(new InstrumentAttachCommand(rooms, terminal))
                .addSubcommand(new InstrumentImportCommand(rooms, terminal))
                .addSubcommand(new InstrumentImportCommand.Template(rooms, terminal)));
        commands.put("component", () -> new CommandLine(new ComponentCommand())
                .addSubcommand(new ComponentCommand.Listing(rooms, terminal))
                .addSubcommand(new ComponentCommand.Show(rooms, terminal))
                .addSubcommand(new ComponentCommand.Add(rooms, terminal))
                .addSubcommand(new ComponentCommand.Edit(rooms, terminal))
                .addSubcommand(new ComponentCommand.Moving(rooms, terminal)));
    }

    /** What happens to instruments, how they are used, and who is told. */
    private void addWhatHappens() {
        commands.put("event", () -> new CommandLine(new EventCommand())
                .addSubcommand(new EventCommand.Add(rooms, terminal))
                .addSubcommand(new EventCommand.Follow(rooms, terminal))
                .addSubcommand(new EventCommand.Listing(rooms, terminal))
                .addSubcommand(new EventReturnCommand.Checks(rooms, terminal))
                .addSubcommand(new EventReturnCommand.Return(rooms, terminal)));
        commands.put("publish", () -> new PublishCommand(rooms, terminal));
        commands.put("statement", () -> new StatementCommand(rooms, terminal));
        commands.put("verify-statement", () -> new StatementCommand.Verify(rooms, terminal));
        commands.put("remind", () -> new RemindCommand(rooms, terminal));
        commands.put("uptime", () -> new UptimeCommand(rooms, terminal));
        commands.put("hours", () -> new CommandLine(new HoursCommand())
                .addSubcommand(new HoursCommand.Add(rooms, terminal))
                .addSubcommand(new HoursCommand.Listing(rooms, terminal)));
    }

    /** Runs one command line and gives its exit status. Never throws. */
    public int run(String... arguments) {
        Root root = new Root();
        Complaints complaints = new Complaints(terminal, root::debug);
        try {
            int status = commandLine(root, complaints, arguments).execute(arguments);
            helpOfProtocol(arguments);
            return complaints.ofOutput(status);
        } catch (Throwable fault) {
            // The outermost edge: whatever gets here, even an error of the platform, leaves as a sentence.
            return complaints.ofFault(fault);
        }
    }

    /** Who asks for help with a protocol is told its parameters too. */
    private void helpOfProtocol(String... arguments) {
        List<String> words = List.of(arguments);
        boolean asked = !words.isEmpty()
                && List.of("analyse", "record").contains(words.get(0))
                && (words.contains("--help") || words.contains("-h"));
        if (asked) {
            words.stream()
                    .skip(1)
                    .flatMap(word -> rooms.catalogue().find(word).stream())
                    .findFirst()
                    .ifPresent(entry -> {
                        terminal.out().println();
                        ProtocolsCommand.parameters(entry.definition(), terminal, false);
                    });
        }
    }

    /** Only the command that was called is built: setting up the others would take longer than a small analysis. */
    private CommandLine commandLine(Root root, Complaints complaints, String... arguments) {
        CommandLine commandLine = new CommandLine(root);
        commandLine.getCommandSpec().versionProvider(() -> new String[] {version()});
        List<String> wanted = arguments.length > 0 && commands.containsKey(arguments[0])
                ? List.of(arguments[0])
                : List.copyOf(commands.keySet());
        commands.forEach((name, command) -> {
            if (wanted.contains(name)) {
                commandLine.addSubcommand(name, command.get());
            }
        });
        return commandLine
                .setUsageHelpWidth(HELP_WIDTH)
                .registerConverter(Path.class, Commands::path)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setParameterExceptionHandler(complaints::ofUsage)
                .setExecutionExceptionHandler(complaints::ofExecution);
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    "'" + typed + "' holds letters that file names cannot have under the language"
                            + " setting of this system; where it should, set it to UTF-8, for instance with 'export"
                            + " LC_ALL=C.UTF-8'");
        }
    }

    private String version() {
        return rooms.software().name() + " " + rooms.software().version() + " ("
                + rooms.software().commit() + ")";
    }

    /** What stands above the commands. */
    @Command(
            name = "fiducial",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Tells a microscopy facility how good its microscopes are, since when, and what to do next.",
            footer = {
                "",
                "Examples:",
                "  fiducial demo",
                "  fiducial analyse psf-beads beads.tif --set na=1.4 --set emission=525nm --out results",
                "",
                "Here 'fiducial' stands for 'java -jar fiducial.jar'.",
                "Exit status: 0 done, 1 done but something failed a limit, 2 bad usage or bad input, 3 internal fault."
            })
    private static final class Root implements Runnable {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--debug",
                scope = ScopeType.INHERIT,
                description = "Print the full trace of an internal fault.")
        private boolean debug;

        boolean debug() {
            return debug;
        }

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "A command is missing");
        }
    }
}
