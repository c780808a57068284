package org.fiducial.web.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.TableQuestion;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Choice;

/**
 * A table of no known kind as the page shows it: above each column a choice of what it holds.
 *
 * @param columns from the left
 * @param rows the first rows
 * @param settings what else has to be said
 */
public record TableQuestionView(List<ColumnView> columns, List<List<String>> rows, List<SettingView> settings) {

    private static final String COLUMN = "column.";
    private static final String SETTING = "setting.";
    private static final int WIDEST = 40;

    public TableQuestionView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        settings = List.copyOf(settings);
    }

    /** A column with what it can hold. */
    public record ColumnView(String field, String name, List<Choice> roles) {
        public ColumnView {
            roles = List.copyOf(roles);
        }
    }

    /** Something else to say; where the table may say it, nothing needs to be chosen. */
    public record SettingView(String field, String title, boolean needed, List<Choice> words) {
        public SettingView {
            words = List.copyOf(words);
        }
    }

    /** The question, with what was chosen before where something was. */
    static TableQuestionView of(TableQuestion question, Map<String, String> typed, Texts texts) {
        return new TableQuestionView(
                IntStream.range(0, Math.min(WIDEST, question.columns().size()))
                        .mapToObj(i -> column(question, i, typed, texts))
                        .toList(),
                question.samples().stream()
                        .map(row -> row.stream().limit(WIDEST).toList())
                        .toList(),
                question.settings().stream()
                        .map(each -> setting(each, typed, texts))
                        .toList());
    }

    private static ColumnView column(TableQuestion question, int index, Map<String, String> typed, Texts texts) {
        TableQuestion.Column column = question.columns().get(index);
        String chosen = Optional.ofNullable(typed.get(COLUMN + index)).orElse(column.guess());
        return new ColumnView(
                COLUMN + index,
                column.name(),
                question.roles().stream()
                        .map(role ->
                                new Choice(role, texts.find("columns." + role).orElse(role), role.equals(chosen)))
                        .toList());
    }

    private static SettingView setting(TableQuestion.Setting setting, Map<String, String> typed, Texts texts) {
        String chosen = Optional.ofNullable(typed.get(SETTING + setting.key())).orElse(setting.guess());
        return new SettingView(
                SETTING + setting.key(),
                texts.find("columns." + setting.key()).orElse(setting.key()),
                setting.needed(),
                setting.words().stream()
                        .map(word -> new Choice(word, word, word.equals(chosen)))
                        .toList());
    }

    /** Whether a form answers such a question. */
    static boolean isAnswered(Map<String, String> sent) {
        return sent.containsKey(COLUMN + 0);
    }

    /**
     * The answer a form gives.
     *
     * @throws UnusableInputException if it is none; the sentence says why
     */
    static String answer(TableQuestion question, Map<String, String> sent) {
        Map<Integer, String> roles = new HashMap<>();
        IntStream.range(0, question.columns().size())
                .forEach(i ->
                        roles.put(i, Optional.ofNullable(sent.get(COLUMN + i)).orElse("")));
        Map<String, String> said = new HashMap<>();
        question.settings()
                .forEach(each -> said.put(
                        each.key(),
                        Optional.ofNullable(sent.get(SETTING + each.key())).orElse("")));
        return question.answer(roles, said);
    }
}
