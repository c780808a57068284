package org.fiducial.web.page;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.settings.Settings;

/**
 * What pages cannot make themselves.
 *
 * @param ids new identifiers
 * @param hashing where hashes are computed while a module reads
 * @param uploads folder for files that are being sent; checks in progress are in the folder {@code drafts} beside it
 * @param demonstration whether the record is the demonstration, which takes no real data
 * @param examples a typical run of a protocol by its id, made anew at every call
 * @param copy writes a backup
 * @param sessions a file for sessions, which outlast the server
 * @param reminding how reminders are sent; empty where none ever are
 * @param settings what the facility says of its doors, read anew at every call
 * @param software this program with its version and build, as it names itself
 */
public record Sources(
        Clock clock,
        Supplier<UUID> ids,
        Executor hashing,
        Path uploads,
        boolean demonstration,
        Function<String, Optional<AnalysisResult>> examples,
        RecordCopy copy,
        Path sessions,
        Supplier<Settings> settings,
        Optional<Reminding> reminding,
        String software) {}
