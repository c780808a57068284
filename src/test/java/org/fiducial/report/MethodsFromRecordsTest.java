package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.methods.Performance;
import org.fiducial.facility.methods.Setup;
import org.fiducial.facility.methods.Value;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;

/** Nothing stands in a methods section that is neither of our sentences nor of the records it was made from. */
class MethodsFromRecordsTest {

    private static final List<String> PROPERTIES = List.of(
            "magnification",
            "na",
            "immersion",
            "correction",
            "wavelength",
            "passband",
            "type",
            "nominal-power",
            "gain");
    private static final List<String> CLAIMS = List.of(
            "within-limits", "with-care", "last-known-good", "not-established", "outside-limits", "partly", "no-check");

    /** A record of which every word that was put in is known. */
    private static final class Source {

        private final SplittableRandom random;
        private final Set<String> given = new HashSet<>();

        Source(long seed) {
            this.random = new SplittableRandom(seed);
        }

        String maybe(String text) {
            return random.nextBoolean() ? "" : text;
        }

        String name() {
            return note("Q" + Long.toString(random.nextLong(Long.MAX_VALUE), 36) + maybe(" " + random.nextInt(1000)));
        }

        String number() {
            return note(random.nextInt(1000) + maybe("." + random.nextInt(100)) + maybe("nm"));
        }

        private String note(String text) {
            given.addAll(words(text));
            given.addAll(words(text.replace('.', ',')));
            given.addAll(words(text.replaceFirst("nm$", " nm")));
            given.addAll(words(text.replace('.', ',').replaceFirst("nm$", " nm")));
            return text;
        }

        <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        Make make() {
            return new Make(maybe(name()), maybe(name()), maybe(name()));
        }

        <T> List<T> some(Supplier<T> made) {
            return IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> made.get())
                    .toList();
        }

        Component component() {
            TreeMap<String, String> properties = new TreeMap<>();
            PROPERTIES.stream()
                    .filter(each -> random.nextBoolean())
                    .forEach(each -> properties.put(each, random.nextBoolean() ? number() : name()));
            Component.Kind kind = one(List.of(Component.Kind.values()));
            return new Component(new UUID(0, random.nextLong()), kind, name(), make(), properties);
        }

        Setup setup() {
            Optional<PersistentIdentifier> identifier = random.nextBoolean()
                    ? Optional.empty()
                    : PersistentIdentifier.of(note("doi:10.5281/x" + random.nextInt(9999)));
            return new Setup(
                    new Setup.Stand(name(), make(), identifier),
                    new Setup.House(name(), Optional.empty(), maybe(name())),
                    some(this::component),
                    new TreeMap<>(random.nextBoolean() ? Map.of() : Map.of("modality", name(), "pinhole", "77777")),
                    some(() -> new Installation.Release(one(List.of(Installation.Kind.values())), name(), number())));
        }

        Value.Amount amount() {
            int number = random.nextInt(9000);
            note(number + " V");
            return new Value.Amount(BigDecimal.valueOf(number), "V");
        }

        SortedMap<AcquiredImage.Setting, Value> settings() {
            TreeMap<AcquiredImage.Setting, Value> settings = new TreeMap<>();
            Arrays.stream(AcquiredImage.Setting.values())
                    .filter(each -> random.nextInt(3) == 0)
                    .forEach(each -> settings.put(each, random.nextBoolean() ? amount() : new Value.Name(name())));
            return settings;
        }

        Optional<AcquiredImage> image() {
            return random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new AcquiredImage(
                            "unsaid",
                            make(),
                            Optional.empty(),
                            some(() -> new AcquiredImage.Part(
                                    component().kind(), make(), Map.of("type", new Value.Name(name())))),
                            settings(),
                            some(() -> new AcquiredImage.Channel(maybe(name()), settings()))));
        }

        LocalDate day() {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3000));
            note(day.getDayOfMonth() + " " + day.getYear());
            return day;
        }

        Performance performance() {
            return new Performance(
                    new ProtocolReference(name(), number()),
                    name(),
                    some(() -> note("doi:10.1083/jcb." + random.nextInt(9999))),
                    one(CLAIMS),
                    some(this::day),
                    some(this::name));
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}.,]+"))
                .map(word -> word.replaceAll("^[.,]+|[.,]+$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    /** What our own sentences say in a language, months included. */
    private static Set<String> ours(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.fiducial.report.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Set<String> words = new HashSet<>();
        for (Enumeration<String> keys = bundle.getKeys(); keys.hasMoreElements(); ) {
            String key = keys.nextElement();
            if (key.matches("methods\\.(and|day|days|group|sentence|phrase|word|question)(\\..*)?|day\\.full")) {
                words.addAll(words(bundle.getString(key).replaceAll("\\{[0-9]}", " ")));
            }
        }
        for (java.time.Month month : java.time.Month.values()) {
            words.add(month.getDisplayName(java.time.format.TextStyle.FULL, locale));
        }
        return words;
    }

    @Test
    void everyNumberAndNameComesFromTheRegistryTheChecksOrTheImage() {
        for (Locale locale : List.of(Locale.UK, Locale.forLanguageTag("es"))) {
            MethodsText text = new MethodsText(Texts.of(locale));
            Set<String> ours = ours(locale);
            assertThat(ours.stream().filter(word -> word.matches(".*[0-9].*"))).isEmpty();
            for (long seed = 0; seed < 300; seed++) {
                Source source = new Source(seed);
                Value.Days days = new Value.Days(source.day(), source.day());
                MethodsParagraph paragraph = MethodsParagraph.of(
                        new MethodsFacts(source.setup(), source.image(), days, source.some(source::performance)));
                List<String> said = new ArrayList<>(List.of(text.plain(paragraph)));
                paragraph.questions().forEach(question -> said.add(text.question(question)));
                Set<String> foreign = new HashSet<>(words(String.join(" ", said)));
                foreign.removeAll(ours);
                foreign.removeAll(source.given);
                // Several channels without a name are told apart by their place in the file.
                foreign.removeAll(Set.of("1", "2", "3"));
                assertThat(foreign).as("seed %d, %s", seed, locale).isEmpty();
            }
        }
    }
}
