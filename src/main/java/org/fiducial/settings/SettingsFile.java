package org.fiducial.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.protocol.YamlMapping;

/**
 * Reads {@code settings.yaml}.
 *
 * <pre>
 * public-url: https://qc.example.org/
 * facility: { identifier: "RRID:SCR_012345" }
 * reminders:
 *   server: mail.example.org
 *   port: 587
 *   security: starttls
 *   user: qc
 *   password-file: mail.password
 *   sender: Microscopes &lt;qc@example.org&gt;
 *   weekday: monday
 *   hour: 7
 *   recipients:
 *     - { name: Ada Müller, address: ada@example.org }
 *     - { name: Grace Hopper, address: grace@example.org, only-assigned: true }
 *   escalation: { after-days: 7, name: The head, address: head@example.org }
 * </pre>
 *
 * <p>Accounts say for themselves whether they get letters, so that recipients may be left out. Without {@code security} it is {@code starttls}; a password is never sent over a connection others can read.
 */
public final class SettingsFile {

    /** The name of the file in the data folder. */
    public static final String NAME = "settings.yaml";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SENTENCE = 290;

    private final Path folder;

    private SettingsFile(Path folder) {
        this.folder = folder;
    }

    /**
     * What the file of a data folder says; nothing where there is none.
     *
     * @throws UnusableInputException naming the line that is wrong
     */
    public static Settings read(Path folder) {
        Path file = folder.resolve(NAME);
        return Files.exists(file)
                ? new SettingsFile(folder).settings(YamlDocument.read(file).root())
                : Settings.none();
    }

    private Settings settings(YamlMapping root) {
        root.allowOnly("public-url", "reminders", "facility");
        return new Settings(
                root.optionalText("public-url").map(text -> address(root, text)),
                root.optionalMapping("reminders").map(this::reminders),
                root.optionalMapping("facility").map(SettingsFile::credit));
    }

    private static Settings.Credit credit(YamlMapping yaml) {
        yaml.allowOnly("identifier", "acknowledgement");
        String identifier = yaml.optionalText("identifier").orElse("");
        if (!identifier.isEmpty() && PersistentIdentifier.of(identifier).isEmpty()) {
            throw yaml.refuse(
                    "'identifier' is what the facility is cited by, for instance RRID:SCR_012345 or a DOI, but was '"
                            + identifier + "'.");
        }
        String thanks = yaml.optionalText("acknowledgement").orElse("");
        if (thanks.length() > LONGEST_SENTENCE) {
            throw yaml.refuse("'acknowledgement' is a sentence of at most " + LONGEST_SENTENCE + " characters.");
        }
        return new Settings.Credit(identifier, thanks.strip());
    }

    private static URI address(YamlMapping root, String text) {
        try {
            URI address = new URI(text.endsWith("/") ? text : text + "/");
            boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
            if (web
                    && address.getHost() != null
                    && "/".equals(address.getPath())
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw root.refuse(wrongAddress(text));
        }
        throw root.refuse(wrongAddress(text));
    }

    private static String wrongAddress(String text) {
        return "'public-url' is the address people reach the pages at, with nothing behind the host, for instance"
                + " https://qc.example.org/, but was '" + text + "'.";
    }

    private Reminders reminders(YamlMapping yaml) {
        yaml.allowOnly(
                "server",
                "port",
                "security",
                "user",
                "password-file",
                "sender",
                "weekday",
                "hour",
                "even-without-news",
                "language",
                "recipients",
                "escalation");
        List<Reminders.Recipient> recipients = yaml.mappings("recipients").stream()
                .map(SettingsFile::recipient)
                .toList();
        return new Reminders(
                server(yaml),
                mail(yaml, "sender"),
                when(yaml),
                recipients,
                yaml.optionalMapping("escalation").map(SettingsFile::escalation));
    }

    private Reminders.Server server(YamlMapping yaml) {
        Reminders.Security security = yaml.optionalText("security")
                .map(word -> word(Reminders.Security.class, word, "security", yaml))
                .orElse(Reminders.Security.STARTTLS);
        Optional<Reminders.Login> login = yaml.optionalText("user")
                .map(user -> new Reminders.Login(user, folder.resolve(yaml.text("password-file"))));
        if (login.isPresent() && security == Reminders.Security.NONE) {
            throw yaml.refuse("'security: none' would show the password of '"
                    + login.orElseThrow().user()
                    + "' to everybody on the way; use starttls or tls, or leave 'user' out.");
        }
        int port = yaml.optionalNumber("port").isPresent()
                ? yaml.wholeNumber("port")
                : security == Reminders.Security.TLS ? 465 : security == Reminders.Security.NONE ? 25 : 587;
        if (port < 1 || port > 65_535) {
            throw yaml.refuse("'port' is a number from 1 to 65535, but was " + port + ".");
        }
        return new Reminders.Server(line(yaml, "server", yaml.text("server")), port, security, login);
    }

    private static Reminders.When when(YamlMapping yaml) {
        int hour = yaml.optionalNumber("hour").isPresent() ? yaml.wholeNumber("hour") : 7;
        if (hour < 0 || hour > 23) {
            throw yaml.refuse("'hour' is a number from 0 to 23, but was " + hour + ".");
        }
        DayOfWeek day = yaml.optionalText("weekday")
                .map(word -> word(DayOfWeek.class, word, "weekday", yaml))
                .orElse(DayOfWeek.MONDAY);
        boolean news = yaml.keys().contains("even-without-news") && yaml.flag("even-without-news");
        Locale language = Locale.forLanguageTag(yaml.optionalText("language").orElse("en-GB"));
        return new Reminders.When(day, hour, news, language);
    }

    private static Reminders.Recipient recipient(YamlMapping yaml) {
        yaml.allowOnly("name", "address", "only-assigned");
        boolean assigned = yaml.keys().contains("only-assigned") && yaml.flag("only-assigned");
        return new Reminders.Recipient(line(yaml, "name", yaml.text("name")), mail(yaml, "address"), assigned);
    }

    private static Reminders.Escalation escalation(YamlMapping yaml) {
        yaml.allowOnly("after-days", "name", "address");
        int days = yaml.wholeNumber("after-days");
        if (days < 1 || days > 366) {
            throw yaml.refuse("'after-days' is a number from 1 to 366, but was " + days + ".");
        }
        return new Reminders.Escalation(
                days, new Reminders.Recipient(line(yaml, "name", yaml.text("name")), mail(yaml, "address"), false));
    }

    /** One address, with a name before it in angle brackets or without: no room for a second header or recipient. */
    private static String mail(YamlMapping yaml, String key) {
        String text = line(yaml, key, yaml.text(key));
        String bare = text.replaceFirst("^[^<>\"]*<([^<>]*)>$", "$1");
        if (!bare.matches("[^\\s@,;:<>\"()]+@[^\\s@,;:<>\"()]+")) {
            throw yaml.refuse("'" + key + "' is a mail address such as ada@example.org, but was '" + text + "'.");
        }
        return text;
    }

    private static String line(YamlMapping yaml, String key, String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw yaml.refuse("'" + key + "' is one line of at most " + LONGEST_NAME + " characters.");
        }
        return text;
    }

    private static <E extends Enum<E>> E word(Class<E> words, String word, String key, YamlMapping yaml) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> yaml.refuse("'" + key + "' is one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", but was '" + word + "'."));
    }
}
