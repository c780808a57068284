package org.fiducial.web.check;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;

/**
 * A check on its way into the record: what was typed, the files that were sent, and how far it is. Requests and the
 * analysis meet here, so every change goes through its lock.
 */
public final class Draft {

    private final UUID id;
    private final Subject subject;
    private final Path folder;
    private final Origin origin;
    private final DraftKeeper keeper;
    private Map<String, String> typed = Map.of();
    private List<Path> files = List.of();
    private DraftState state = new DraftState.Open();
    private Optional<Attempt> attempt = Optional.empty();
    private int uploads;
    private Instant changed;
    private boolean interrupted;

    /** What is checked, and how. */
    public record Subject(Instrument instrument, Configuration configuration, Catalogue.Entry protocol) {}

    /** Who began it and when; the name is empty where nobody signs in. */
    record Origin(String owner, Instant begun) {}

    /**
     * What somebody entered and sent, as it is kept.
     *
     * @param typed by the name of the field
     * @param files in the order they were sent
     * @param submitted whether the program was to work on it
     * @param recording the check it is on its way to become
     * @param changed when it last was
     */
    record Entered(
            Map<String, String> typed,
            List<Path> files,
            boolean submitted,
            Optional<UUID> recording,
            Instant changed) {}

    Draft(UUID id, Subject subject, Path folder, Origin origin, DraftKeeper keeper) {
        this.id = id;
        this.subject = subject;
        this.folder = folder;
        this.origin = origin;
        this.keeper = keeper;
        this.changed = origin.begun();
    }

    /** A draft as it was kept: what was typed and sent is there, and what the program was working on is begun again. */
    static Draft restored(UUID id, Subject subject, Path folder, Origin origin, DraftKeeper keeper, Entered entered) {
        Draft draft = new Draft(id, subject, folder, origin, keeper);
        draft.typed = Map.copyOf(entered.typed());
        draft.files = List.copyOf(entered.files());
        draft.changed = entered.changed();
        draft.interrupted = entered.submitted();
        draft.uploads = keeper.folders(folder);
        return draft;
    }

    UUID id() {
        return id;
    }

    public Subject subject() {
        return subject;
    }

    Path folder() {
        return folder;
    }

    /** A folder for files sent now, so that they keep their names beside those sent before. */
    synchronized Path nextFolder() {
        return folder.resolve(String.valueOf(++uploads));
    }

    Origin origin() {
        return origin;
    }

    /** When something was last entered. */
    synchronized Instant changed() {
        return changed;
    }

    /** Whether the server ended while it worked on this. */
    synchronized boolean wasInterrupted() {
        return interrupted && state instanceof DraftState.Open;
    }

    String address() {
        return "/new-checks/" + id;
    }

    synchronized Map<String, String> typed() {
        return typed;
    }

    synchronized List<Path> files() {
        return files;
    }

    synchronized DraftState state() {
        return state;
    }

    /** Shows the form again, with fields as they are to stand in it. */
    synchronized void open(Map<String, String> fields) {
        type(fields);
        if (!state.isUnderWay()) {
            state = new DraftState.Open();
        }
    }

    /** Says what is wrong before any work began. */
    synchronized void refuse(String sentence) {
        if (!state.isUnderWay()) {
            state = new DraftState.Refused(sentence);
        }
    }

    /** Takes what was typed, beside what was typed before. */
    synchronized void type(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(typed);
        all.putAll(more);
        typed = Map.copyOf(all);
        keep(false, Optional.empty());
    }

    /** Takes other files instead of those there were. */
    synchronized void replaceFiles(List<Path> others) {
        files = List.copyOf(others);
        keep(false, Optional.empty());
    }

    /** Takes one more file instead of another one, where there was one. */
    synchronized void replaceFile(Optional<Path> old, Path other) {
        List<Path> all = new ArrayList<>(files);
        old.ifPresent(all::remove);
        all.add(other);
        replaceFiles(all);
    }

    /** Says which check this is about to become, so that it is not recorded twice should the power fail now. */
    synchronized void becoming(UUID check) {
        keep(true, Optional.of(check));
    }

    private void keep(boolean submitted, Optional<UUID> recording) {
        if (state instanceof DraftState.Recorded) {
            return;
        }
        changed = keeper.now();
        interrupted = false;
        keeper.keep(this, new Entered(typed, files, submitted, recording, changed));
    }

    /**
     * Goes on from a state in which a person decides to one in which the program works.
     *
     * @return empty if it works already, so that a second click changes nothing
     */
    synchronized Optional<Attempt> start(DraftState next) {
        if (state.isUnderWay() || state instanceof DraftState.Recorded) {
            return Optional.empty();
        }
        Attempt begun = new Attempt(this);
        attempt = Optional.of(begun);
        state = next;
        keep(true, Optional.empty());
        return attempt;
    }

    /** Asks the analysis to stop as soon as it can; one that has not begun never will. */
    synchronized void cancel() {
        attempt.ifPresent(Attempt::stop);
        if (state instanceof DraftState.Queued) {
            state = new DraftState.Cancelled();
        }
    }

    private synchronized void become(Attempt from, DraftState next) {
        if (attempt.filter(current -> current == from).isPresent()) {
            state = next;
        }
    }

    /** One piece of work on a draft: tells it how far it is, as long as no other has begun. */
    static final class Attempt implements Progress {

        private final Draft draft;
        private volatile boolean stopped;

        private Attempt(Draft draft) {
            this.draft = draft;
        }

        void become(DraftState next) {
            draft.become(this, next);
        }

        private void stop() {
            stopped = true;
        }

        @Override
        public void report(long done, long of, String what) {
            become(new DraftState.Running(done, of, what, false));
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    }
}
