package org.fiducial.cli;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.PersonalAddress;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what people without an account may see. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Says what people without an account may see of an instrument, or of all of them.",
        footer = {
            "",
            "Fields: make, identifier, components, software, values, pictures, events, contact, room, serial, staff.",
            "Without --field all but room, serial and staff. Nothing is public until somebody says so.",
            "",
            "Examples:",
            "  fiducial publish lsm-1 --reason \"agreed with the users\" --by Ada",
            "  fiducial publish lsm-1 --field make --field components --contact core@example.org --reason \"a paper\"",
            "  fiducial publish --all --reason \"agreed in March\"",
            "  fiducial publish lsm-1 --withdraw --reason \"it moves\""
        })
final class PublishCommand extends EntryCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
    private Optional<String> slug = Optional.empty();

    @Option(names = "--all", description = "All instruments of the facility, unless one says otherwise.")
    private boolean all;

    @Option(names = "--field", paramLabel = "FIELD", description = "Something strangers see; may be repeated.")
    private List<String> fields = List.of();

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            description = "An e-mail address, a page or a sentence: one of the facility, for it stays in the record for"
                    + " good.")
    private String contact = "";

    @Option(names = "--personal-contact", description = "The contact may be the address of a person, who agrees.")
    private boolean personal;

    @Option(names = "--withdraw", description = "Nothing is public any more.")
    private boolean withdraw;

    @Option(names = "--as-facility", description = "As the facility says of all instruments.")
    private boolean asFacility;

    @Mixin
    private ReasonedOptions who = new ReasonedOptions();

    PublishCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        if (slug.isPresent() == all) {
            throw new UnusableCommandException("Name an instrument, or say --all for every one of the facility.");
        }
        if (withdraw && asFacility) {
            throw new UnusableCommandException("--withdraw and --as-facility contradict each other; give one of them.");
        }
        Optional<Instrument> instrument = slug.map(new EventEntry(record)::instrument);
        Terms terms = new Terms(standing(), withdraw || asFacility ? Set.of() : shown(), contact);
        requireMeant(record);
        record.publicities()
                .add(new Publicity(
                        rooms().ids().get(),
                        instrument.map(Publication::subject).orElseGet(() -> home(record)),
                        terms,
                        new Entry(who.by(), rooms().clock().instant().truncatedTo(ChronoUnit.MILLIS), who.reason())));
        return said(instrument, terms);
    }

    private void requireMeant(FacilityRecord record) {
        boolean likely = record.instruments()
                .home()
                .filter(home ->
                        PersonalAddress.isLikely(contact, record.auditBook().people(home.id())))
                .isPresent();
        if (likely && !personal) {
            throw new UnusableCommandException("The contact '" + contact + "' looks like the address of a person, and"
                    + " nothing was saved: it would stay in the record for good. Give one of the facility, or say"
                    + " --personal-contact.");
        }
    }

    private static String said(Optional<Instrument> instrument, Terms terms) {
        String subject = instrument.map(Instrument::name).orElse("Every instrument that says nothing else");
        String page = instrument
                .map(each -> "; its page is /published/" + InstrumentToken.of(each))
                .orElse("");
        return switch (terms.standing()) {
            case PUBLISHED ->
                subject + " is public with "
                        + terms.fields().stream().sorted().map(Field::word).collect(Collectors.joining(", ")) + page
                        + ".";
            case HIDDEN -> subject + " is not public.";
            case AS_FACILITY -> subject + " is as public as the facility says of all.";
        };
    }

    private Standing standing() {
        return withdraw ? Standing.HIDDEN : asFacility ? Standing.AS_FACILITY : Standing.PUBLISHED;
    }

    private Set<Field> shown() {
        if (fields.isEmpty()) {
            return Field.USUAL;
        }
        return fields.stream()
                .map(word -> Field.of(word)
                        .orElseThrow(() -> new UnusableCommandException("'" + word + "' is no field; there are "
                                + Arrays.stream(Field.values()).map(Field::word).collect(Collectors.joining(", "))
                                + ".")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Subject home(FacilityRecord record) {
        return new Subject(
                record.instruments()
                        .home()
                        .map(Facility::id)
                        .orElseThrow(
                                () -> new UnusableCommandException(
                                        "There is no facility yet; 'fiducial instrument add' adds it with its first instrument.")),
                Optional.empty());
    }
}
