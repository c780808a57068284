package org.fiducial.web.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a long list for machines: the page that was asked for, how many there are in all, and where the next part is.
 *
 * @param next the address of the next part; empty text on the last
 */
public record ApiPart<T>(List<T> items, int total, String next) {

    /** Gives the items of a long list from one place, counted from 0, to before another. */
    @FunctionalInterface
    public interface Stretch<T> {

        List<T> read(int from, int to);
    }

    /**
     * The part of a list.
     *
     * @param most so many stand in a part
     * @param queries what else the address may ask for, which the next part asks for too
     */
    public static <T> ApiPart<T> of(
            Route.Request request, List<T> all, int most, String address, List<String> queries) {
        return of(Queries.page(request), all, most, address, asked(request, queries));
    }

    /** The part of a list at the address of the request, of which only this part is read. */
    public static <T> ApiPart<T> of(
            Route.Request request, int total, int most, Stretch<T> stretch, List<String> queries) {
        return of(Queries.page(request), total, most, stretch, request.address(), asked(request, queries));
    }

    /** The part of a number from 1 on. */
    public static <T> ApiPart<T> of(int page, List<T> all, int most, String address, Map<String, String> asked) {
        return of(page, all.size(), most, all::subList, address, asked);
    }

    private static <T> ApiPart<T> of(
            int page, int total, int most, Stretch<T> stretch, String address, Map<String, String> asked) {
        long from = Math.min((page - 1L) * most, total);
        long to = Math.min(from + most, total);
        Map<String, String> next = new HashMap<>(asked);
        next.put("page", String.valueOf(page + 1));
        return new ApiPart<>(
                List.copyOf(stretch.read((int) from, (int) to)), total, to < total ? address + Queries.of(next) : "");
    }

    private static Map<String, String> asked(Route.Request request, List<String> queries) {
        Map<String, String> asked = new HashMap<>();
        queries.forEach(name -> asked.put(name, request.query(name)));
        return asked;
    }

    /** Says how many there are and where the next are. */
    public void describe(ObjectNode node) {
        node.put("total", total);
        if (!next.isEmpty()) {
            node.put("next", next);
        }
    }
}
