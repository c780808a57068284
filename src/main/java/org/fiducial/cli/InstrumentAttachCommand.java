package org.fiducial.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.web.page.AttachedFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps photos and documents with an instrument. */
@Command(
        name = "attach",
        mixinStandardHelpOptions = true,
        description = "Keeps photos and documents with an instrument; without a file, lists those it has.",
        footer = {
            "",
            "What is a photo is found in its first bytes: JPEG, PNG and GIF; everything else is a document.",
            "",
            "Examples:",
            "  fiducial instrument attach lsm-1 front.jpg manual.pdf --caption \"As delivered\" --by Ada",
            "  fiducial instrument attach lsm-1",
            "  fiducial instrument attach lsm-1 --remove 0199a000-0000-7000-8000-000000000001 --reason \"wrong stand\""
        })
final class InstrumentAttachCommand extends EntryCommand {

    private static final int LONGEST_CAPTION = 2000;

    @Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
    private String slug = "";

    @Parameters(index = "1..*", paramLabel = "FILE", description = "The photos and documents.")
    private List<Path> files = List.of();

    @Option(names = "--caption", paramLabel = "TEXT", description = "What they show.")
    private String caption = "";

    @Option(names = "--remove", paramLabel = "ID", description = "Take one away; its row stays in the record.")
    private Optional<UUID> remove = Optional.empty();

    @Mixin
    private SignatureOptions who = new SignatureOptions();

    InstrumentAttachCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        RegistryEntry entry = new RegistryEntry(record, rooms());
        Instrument instrument = entry.instrument(slug);
        Entered entered = new Entered(
                who.by(),
                rooms().clock().instant().truncatedTo(ChronoUnit.MILLIS),
                record.instruments().zone(),
                who.reason());
        if (remove.isPresent()) {
            return removed(entry, instrument, entered);
        }
        if (files.isEmpty()) {
            return listed(entry, instrument);
        }
        if (caption.length() > LONGEST_CAPTION) {
            throw new UnusableCommandException("A caption has at most " + LONGEST_CAPTION + " characters, but this has "
                    + caption.length() + "; shorten it.");
        }
        List<Attachment> attachments = files.stream()
                .map(file -> new Attachment(
                        rooms().ids().get(), instrument.id(), AttachedFile.of(file), caption.strip(), entered))
                .toList();
        for (int i = 0; i < files.size(); i++) {
            entry.registry().attach(attachments.get(i), files.get(i));
        }
        return attachments.stream()
                .map(each -> "Attached the " + each.content().kind().word() + " "
                        + each.content().name() + " to " + instrument.name() + ": " + each.id() + ".")
                .collect(Collectors.joining("\n"));
    }

    private String removed(RegistryEntry entry, Instrument instrument, Entered entered) {
        Attachment found = entry.registry().attachments(instrument.id()).stream()
                .filter(each -> remove.filter(each.id()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new UnusableCommandException(instrument.name() + " has no file "
                        + remove.orElseThrow() + "; 'fiducial instrument attach " + slug + "' lists them."));
        if (entered.reason().isEmpty()) {
            throw new UnusableCommandException("--reason is missing; say why the file is taken away.");
        }
        entry.registry().detach(found.id(), rooms().ids().get(), entered);
        return "Took " + found.content().name() + " away from " + instrument.name() + "; its row stays in the record.";
    }

    private static String listed(RegistryEntry entry, Instrument instrument) {
        List<Attachment> all = entry.registry().attachments(instrument.id());
        return all.isEmpty()
                ? "Nothing is attached to " + instrument.name() + " yet."
                : all.stream()
                        .map(each -> each.id() + "  " + each.content().kind().word() + "  "
                                + each.content().bytes() + " bytes  "
                                + each.content().name()
                                + (each.caption().isEmpty() ? "" : ": " + each.caption()))
                        .collect(Collectors.joining("\n"));
    }
}
