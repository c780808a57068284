package org.fiducial.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.report.Texts;

/**
 * Does once what a program sends twice because the answer got lost: what came under a key is answered again as it was, for a
 * day. A refusal is not kept, because it can be mended. The keys are forgotten when the server stops.
 */
final class Retries {

    static final String HEADER = "Idempotency-Key";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int MOST = 10_000;
    private static final int LONGEST = 200;
    private static final int BAD_REQUEST = 400;
    private static final int OTHER_CONTENT = 422;

    private final Clock clock;
    private final Texts texts;
    private final Map<Key, Turn> turns = new LinkedHashMap<>();

    private record Key(Optional<UUID> account, String path, String subject, String word) {}

    /** What came of a key; who comes second waits for the first. */
    private static final class Turn {
        private final Instant began;
        private final int content;
        private Optional<Answer> answer = Optional.empty();

        Turn(Instant began, int content) {
            this.began = began;
            this.content = content;
        }
    }

    Retries(Clock clock, Texts texts) {
        this.clock = clock;
        this.texts = texts;
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
        int content = request.sent().fields().hashCode();
        Turn turn = turn(
                new Key(
                        request.caller().account().map(account -> account.version()
                                .accountId()),
                        path,
                        request.address(),
                        word),
                content);
        if (turn.content != content) {
            return new Answer.Refused(OTHER_CONTENT, texts.text("api.otherkey"));
        }
        synchronized (turn) {
            if (turn.answer.isPresent()) {
                return turn.answer.get();
            }
            Answer answer = work.get();
            if (answer instanceof Answer.Stored) {
                turn.answer = Optional.of(answer);
            }
            return answer;
        }
    }

    private synchronized Turn turn(Key key, int content) {
        Instant now = clock.instant();
        Iterator<Turn> oldest = turns.values().iterator();
        while (oldest.hasNext()) {
            Turn turn = oldest.next();
            if (turns.size() < MOST && turn.began.plus(KEPT).isAfter(now)) {
                break;
            }
            oldest.remove();
        }
        Optional<Turn> known =
                Optional.ofNullable(turns.get(key)).filter(turn -> turn.answer.isPresent() || turn.content == content);
        Turn turn = known.orElseGet(() -> new Turn(now, content));
        turns.put(key, turn);
        return turn;
    }
}
