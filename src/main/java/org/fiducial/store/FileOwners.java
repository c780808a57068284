package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ATTACHMENT;
import static org.fiducial.store.generated.Tables.CHECK_INPUT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fiducial.store.generated.tables.records.CheckInputRecord;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * What refers to kept files: inputs of checks, the lists of the folders among them, and attachments. Nothing of it is held:
 * hashes come one after the other, and whose one is, is asked of the few something is wrong with.
 *
 * @param database the rows
 * @param place where the file of a hash is, if it can have one
 */
record FileOwners(Database database, Place place) {

    private static final String FOLDER = "folder";
    private static final int HASH_DIGITS = 64;

    /** Where files are. */
    @FunctionalInterface
    interface Place {
        Optional<Path> of(String sha256);
    }

    /** A part of a folder, and the first input that has it. */
    private record Part(CheckInputRecord input, String name) {

        String words() {
            return "'" + name + "' in input '" + input.getName() + "' of check " + input.getCheckId();
        }
    }

    /** Names every hash something refers to; some more than once. */
    void eachHash(Consumer<String> each) {
        database.stream(context -> {
            eachHash(context, CHECK_INPUT.SHA256, DSL.noCondition(), each);
            eachFolder(context, folder -> eachPart(folder, (hash, name) -> each.accept(hash)));
            eachHash(context, ATTACHMENT.SHA256, DSL.noCondition(), each);
            return true;
        });
    }

    /** Whose the files are: the first input that is one, else the first folder with such a part, else an attachment. */
    Map<String, String> of(Set<String> hashes) {
        Map<String, String> owners = new HashMap<>();
        if (hashes.isEmpty()) {
            return owners;
        }
        return database.stream(context -> {
            hashes.forEach(hash -> firstInput(context, hash)
                    .ifPresent(input ->
                            owners.put(hash, "input '" + input.getName() + "' of check " + input.getCheckId())));
            if (!owners.keySet().containsAll(hashes)) {
                parts(context, hashes).forEach((hash, part) -> owners.putIfAbsent(hash, part.words()));
                hashes.stream().filter(hash -> !owners.containsKey(hash)).forEach(hash -> attachment(context, hash)
                        .ifPresent(owner -> owners.put(hash, owner)));
            }
            return owners;
        });
    }

    private Map<String, Part> parts(DSLContext context, Set<String> hashes) {
        Comparator<Part> order = Comparator.<Part, String>comparing(
                        part -> part.input().getCheckId())
                .thenComparing(part -> part.input().getPosition());
        Map<String, Part> parts = new HashMap<>();
        eachFolder(context, folder -> {
            CheckInputRecord input = firstInput(context, folder).orElseThrow();
            eachPart(folder, (hash, name) -> {
                if (hashes.contains(hash)) {
                    parts.merge(
                            hash, new Part(input, name), (one, other) -> order.compare(one, other) <= 0 ? one : other);
                }
            });
        });
        return parts;
    }

    private static Optional<CheckInputRecord> firstInput(DSLContext context, String sha256) {
        return context.selectFrom(CHECK_INPUT)
                .where(CHECK_INPUT.SHA256.eq(sha256))
                .orderBy(CHECK_INPUT.CHECK_ID, CHECK_INPUT.POSITION)
                .limit(1)
                .fetchOptional();
    }

    private static Optional<String> attachment(DSLContext context, String sha256) {
        return context.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.SHA256.eq(sha256))
                .orderBy(ATTACHMENT.ATTACHMENT_ID)
                .limit(1)
                .fetchOptional(row -> "attachment '" + row.getName() + "' of instrument " + row.getInstrumentId());
    }

    private static void eachFolder(DSLContext context, Consumer<String> each) {
        eachHash(context, CHECK_INPUT.SHA256, CHECK_INPUT.FORM.eq(FOLDER), each);
    }

    private static void eachHash(
            DSLContext context, TableField<?, String> column, Condition condition, Consumer<String> each) {
        ResultQuery<Record1<String>> query = context.selectDistinct(column)
                .from(column.getTable())
                .where(condition)
                .orderBy(column);
        try (Cursor<Record1<String>> hashes = Database.streamed(query)) {
            hashes.forEach(row -> each.accept(row.value1()));
        }
    }

    /** A folder is kept as the list of its files. */
    private void eachPart(String folder, BiConsumer<String, String> each) {
        Optional<Path> list = place.of(folder).filter(Files::isRegularFile);
        if (list.isEmpty()) {
            return;
        }
        try (Stream<String> lines = Files.lines(list.get())) {
            lines.filter(line -> line.length() > HASH_DIGITS)
                    .forEach(line -> each.accept(
                            line.substring(0, HASH_DIGITS),
                            line.substring(HASH_DIGITS).strip()));
        } catch (IOException | UncheckedIOException e) {
            // Hashing it again says what is wrong with it.
            return;
        }
    }
}
