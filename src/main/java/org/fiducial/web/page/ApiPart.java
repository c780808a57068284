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

    /**
     * The part of a list.
     *
     * @param most so many stand in a part
     * @param queries what else the address may ask for, which the next part asks for too
     */
    public static <T> ApiPart<T> of(
            Route.Request request, List<T> all, int most, String address, List<String> queries) {
        Map<String, String> asked = new HashMap<>();
        queries.forEach(name -> asked.put(name, request.query(name)));
        return of(Queries.page(request), all, most, address, asked);
    }

    /** The part of a number from 1 on. */
    public static <T> ApiPart<T> of(int page, List<T> all, int most, String address, Map<String, String> asked) {
        long from = Math.min((page - 1L) * most, all.size());
        long to = Math.min(from + most, all.size());
        Map<String, String> next = new HashMap<>(asked);
        next.put("page", String.valueOf(page + 1));
        return new ApiPart<>(
                List.copyOf(all.subList((int) from, (int) to)),
                all.size(),
                to < all.size() ? address + Queries.of(next) : "");
    }

    /** Says how many there are and where the next are. */
    public void describe(ObjectNode node) {
        node.put("total", total);
        if (!next.isEmpty()) {
            node.put("next", next);
        }
    }
}
