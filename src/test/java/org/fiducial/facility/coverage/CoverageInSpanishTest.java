package org.fiducial.facility.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.methods.Performance;
import org.fiducial.facility.methods.Setup;
import org.fiducial.facility.methods.Value;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.report.CoverageText;
import org.fiducial.report.MethodsText;
import org.fiducial.report.SpokenTexts;
import org.fiducial.report.Texts;
import org.junit.jupiter.api.Test;

/**
 * Spanish says what English says: of random histories every sentence that can stand in a methods section or above it is
 * made of Spanish words and of the names of the record, and names the same days, parts and numbers.
 */
class CoverageInSpanishTest {

    private static final int HISTORIES = 600;
    /** So many that every kind of sentence occurs. */
    private static final int CLAIMED = 1500;

    private static final Locale SPANISH = Locale.forLanguageTag("es");
    /** Our own words that flow into such sentences. */
    private static final Pattern SENTENCES =
            Pattern.compile("(coverage|use)\\..*|methods\\.(and|day|days|group|sentence|phrase|word|question)\\..*");

    private static final Map<String, ProtocolDefinition> PROTOCOLS = Stream.of(
                    CoverageHistory.BEADS, CoverageHistory.POWER, CoverageHistory.LAMP, CoverageHistory.COLOURS)
            .collect(Collectors.toMap(Function.identity(), id -> ProtocolFile.load(id, "1.0")));
    /** Longest first, so that no name is taken for a part of another. */
    private static final List<String> NAMES = List.of(
            "63x/1.4 oil, 488 and 561 nm",
            "63x/1.4 oil, 488 nm",
            "63x/1.4 oil, 561 nm",
            "10x/0.45, 488 nm",
            "63x/1.4 oil",
            "10x/0.45",
            "488 nm",
            "561 nm",
            "psf-beads",
            "light-source-power",
            "light-source-stability",
            "Laser bank",
            "coregistration-beads",
            "LSM 1",
            "Unit");

    private final Map<String, String> english = SpokenTexts.of("messages.properties");
    private final Map<String, String> spanish = SpokenTexts.of("messages_es.properties");

    private static CoverageText text(Locale locale, boolean shown) {
        return new CoverageText(
                Texts.of(locale), id -> Optional.ofNullable(PROTOCOLS.get(id)), new CoverageText.Shown(shown, shown));
    }

    /** What is said of a light path, a sentence each. */
    private static List<String> said(CoverageText text, Coverage coverage) {
        List<String> all = new ArrayList<>(List.of(text.overall(coverage)));
        for (PartClaim part : coverage.parts()) {
            all.add(text.line(part, coverage).sentence());
            all.addAll(text.affected(part));
        }
        coverage.between().forEach(event -> all.add(text.named(event, coverage)));
        return all;
    }

    /** The methods section of the same, with its questions. */
    private static List<String> methods(CoverageText text, Coverage coverage) {
        List<Performance> performance = coverage.parts().stream()
                .map(part -> new Performance(
                        part.protocol(),
                        text.subject(part),
                        List.of(),
                        part.claim().word(),
                        part.checks().stream()
                                .map(each -> LocalDate.ofInstant(
                                        each.check().measuredAt(),
                                        coverage.span().zone()))
                                .distinct()
                                .toList(),
                        part.inferredFrom().stream().map(Configuration::name).toList()))
                .toList();
        MethodsParagraph paragraph = MethodsParagraph.of(new MethodsFacts(
                new Setup(
                        new Setup.Stand("LSM 1", Make.unknown(), Optional.empty()),
                        new Setup.House("Unit", Optional.empty(), ""),
                        coverage.path().components(),
                        new TreeMap<>(Map.of("modality", "confocal")),
                        List.of()),
                Optional.empty(),
                new Value.Days(coverage.span().first(), coverage.span().last()),
                performance));
        MethodsText words = new MethodsText(text.texts());
        return Stream.concat(
                        Stream.of(words.plain(paragraph).replace('\u00a0', ' ')),
                        paragraph.questions().stream().map(words::question))
                .toList();
    }

    @Test
    void everySentenceOfRandomHistoriesIsSpanishAndSaysTheSame() {
        Set<String> known = words(spanish, SPANISH);
        Set<String> foreign = new TreeSet<>(words(english, Locale.ENGLISH));
        foreign.removeAll(known);
        assertThat(foreign).contains("within", "limits", "checked", "established", "affected", "light", "was");
        Random random = new Random(1492L);
        for (int i = 0; i < HISTORIES; i++) {
            Coverage coverage = drawn(random);
            for (boolean shown : List.of(true, false)) {
                List<String> here = both(text(Locale.ENGLISH, shown), coverage);
                List<String> there = both(text(SPANISH, shown), coverage);
                assertThat(there).hasSameSizeAs(here);
                for (int k = 0; k < here.size(); k++) {
                    String one = here.get(k);
                    String other = there.get(k);
                    assertThat(words(other)).as("%d: %s", i, other).doesNotContainAnyElementsOf(foreign);
                    assertThat(known).as("%d: %s", i, other).containsAll(words(other));
                    assertThat(names(other)).as("%d: %s%n%s", i, one, other).isEqualTo(names(one));
                    assertThat(numbers(other)).as("%d: %s%n%s", i, one, other).isEqualTo(numbers(one));
                    assertThat(days(other, SPANISH))
                            .as("%d: %s%n%s", i, one, other)
                            .isEqualTo(days(one, Locale.ENGLISH));
                    assertThat(other).doesNotContain("{", "  ", " .", " ,", "null", " el el ", " de el ", " a el ");
                }
            }
        }
    }

