package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet is one for all pages, so that a class of one page reaches every other that uses its name. */
class StylesTest {

    private static final Pattern PRINT = Pattern.compile("@media print \\{(?:[^{}]*\\{[^{}]*})*[^{}]*}");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern CLASS = Pattern.compile("\\.([a-z-]+)");

    /** A selector with what it says. */
    private record Rule(String selector, String says) {}

    @Test
    void aClassThatIsHiddenByItselfOnScreenIsLaidOutByNoOtherRule() throws IOException {
        List<Rule> rules = rules();
        List<String> hidden = rules.stream()
                .filter(rule -> rule.says().contains("display: none")
                        && CLASS.matcher(rule.selector()).matches())
                .map(Rule::selector)
                .toList();
        assertThat(hidden).isNotEmpty();
        for (String name : hidden) {
            Pattern named = Pattern.compile(Pattern.quote(name) + "(?![\\w-])");
            assertThat(rules)
                    .as("rules beside the one that hides '%s'", name)
                    .extracting(Rule::selector)
                    .filteredOn(selector -> named.matcher(selector).find())
                    .isSubsetOf(name, ".script " + name);
        }
    }

    private static List<Rule> rules() throws IOException {
        String sheet = PRINT.matcher(Files.readString(Path.of("reports/styles/pages.css")))
                .replaceAll("");
        return RULE.matcher(sheet)
                .results()
                .flatMap(rule -> Arrays.stream(rule.group(1).split(",", -1))
                        .map(selector -> new Rule(selector.strip(), rule.group(2))))
                .toList();
    }
}
