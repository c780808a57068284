package org.fiducial.facility.publication;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Everything a statement says, as canonical JSON: UTF-8, no white space, names in the order of their code points, numbers with
 * twelve significant digits at most. Two parts: {@code issue}, what differs from copy to copy, and {@code said}, the content; the
 * same content has the same {@link #contentSha256()} whenever it is asked for.
 */
public final class FrozenRecord {

    /** What the document is; a later form gets another number, and this one stays readable. */
    public static final String FORMAT = "fiducial-qc-statement/1";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final byte[] bytes;
    private final JsonNode tree;

    private FrozenRecord(byte[] bytes, JsonNode tree) {
        this.bytes = bytes;
        this.tree = tree;
    }

    /**
     * What is not content.
     *
     * @param number of the statement
     * @param at when it was issued
     * @param software that composed it, with its version
     * @param chainHead hash of the newest row of the facility's audit; empty before the first
     * @param address of the statement's page; empty where nobody said how the pages are reached
     */
    public record Issue(
            String number, Instant at, String software, Optional<String> chainHead, Optional<String> address) {}

    /** A record of some content. */
    public static FrozenRecord of(Issue issue, ObjectNode said) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        ObjectNode about = root.putObject("issue");
        about.put("number", issue.number());
        about.put("at", issue.at().toString());
        about.put("software", issue.software());
        issue.chainHead().ifPresent(head -> about.put("auditHead", head));
        issue.address().ifPresent(address -> about.put("address", address));
        root.set("said", said);
        return read(canonical(root));
    }

    /**
     * A record as it was issued; the bytes stay as they are.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FrozenRecord read(byte[] bytes) {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (tree == null || !tree.path("said").isObject()) {
                throw new IllegalArgumentException("a record of a statement is a JSON object with the part 'said'");
            }
            return new FrozenRecord(bytes.clone(), tree);
        } catch (IOException e) {
            throw new IllegalArgumentException("a record of a statement is JSON", e);
        }
    }

    /** The SHA-256 some content will have. */
    public static String contentSha256(ObjectNode said) {
        return Fingerprint.of(canonical(said));
    }

    /** The record as it is downloaded. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The content. */
    public JsonNode said() {
        return tree.path("said");
    }

    /** All of it. */
    public JsonNode tree() {
        return tree.deepCopy();
    }

    /** What is not content. */
    public JsonNode issue() {
        return tree.path("issue");
    }

    /** Of all of it. */
    public String sha256() {
        return Fingerprint.of(bytes);
    }

    /** Of what it says, whenever it was issued. */
    public String contentSha256() {
        return Fingerprint.of(canonical(said()));
    }

    private static byte[] canonical(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(sorted(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            node.forEach(each -> array.add(sorted(each)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        ObjectNode object = JSON.createObjectNode();
        names.forEach(name -> object.set(name, sorted(node.path(name))));
        return object;
    }
}