    @Test
    void bothLanguagesMakeTheSameClaims() {
        Random random = new Random(1605L);
        Map<String, String> overall = new TreeMap<>();
        Map<String, String> part = new TreeMap<>();
        for (int i = 0; i < CLAIMED; i++) {
            Coverage coverage = drawn(random);
            for (PartClaim each : coverage.parts()) {
                part.merge(
                        template(english, "coverage.part.", statement(Locale.ENGLISH, each, coverage)),
                        template(spanish, "coverage.part.", statement(SPANISH, each, coverage)),
                        CoverageInSpanishTest::same);
            }
            overall.merge(
                    template(
                            english,
                            "coverage.overall.",
                            text(Locale.ENGLISH, true).overall(coverage)),
                    template(spanish, "coverage.overall.", text(SPANISH, true).overall(coverage)),
                    CoverageInSpanishTest::same);
        }
        assertThat(overall).hasSizeGreaterThanOrEqualTo(8).allSatisfy((here, there) -> assertThat(there)
                .isEqualTo(here));
        assertThat(part).hasSizeGreaterThanOrEqualTo(14).allSatisfy((here, there) -> assertThat(there)
                .isEqualTo(here));
    }

    @Test
    void noSentenceIsLeftWithoutItsSpanishNorAValueLeftOutOfIt() {
        Map<String, String> sentences = new TreeMap<>(english);
        sentences
                .entrySet()
                .removeIf(each -> !SENTENCES.matcher(each.getKey()).matches()
                        || words(each.getValue()).isEmpty());

        assertThat(sentences).hasSizeGreaterThan(150).allSatisfy((key, text) -> {
            assertThat(spanish).as(key).containsKey(key);
            assertThat(places(spanish.getOrDefault(key, ""))).as(key).isEqualTo(places(text));
        });
    }

    /** Of four histories one in which limits were kept, which chance alone hardly draws. */
    private static Coverage drawn(Random random) {
        if (random.nextInt(4) == 0) {
            return kept(random);
        }
        CoverageHistory history = CoverageHistory.drawn(random);
        LocalDate first = CoverageHistory.BEGIN.plusDays(random.nextInt(CoverageHistory.DAYS));
        return history.coverage(
                history.paths.get(random.nextInt(history.paths.size())),
                new Span(first, first.plusDays(random.nextInt(30)), CoverageHistory.ZONE));
    }

    private static Coverage kept(Random random) {
        CoverageHistory history = new CoverageHistory();
        VerdictLevel level = CoverageHistory.any(random, VerdictLevel.PASS, VerdictLevel.PASS, VerdictLevel.WARNING);
        boolean again = random.nextBoolean();
        for (String protocol : List.of(CoverageHistory.BEADS, CoverageHistory.POWER, CoverageHistory.LAMP)) {
            history.check("2026-03-01", history.oilBlue, protocol, level);
            if (again) {
                history.check("2026-03-20", history.oilBlue, protocol, VerdictLevel.PASS);
            }
        }
        return history.coverage(history.oilBlue, "2026-03-05", "2026-03-10");
    }

    private static List<String> both(CoverageText text, Coverage coverage) {
        return Stream.concat(said(text, coverage).stream(), methods(text, coverage).stream())
                .toList();
    }

    private static String statement(Locale locale, PartClaim part, Coverage coverage) {
        return text(locale, true).line(part, coverage).statement();
    }

    private static String same(String one, String other) {
        assertThat(other).isEqualTo(one);
        return one;
    }

    /** The key of the sentence a text was filled from: of those that fit the one with most letters of its own. */
    private static String template(Map<String, String> texts, String prefix, String filled) {
        return texts.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .filter(each -> filled.matches(Arrays.stream(each.getValue().split("\\{[0-9]}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))))
                .max(Comparator.comparingInt(each -> own(each.getValue())))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new AssertionError("no sentence fits: " + filled));
    }

    private static int own(String template) {
        return template.replaceAll("\\{[0-9]}", "").length();
    }

    private static Set<String> places(String template) {
        return Pattern.compile("\\{[0-9]}")
                .matcher(template)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    /** The words of all sentences of a language, its months too. */
    private static Set<String> words(Map<String, String> texts, Locale locale) {
        Set<String> all = new HashSet<>();
        texts.forEach((key, text) -> {
            if (SENTENCES.matcher(key).matches()) {
                all.addAll(words(text.replaceAll("'([^']*)'", " $1 ").replaceAll("\\b[du]+\\b|\\bMMMM\\b", " ")));
            }
        });
        Arrays.stream(Month.values()).forEach(month -> all.addAll(words(month.getDisplayName(TextStyle.FULL, locale))));
        all.add("de");
        return all;
    }

    /** The words of a text that are neither names nor numbers; of single letters English has none but a. */
    private static Set<String> words(String text) {
        String rest = text;
        for (String name : NAMES) {
            rest = rest.replace(name, " ");
        }
        return Arrays.stream(rest.replaceAll("\\{[0-9]}", " ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}-]+"))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the record in a text, in alphabetical order. */
    private static List<String> names(String text) {
        String rest = text;
        List<String> found = new ArrayList<>();
        for (String name : NAMES) {
            while (rest.contains(name)) {
                rest = rest.replaceFirst(Pattern.quote(name), " ");
                found.add(name);
            }
        }
        found.sort(null);
        return found;
    }

    private static List<String> numbers(String text) {
        return Pattern.compile("[0-9]+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    /** The days of a text as month and day, in their order in the year. */
    private static List<String> days(String text, Locale locale) {
        List<String> found = new ArrayList<>();
        for (Month month : Month.values()) {
            Pattern.compile("([0-9]{1,2}) (?:de )?" + month.getDisplayName(TextStyle.FULL, locale))
                    .matcher(text)
                    .results()
                    .map(day -> month + " " + day.group(1))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }
}
