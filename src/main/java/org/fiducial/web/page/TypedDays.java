package org.fiducial.web.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.fiducial.facility.coverage.Span;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;

/**
 * The days somebody imaged on, as they are typed.
 *
 * @param from the first day; empty where only the last is typed
 * @param to the last day; empty for a single one
 */
public record TypedDays(String from, String to) {

    private static final int LONGEST_DAY = 16;

    public TypedDays {
        from = from.strip();
        to = to.strip();
    }

    /** Whether no day is typed. */
    public boolean isNone() {
        return from.isEmpty() && to.isEmpty();
    }

    /**
     * The days.
     *
     * @param otherwise where none is typed
     * @param texts for a refusal
     * @throws UnusableInputException if they are none, or too many
     */
    public Span span(LocalDate otherwise, ZoneId zone, Texts texts) {
        LocalDate last = to.isEmpty() ? from.isEmpty() ? otherwise : day(from, texts) : day(to, texts);
        LocalDate first = from.isEmpty() ? last : day(from, texts);
        try {
            return new Span(first, last, zone);
        } catch (UnusableInputException e) {
            throw new UnusableInputException(texts.text("journey.nospan", String.valueOf(e.getMessage())), e);
        }
    }

    /** The days, of which the first has to be typed. */
    public Span span(ZoneId zone, Texts texts) {
        return span(day(from, texts), zone, texts);
    }

    private static LocalDate day(String text, Texts texts) {
        return Optional.of(text)
                .filter(each -> each.length() <= LONGEST_DAY)
                .flatMap(Days::parse)
                .orElseThrow(() -> new UnusableInputException(texts.text("journey.noday")));
    }
}
