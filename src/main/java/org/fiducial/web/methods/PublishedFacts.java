package org.fiducial.web.methods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fiducial.facility.coverage.Claim;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.Performance;
import org.fiducial.facility.methods.Setup;
import org.fiducial.facility.methods.Value;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.CoverageText;
import org.fiducial.report.Texts;
import org.fiducial.settings.Settings;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;

/** What a methods section may be made of: the registry and the checks as far as they are public. */
record PublishedFacts(FacilityRecords records, Supplier<Settings> settings) {

    private static final Pattern DOI = Pattern.compile("doi:10\\.[0-9]{4,9}/[^\\s,;)\"]+");
    private static final String OF_PROTOCOLS = "doi:10.17504/";

    /** What the record holds for a wish, with what an image says. */
    MethodsFacts of(Wish wish, Optional<AcquiredImage> image, Texts texts) {
        return of(wish, coverage(wish), image, texts);
    }

    /** The same where it is known what the checks say. */
    MethodsFacts of(Wish wish, Optional<Coverage> coverage, Optional<AcquiredImage> image, Texts texts) {
        return new MethodsFacts(
                setup(wish),
                image,
                new Value.Days(wish.span().first(), wish.span().last()),
                coverage.map(each -> performance(wish, each, texts)).orElse(List.of()));
    }

    /** What the checks say. */
    Optional<Coverage> coverage(Wish wish) {
        return wish.path().flatMap(path -> new CoverageRecords(records)
                .of(wish.published().instrument(), path.id(), wish.span()));
    }

    Setup setup(Wish wish) {
        PublishedInstrument published = wish.published();
        boolean parts = published.shows(Field.COMPONENTS);
        return new Setup(
                stand(published),
                house(published.instrument()),
                parts ? wish.path().map(Configuration::components).orElse(List.of()) : List.of(),
                parts ? wish.path().map(Configuration::properties).orElseGet(TreeMap::new) : none(),
                published.shows(Field.SOFTWARE) ? software(wish) : List.of());
    }

    private static SortedMap<String, String> none() {
        return new TreeMap<>();
    }

    /** The instrument as it may be shown. */
    Setup.Stand stand(PublishedInstrument published) {
        Make all = published.instrument().make();
        boolean make = published.shows(Field.MAKE);
        return new Setup.Stand(
                published.instrument().name(),
                new Make(
                        make ? all.manufacturer() : "",
                        make ? all.model() : "",
                        published.shows(Field.SERIAL) ? all.serial() : ""),
                published.shows(Field.IDENTIFIER)
                        ? fields(published).flatMap(fields -> PersistentIdentifier.of(fields.text(Fields.IDENTIFIER)))
                        : Optional.empty());
    }

    /** All that is known of the instrument itself today; show of it only what is public. */
    Optional<Fields> fields(PublishedInstrument published) {
        return records.instruments()
                .registry()
                .fields(Version.Kind.INSTRUMENT, published.instrument().id());
    }

    private Setup.House house(Instrument instrument) {
        Optional<Facility> facility = records.facility(instrument);
        boolean home =
                facility.filter(each -> each.kind() == Facility.Kind.HOME).isPresent();
        Optional<Settings.Credit> credit = home ? settings.get().credit() : Optional.empty();
        return new Setup.House(
                facility.map(Facility::name).orElseGet(records::facilityName),
                credit.flatMap(each -> PersistentIdentifier.of(each.identifier())),
                credit.map(Settings.Credit::acknowledgement).orElse(""));
    }

    /** What ran at the beginning of the days, and what was installed on them. */
    private List<Installation.Release> software(Wish wish) {
        List<Installation> newestFirst = records.instruments()
                .registry()
                .installations(wish.published().instrument().id());
        List<Installation.Release> running = new ArrayList<>();
        List<Installation.Release> before = new ArrayList<>();
        for (Installation each : newestFirst) {
            boolean later = each.at().isAfter(wish.span().to());
            boolean within = each.at().isAfter(wish.span().from());
            boolean known = before.stream().anyMatch(other -> other.isOf(each.release()));
            if (!later && !known && !running.contains(each.release())) {
                running.add(each.release());
            }
            if (!within && !known) {
                before.add(each.release());
            }
        }
        return List.copyOf(running);
    }

    private List<Performance> performance(Wish wish, Coverage coverage, Texts texts) {
        PublishedInstrument published = wish.published();
        CoverageText text = new CoverageText(
                texts,
                id -> records.catalogue().find(id).map(Catalogue.Entry::definition),
                new CoverageText.Shown(published.shows(Field.EVENTS), published.shows(Field.COMPONENTS)));
        Claim whole = text.claim(coverage);
        return coverage.parts().stream()
                .map(part -> new Performance(
                        part.protocol(),
                        text.subject(part),
                        sources(part.protocol()),
                        claim(part, whole, coverage).word(),
                        part.checks().stream()
                                .map(each -> LocalDate.ofInstant(
                                        each.check().measuredAt(), wish.span().zone()))
                                .distinct()
                                .toList(),
                        part.inferredFrom().stream().map(Configuration::name).toList()))
                .toList();
    }

    /** What may be said of a part: no more than its checks allow, and no more than is known of the whole light path. */
    private static Claim claim(PartClaim part, Claim whole, Coverage coverage) {
        Claim own = part.claim();
        if (!own.isKnownGood()) {
            return own;
        }
        if (coverage.claim() == Claim.OUT_OF_USE) {
            return whole;
        }
        if (!coverage.everThere()) {
            return Claim.NOT_ESTABLISHED;
        }
        return whole == Claim.WITH_CARE && own == Claim.WITHIN_LIMITS ? Claim.WITH_CARE : own;
    }

    /** Where a protocol is described: of its sources the protocols among them, else the first with a DOI. */
    List<String> sources(ProtocolReference protocol) {
        List<String> all = records.protocol(protocol).stream()
                .flatMap(definition -> definition.description().sources().stream())
                .flatMap(source -> DOI.matcher(source).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
        List<String> described =
                all.stream().filter(each -> each.startsWith(OF_PROTOCOLS)).toList();
        return described.isEmpty() ? all.stream().limit(1).toList() : described;
    }
}
