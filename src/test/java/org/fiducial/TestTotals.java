package org.fiducial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The last line of a test run: all tests counted, with the sentence of each one that was skipped. Where {@code CI} is true
 * nothing may be skipped but what needs real files that a bare machine does not have.
 */
public final class TestTotals {

    private TestTotals() {}

    /** Reads the reports in the folders given and prints the totals. */
    public static void main(String[] folders) throws IOException {
        List<Element> suites = new ArrayList<>();
        for (String folder : folders) {
            suites.addAll(suites(Path.of(folder)));
        }
        List<String> skipped = suites.stream().flatMap(TestTotals::skipped).toList();
        skipped.forEach(sentence -> System.out.println("[WARNING] Skipped: " + sentence));
        System.out.printf(
                "[INFO] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n",
                sum(suites, "tests"), sum(suites, "failures"), sum(suites, "errors"), sum(suites, "skipped"));
        long unexcused = skipped.stream()
                .filter(sentence -> !sentence.contains(SharedFolder.ABSENT))
                .count();
        if ("true".equals(System.getenv("CI")) && unexcused > 0) {
            throw new IllegalStateException(unexcused + " tests were skipped, and with CI=true none may be.");
        }
    }

    private static List<Element> suites(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("TEST-.*\\.xml"))
                    .sorted()
                    .map(TestTotals::suite)
                    .toList();
        }
    }

    private static Element suite(Path file) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("no test report: " + file, e);
        }
    }

    private static int sum(List<Element> suites, String attribute) {
        return suites.stream()
                .mapToInt(suite -> Integer.parseInt(suite.getAttribute(attribute)))
                .sum();
    }

    private static Stream<String> skipped(Element suite) {
        NodeList marks = suite.getElementsByTagName("skipped");
        return IntStream.range(0, marks.getLength())
                .mapToObj(i -> (Element) marks.item(i))
                .map(mark -> Optional.of(mark.getParentNode())
                                .map(Element.class::cast)
                                .map(test -> test.getAttribute("classname") + "." + test.getAttribute("name"))
                                .orElseThrow()
                        + ": "
                        + reason(mark));
    }

    /** What the report says: as an attribute, or, of a test that ended itself, in the first line of its trace. */
    private static String reason(Element mark) {
        return Stream.of(mark.getAttribute("message"), mark.getTextContent())
                .map(text -> text.strip().lines().findFirst().orElse(""))
                .map(line -> line.replaceFirst("^[\\w.]+Exception: ", ""))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("no reason given");
    }
}
