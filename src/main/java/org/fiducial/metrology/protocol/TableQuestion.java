package org.fiducial.metrology.protocol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table of no known kind, as a question to a person: which of its columns is what. The answer is written
 * {@code time=Zeit; power=Leistung; power-unit=mW}.
 *
 * @param columns from the left
 * @param named whether the table names its columns, so that it can be known again
 * @param samples the cells of its first rows
 * @param roles what a column can hold, by the keys of the answer
 * @param settings what else the answer can say
 */
public record TableQuestion(
        List<Column> columns, boolean named, List<List<String>> samples, List<String> roles, List<Setting> settings) {

    private static final int LONGEST_SIGNATURE = 2000;
    private static final int LONGEST_NAME = 40;

    /**
     * A column.
     *
     * @param name as in the table, or {@code #2}
     * @param guess the role it probably has; may be empty
     */
    public record Column(String name, String guess) {}

    /**
     * Something the answer can say besides the columns.
     *
     * @param key for instance {@code power-unit}
     * @param words the values it takes
     * @param needed whether the table does not say it
     * @param guess the probable value; empty where nobody may guess
     */
    public record Setting(String key, List<String> words, boolean needed, String guess) {
        public Setting {
            words = List.copyOf(words);
        }
    }

    public TableQuestion {
        columns = List.copyOf(columns);
        samples = List.copyOf(samples);
        roles = List.copyOf(roles);
        settings = List.copyOf(settings);
    }

    /** What another table of the same kind has in common with this one: the names of its columns; empty without names. */
    public Optional<String> signature() {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(" | "));
        return named && names.length() <= LONGEST_SIGNATURE ? Optional.of(names) : Optional.empty();
    }

    /**
     * The answer in the form of the parameter.
     *
     * @param roleOf the role of each column, counted from 0; columns without one are left out
     * @param said the value of each setting; those without one are left out
     * @throws UnusableInputException if two columns have one role, or a word is none of those to choose from
     */
    public String answer(Map<Integer, String> roleOf, Map<String, String> said) {
        List<String> entries = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String role = Optional.ofNullable(roleOf.get(i)).orElse("");
            if (role.isEmpty()) {
                continue;
            }
            if (!roles.contains(role)) {
                throw new UnusableInputException("'" + role + "' is nothing a column can hold; choose from the list.");
            }
            if (!taken.add(role)) {
                throw new UnusableInputException("Two columns are said to hold '" + role + "'; keep one of them.");
            }
            entries.add(role + "=" + reference(i));
        }
        for (Setting setting : settings) {
            String word = Optional.ofNullable(said.get(setting.key())).orElse("");
            if (!word.isEmpty() && !setting.words().contains(word)) {
                throw new UnusableInputException("'" + setting.key() + "' takes one of "
                        + String.join(", ", setting.words()) + ", but '" + word + "' was chosen.");
            }
            if (!word.isEmpty()) {
                entries.add(setting.key() + "=" + word);
            }
        }
        return String.join("; ", entries);
    }

    /** The guess in the form of the parameter, with … where something has to be said. */
    public String proposal() {
        List<String> entries = new ArrayList<>();
        for (String role : roles) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).guess().equals(role)) {
                    entries.add(role + "=" + reference(i));
                }
            }
        }
        for (Setting setting : settings) {
            if (!setting.guess().isEmpty()) {
                entries.add(setting.key() + "=" + setting.guess());
            } else if (setting.needed()) {
                entries.add(setting.key() + "=…");
            }
        }
        return String.join("; ", entries);
    }

    /** The name of a column, or its number where the name cannot stand in an answer. */
    private String reference(int index) {
        String name = columns.get(index).name();
        boolean clear = !name.isBlank()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(c -> c == ';' || c == '=' || c == '"' || Character.isISOControl(c))
                && columns.stream().filter(each -> each.name().equals(name)).count() == 1;
        return clear ? name : "#" + (index + 1);
    }
}
