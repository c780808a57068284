package org.fiducial.facility.form;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.EntryForm;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Spelling;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;

/** Adds protocols a facility made itself: checks what was written, and gives it the next version. */
public final class OwnProtocolMaker {

    private static final String FIRST = "1.0";
    private static final Pattern RETIRED = Pattern.compile("(?m)^retired:.*(\\R|\\z)");

    private final OwnProtocols protocols;
    private final Instruments instruments;
    private final Catalogue builtIn;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * A maker of protocols.
     *
     * @param builtIn the protocols that travel with the program, whose ids are taken
     */
    public OwnProtocolMaker(
            OwnProtocols protocols, Instruments instruments, Catalogue builtIn, Clock clock, Supplier<UUID> ids) {
        this.protocols = protocols;
        this.instruments = instruments;
        this.builtIn = builtIn;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * What somebody wrote.
     *
     * @param source what sentences call it, for instance the name of its file
     * @param definition the text
     * @param pictures gives the bytes of a picture a step names
     */
    public record Draft(String source, String definition, Function<String, Optional<byte[]>> pictures) {}

    /**
     * Adds a protocol, or the next version of one. One that is out of use stays so, whatever else is changed of it; only a
     * text that says {@code retired: false} itself takes it back.
     *
     * @throws UnusableInputException with file, line, what was expected and what was found
     */
    public OwnProtocol add(Draft draft, String by, String reason) {
        String text = draft.definition().replace("\r\n", "\n");
        String id = ProtocolFile.form(draft.source(), text, FIRST).reference().id();
        boolean out = versions(id).stream()
                .reduce((earlier, later) -> later)
                .filter(newest ->
                        YamlDocument.of(id, newest.definition()).root().flag("retired"))
                .isPresent();
        boolean silent = !YamlDocument.of(draft.source(), text).root().keys().contains("retired");
        String kept = out && silent ? in(id, text, false) : text;
        return append(new Draft(draft.source(), kept, draft.pictures()), by, reason);
    }

    private OwnProtocol append(Draft draft, String by, String reason) {
        Facility home = instruments
                .home()
                .orElseThrow(
                        () -> new UnusableInputException(
                                "There is no facility in this record yet that could make a protocol; add an instrument first."));
        String text = draft.definition();
        ProtocolDefinition first = ProtocolFile.form(draft.source(), text, FIRST);
        String id = first.reference().id();
        if (builtIn.isBuiltIn(id)) {
            throw new UnusableInputException("File '" + draft.source() + "': the id '" + id
                    + "' belongs to a protocol of this program; give yours another, for instance our-" + id + ".");
        }
        first.metrics().stream()
                .map(MetricDefinition::key)
                .filter(builtIn::measures)
                .findFirst()
                .ifPresent(key -> {
                    throw new UnusableInputException("File '" + draft.source() + "': the id '" + id
                            + "' and one of its fields together make the metric '" + key
                            + "', which this program measures already; give the protocol another id.");
                });
        List<OwnProtocol> versions = versions(id);
        List<StepPicture> pictures = pictures(draft, first);
        versions.stream()
                .reduce((earlier, later) -> later)
                .filter(newest ->
                        newest.definition().equals(text) && newest.pictures().equals(pictures))
                .ifPresent(newest -> {
                    throw new UnusableInputException(
                            "Version " + newest.reference().version() + " of '" + id
                                    + "' says the same already; nothing was added.");
                });
        OwnProtocol version = new OwnProtocol(
                ids.get(),
                home.id(),
                new ProtocolReference(id, next(versions)),
                text,
                pictures,
                new Entry(by.strip(), clock.instant(), reason.isBlank() ? "added" : reason.strip()));
        protocols.add(version);
        return version;
    }

    /**
     * Takes a protocol out of use, as another version of it: no new check is made with it, and what was checked stays.
     *
     * @throws UnusableInputException if it is none of the facility's own, is out of use already, or no reason is given
     */
    public OwnProtocol retire(String id, String by, String reason) {
        return use(id, false, by, reason);
    }

    /**
     * Takes a protocol into use again, as another version of it.
     *
     * @throws UnusableInputException if it is none of the facility's own, is in use already, or no reason is given
     */
    public OwnProtocol restore(String id, String by, String reason) {
        return use(id, true, by, reason);
    }

    private OwnProtocol use(String id, boolean used, String by, String reason) {
        OwnProtocol newest = newest(id);
        if (reason.isBlank()) {
            throw new UnusableInputException("Say why protocol '" + id + "' is taken " + (used ? "into" : "out of")
                    + " use; the reason is kept with its version.");
        }
        if (newest.read().isRetired() != used) {
            throw new UnusableInputException("Protocol '" + id + "' is " + (used ? "in" : "out of")
                    + " use already, since its version " + newest.reference().version() + "; nothing was changed.");
        }
        Function<String, Optional<byte[]>> pictures = name -> newest.pictures().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .map(StepPicture::content);
        return append(new Draft(id, in(id, newest.definition(), used), pictures), by, reason);
    }

    private OwnProtocol newest(String id) {
        if (builtIn.isBuiltIn(id)) {
            throw new UnusableInputException("Protocol '" + id
                    + "' belongs to this program and stays; only protocols of your own are taken out of use.");
        }
        return versions(id).stream()
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        new UnusableInputException("There is no protocol of your own '" + id + "'" + known(id) + "."));
    }

    private String known(String id) {
        List<String> ids = protocols.all().stream()
                .map(each -> each.reference().id())
                .distinct()
                .toList();
        return ids.isEmpty() ? " yet" : "; " + Spelling.advice(id, ids);
    }

    /** The text of a protocol that is used or not; one all in braces has no line of its own for it. */
    private static String in(String id, String text, boolean used) {
        String plain = RETIRED.matcher(text).replaceAll("").stripTrailing() + "\n";
        String changed = used ? plain : plain + "retired: true\n";
        boolean reads;
        try {
            reads = ProtocolFile.form(id, changed, FIRST).isRetired() != used;
        } catch (UnusableInputException e) {
            reads = false;
        }
        if (!reads) {
            throw new UnusableInputException("The text of protocol '" + id + "' is not laid out in lines; write"
                    + " 'retired: true' into it, or 'retired: false' for it to be used, and add it again.");
        }
        return changed;
    }

    /** The versions of a protocol, oldest first. */
    private List<OwnProtocol> versions(String id) {
        return protocols.all().stream()
                .filter(each -> each.reference().id().equals(id))
                .toList();
    }

    private static String next(List<OwnProtocol> versions) {
        return versions.isEmpty() ? FIRST : "1." + versions.size();
    }

    private static List<StepPicture> pictures(Draft draft, ProtocolDefinition definition) {
        Map<String, StepPicture> pictures = new LinkedHashMap<>();
        for (EntryForm.Step step : definition.form().orElseThrow().steps()) {
            step.picture()
                    .filter(name -> !pictures.containsKey(name))
                    .ifPresent(name -> pictures.put(
                            name,
                            new StepPicture(
                                    name,
                                    draft.pictures()
                                            .apply(name)
                                            .orElseThrow(() -> new UnusableInputException("File '" + draft.source()
                                                    + "' names the picture '" + name
                                                    + "', which is not there; put it beside the file.")))));
        }
        return new ArrayList<>(pictures.values());
    }
}
