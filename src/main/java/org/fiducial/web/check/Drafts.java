package org.fiducial.web.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks in progress: analyses them in the background, records them, and forgets those nobody touched for a month. */
public final class Drafts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final FacilityRecords records;
    private final CheckRecorder recorder;
    private final Uploads uploads;
    private final DraftShelf shelf;
    private final Supplier<UUID> ids;
    private final Texts texts;
    private final AnalysisQueue queue;
    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

    public Drafts(
            FacilityRecords records,
            CheckRecorder recorder,
            Uploads uploads,
            DraftShelf shelf,
            Supplier<UUID> ids,
            Texts texts) {
        this.shelf = shelf;
        this.records = records;
        this.recorder = recorder;
        this.uploads = uploads;
        this.ids = ids;
        this.texts = texts;
        this.queue = new AnalysisQueue(Runtime.getRuntime().availableProcessors());
        queue.hourly(this::forgetOld);
    }

    /** Takes up what was in progress when the last server ended. */
    public void restore() {
        shelf.all(records).forEach(draft -> drafts.put(draft.id(), draft));
        forgetOld();
    }

    /** A new draft with a folder for its files. */
    Draft begin(Draft.Subject subject, String owner) {
        forgetOld();
        UUID id = ids.get();
        Draft draft = new Draft(
                id,
                subject,
                shelf.folder(id),
                new Draft.Origin(owner, records.clock().instant()),
                shelf);
        drafts.put(id, draft);
        return draft;
    }

    /** The draft of an id as it stands in an address. */
    public Optional<Draft> find(String id) {
        return FacilityRecords.uuid(id).flatMap(known -> Optional.ofNullable(drafts.get(known)));
    }

    /** What is in progress, the one touched last first; what is in the record is not. */
    List<Draft> all() {
        return drafts.values().stream()
                .filter(draft -> !(draft.state() instanceof DraftState.Recorded))
                .sorted(Comparator.comparing(Draft::changed).reversed().thenComparing(Draft::id))
                .toList();
    }

    /** How many analyses wait for their turn. */
    int waiting() {
        return queue.waiting();
    }

    /** Refuses an upload the disk has no room for, before its first byte is written. */
    void requireRoomFor(long bytes) {
        long free = uploads.free();
        if (bytes > free) {
            throw new UnusableInputException(texts.text("draft.room", megabytes(bytes), megabytes(free)));
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + 999_999) / 1_000_000;
    }

    /** Analyses in the background what the function makes of the draft; what is wrong becomes the state of the draft. */
    void analyse(Draft draft, Function<Draft, CheckRecorder.Request> asked) {
        CheckRecorder.Request request;
        try {
            request = asked.apply(draft);
        } catch (UnusableInputException e) {
            draft.refuse(String.valueOf(e.getMessage()));
            return;
        }
        draft.start(new DraftState.Queued())
                .ifPresent(attempt -> queue.add(() -> work(draft, attempt, () -> {
                    attempt.throwIfCancelled();
                    attempt.become(new DraftState.Running(0, 0, "", false));
                    attempt.become(dated(draft.subject().protocol(), request, attempt));
                })));
    }

    /**
     * Analyses. Where nobody typed when the files were acquired, what they say themselves holds; the certificate that
     * speaks for a meter may be another one then.
     */
    private DraftState.Analysed dated(Catalogue.Entry protocol, CheckRecorder.Request request, Progress progress) {
        Check check = recorder.analyse(protocol, request, progress);
        if (request.measuredAt().isPresent()) {
            return new DraftState.Analysed(check, request, DraftState.TimeOrigin.GIVEN);
        }
        Optional<Instant> stated = StatedTime.of(check)
                .filter(time -> !time.isAfter(records.clock().instant()));
        if (stated.isEmpty()) {
            return new DraftState.Analysed(check, request, DraftState.TimeOrigin.NOW);
        }
        CheckRecorder.Request then = new CheckRecorder.Request(
                request.configuration(), request.evidence(), request.reason(), stated, request.signature());
        Check dated = request.evidence().tools().areDated()
                ? recorder.analyse(protocol, then, progress)
                : StatedTime.at(check, stated.get());
        return new DraftState.Analysed(dated, then, DraftState.TimeOrigin.FILE);
    }

    /** Puts an analysed draft into the record, in the background. */
    void record(Draft draft) {
        if (!(draft.state() instanceof DraftState.Analysed analysed)) {
            return;
        }
        draft.start(new DraftState.Running(0, 0, "", true))
                .ifPresent(attempt -> queue.add(() -> work(draft, attempt, () -> {
                    draft.becoming(analysed.check().id());
                    recorder.keep(analysed.check(), analysed.request());
                    attempt.become(new DraftState.Recorded(analysed.check().id()));
                    shelf.remove(draft.folder());
                })));
    }

    /** Forgets a draft and its files; an analysis of it stops. */
    void discard(Draft draft) {
        draft.cancel();
        drafts.remove(draft.id());
        shelf.remove(draft.folder());
    }

    /** The outermost edge of work nobody waits for: whatever happens becomes a sentence on the page of the draft. */
    private void work(Draft draft, Draft.Attempt attempt, Runnable work) {
        try {
            work.run();
        } catch (MissingParameterException e) {
            attempt.become(new DraftState.Asking(e));
        } catch (UnusableInputException e) {
            attempt.become(new DraftState.Refused(String.valueOf(e.getMessage())));
        } catch (AnalysisCancelledException e) {
            attempt.become(new DraftState.Cancelled());
        } catch (OutOfMemoryError e) {
            LOG.error("Not enough memory for draft {}", draft.id(), e);
            attempt.become(new DraftState.Refused(texts.text("draft.memory")));
        } catch (Exception e) {
            LOG.error("Draft {} failed", draft.id(), e);
            attempt.become(new DraftState.Refused(texts.text("draft.fault")));
        }
    }

    private void forgetOld() {
        Instant oldest = records.clock().instant().minus(KEPT);
        drafts.values().stream()
                .filter(draft -> draft.changed().isBefore(oldest))
                .filter(draft -> !draft.state().isUnderWay())
                .toList()
                .forEach(this::discard);
    }

    @Override
    public void close() {
        drafts.values().forEach(Draft::cancel);
        queue.close();
    }
}
