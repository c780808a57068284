package org.fiducial.web.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fiducial.facility.people.Accounting;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;

/**
 * Does once what a program sends twice because the answer got lost: what came under a key is answered again as it was, for a
 * day, a restart of the server included. A refusal is not kept, because it can be mended. Where the server ended while it
 * worked, nobody knows what came of it: the program is told to look, and nothing is done twice. An answer that holds a secret
 * is kept in memory only.
 */
public final class Retries {

    public static final String HEADER = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 10_000;
    private static final int LONGEST = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNKNOWN_END = 409;
    private static final int OTHER_CONTENT = 422;

    private final Clock clock;
    private final Texts texts;
    private final RetryFile file;
    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private int written;

    /** What came of a key; who comes second waits for the first. */
    private static final class Turn {
        private final Instant began;
        private final String content;
        /** Whether the server ended before it was known what came of it. */
        private final boolean lost;

        private Optional<Answer.Stored> answer = Optional.empty();

        Turn(Instant began, String content, boolean lost) {
            this.began = began;
            this.content = content;
            this.lost = lost;
        }

        RetryFile.Known known() {
            return new RetryFile.Known(began, content, answer);
        }
    }

    /**
     * What was kept, and what is to come.
     *
     * @param file where keys outlast the server
     */
    Retries(Clock clock, Texts texts, RetryFile file) {
        this.clock = clock;
        this.texts = texts;
        this.file = file;
        Instant oldest = clock.instant().minus(KEPT);
        Map<String, RetryFile.Known> kept = file.read();
        boolean any = !kept.isEmpty();
        kept.values().removeIf(known -> known.began().isBefore(oldest));
        kept.forEach((key, known) -> {
            Turn turn = new Turn(known.began(), known.content(), known.answer().isEmpty());
            turn.answer = known.answer();
            turns.put(key, turn);
        });
        if (any) {
            file.keep(kept);
        }
    }

    /** Those kept beside the sessions. */
    public static Retries of(Sources sources, Texts texts) {
        return new Retries(
                sources.clock(), texts, new RetryFile(sources.sessions().resolveSibling(".retries")));
    }

    /** Does the work, unless it was done under the key of the request. */
    Answer once(String path, Route.Request request, Supplier<Answer> work) {
        String word = request.header(HEADER);
        if (word.isEmpty()) {
            return work.get();
        }
        if (word.length() > LONGEST) {
            return new Answer.Refused(BAD_REQUEST, texts.text("api.longkey", LONGEST));
        }
        String content = Accounting.hashOf(new TreeMap<>(request.sent().fields()).toString());
        String account = request.caller()
                .account()
                .map(each -> each.version().accountId().toString())
                .orElse("");
        String key = Accounting.hashOf(String.join("\n", account, path, request.address(), word));
        Turn turn = turn(key, content);
        if (!turn.content.equals(content)) {
            return new Answer.Refused(OTHER_CONTENT, texts.text("api.otherkey"));
        }
        synchronized (turn) {
            if (turn.answer.isPresent()) {
                return turn.answer.get();
            }
            return turn.lost ? new Answer.Refused(UNKNOWN_END, texts.text("api.lostkey")) : done(key, turn, work);
        }
    }

    private Answer done(String key, Turn turn, Supplier<Answer> work) {
        file.begun(key, turn.known());
        Optional<Answer> answer = Optional.empty();
        try {
            answer = Optional.of(work.get());
            return answer.get();
        } finally {
            turn.answer = answer.filter(Answer.Stored.class::isInstance).map(Answer.Stored.class::cast);
            if (turn.answer.isEmpty()) {
                file.refused(key, turn.known());
            } else if (!turn.answer.get().address().isEmpty()
                    || !new String(turn.answer.get().content().bytes(), StandardCharsets.UTF_8).contains("\"token\"")) {
                file.done(key, turn.known());
            }
        }
    }

    private synchronized Turn turn(String key, String content) {
        Instant now = clock.instant();
        Iterator<Turn> oldest = turns.values().iterator();
        while (oldest.hasNext()) {
            Turn turn = oldest.next();
            if (turns.size() < MOST && turn.began.plus(KEPT).isAfter(now)) {
                break;
            }
            oldest.remove();
        }
        Optional<Turn> known = Optional.ofNullable(turns.get(key))
                .filter(turn -> turn.lost || turn.answer.isPresent() || turn.content.equals(content));
        Turn turn = known.orElseGet(() -> new Turn(now, content, false));
        turns.put(key, turn);
        if (++written > MOST) {
            written = 0;
            Map<String, RetryFile.Known> kept = new LinkedHashMap<>();
            turns.forEach((each, its) -> kept.put(each, its.known()));
            file.keep(kept);
        }
        return turn;
    }
}
