package org.fiducial.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * How a list is ordered: by the column {@code ?sort=column} names, downwards with a minus before it, as it comes without it.
 * Pages make a link of each heading with it; tables for spreadsheets and programs take the same word.
 */
public final class ListOrder {

    /** The parameter of the address. */
    public static final String QUERY = "sort";

    private static final int LONGEST_WORD = 40;

    private final String address;
    private final Map<String, String> kept;
    private final Optional<String> column;
    private final boolean down;

    private ListOrder(String address, Map<String, String> kept, Optional<String> column, boolean down) {
        this.address = address;
        this.kept = kept;
        this.column = column;
        this.down = down;
    }

    /**
     * What is asked for.
     *
     * @param columns what the list may be ordered by
     * @param kept the other parameters of the address its links keep, such as those of a filter
     */
    public static ListOrder of(Route.Request request, List<String> columns, List<String> kept) {
        ListOrder own = asItComes(request, kept);
        String word = request.query(QUERY);
        if (word.isEmpty()) {
            return own;
        }
        boolean down = word.startsWith("-");
        String column = down ? word.substring(1) : word;
        if (!columns.contains(column)) {
            throw new UnusableInputException("This list is sorted by one of " + String.join(", ", columns)
                    + ", with a minus before it from the other end; '" + shown(word)
                    + "' is none of them.");
        }
        return new ListOrder(own.address, own.kept, Optional.of(column), down);
    }

    /** No order but its own, for a list whose links keep some parameters. */
    public static ListOrder asItComes(Route.Request request, List<String> kept) {
        Map<String, String> values = new TreeMap<>();
        kept.forEach(name -> values.put(name, request.query(name)));
        return new ListOrder(request.address(), values, Optional.empty(), false);
    }

    /** No order of its own. */
    public static ListOrder asItComes() {
        return new ListOrder("", Map.of(), Optional.empty(), false);
    }

    /** The column; nothing where the list stays as it comes. */
    public Optional<String> column() {
        return column;
    }

    /** Whether the largest comes first. */
    public boolean down() {
        return down;
    }

    /** Whether somebody chose an order. */
    public boolean chosen() {
        return column.isPresent();
    }

    /** The word of the address; empty where the list stays as it comes. */
    public String word() {
        return column.map(name -> (down ? "-" : "") + name).orElse("");
    }

    /** The order of a column as people who listen are told it; empty where the list is not ordered by it. */
    public String aria(String name) {
        return column.filter(name::equals)
                .map(each -> down ? "descending" : "ascending")
                .orElse("");
    }

    /** The list ordered by a column, from the other end where it is ordered by it already. */
    public String way(String name) {
        boolean turned = column.filter(name::equals).isPresent() && !down;
        return address(address, (turned ? "-" : "") + name, Map.of());
    }

    /** Another view of the same list in the same order. */
    public String at(String other, Map<String, String> more) {
        return address(other, word(), more);
    }

    /** A part of the list, counted from 1. */
    String part(int page) {
        return address(address, word(), Map.of("page", page == 1 ? "" : String.valueOf(page)));
    }

    /** The query of the same list in the same order. */
    public String query() {
        return address("", word(), Map.of());
    }

    private static String shown(String word) {
        String plain = word.replaceAll("\\p{C}", " ");
        return plain.codePointCount(0, plain.length()) > LONGEST_WORD
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST_WORD)) + "…"
                : plain;
    }

    private String address(String path, String word, Map<String, String> more) {
        Map<String, String> values = new TreeMap<>(kept);
        values.put(QUERY, word);
        values.putAll(more);
        return path + Queries.of(values);
    }
}
