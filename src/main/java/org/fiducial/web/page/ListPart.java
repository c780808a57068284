package org.fiducial.web.page;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a long list on a page: what stands in it, where it lies in the whole, and the parts beside it. Its links keep the
 * filter and the order of the list.
 *
 * @param items what stands in it
 * @param first the place of its first in the whole, counted from 1
 * @param total how many there are in all
 * @param links where it and the parts beside it are
 */
public record ListPart<T>(List<T> items, int first, int total, Links links) {

    /**
     * Where parts are.
     *
     * @param here the address of this part
     * @param before that of the part before it; empty text on the first
     * @param after that of the part after it; empty text on the last
     */
    public record Links(String here, String before, String after) {}

    public ListPart {
        items = List.copyOf(items);
    }

    /**
     * The part of a list at hand that a request asks for; beyond the end its last.
     *
     * @param most so many stand in a part
     * @param order how the list is ordered and filtered
     */
    public static <T> ListPart<T> of(Route.Request request, List<T> all, int most, ListOrder order) {
        return of(request, all.size(), most, order, all::subList);
    }

    /** The part of a list of which only this part is read. */
    public static <T> ListPart<T> of(
            Route.Request request, int total, int most, ListOrder order, ApiPart.Stretch<T> stretch) {
        int page = page(request, total, most);
        int from = (page - 1) * most;
        return at(page, stretch.read(from, Math.min(from + most, total)), total, most, order);
    }

    /** The part a request asks for of so many, from 1 on; beyond the end the last. */
    public static int page(Route.Request request, int total, int most) {
        return Math.min(Queries.page(request), pages(total, most));
    }

    /** A part of a number that was read by itself. */
    public static <T> ListPart<T> at(int page, List<T> items, int total, int most, ListOrder order) {
        return new ListPart<>(
                items,
                (page - 1) * most + 1,
                total,
                new Links(
                        order.part(page),
                        page > 1 ? order.part(page - 1) : "",
                        page < pages(total, most) ? order.part(page + 1) : ""));
    }

    private static int pages(int total, int most) {
        return Math.max(1, (total + most - 1) / most);
    }

    /** The same part, each thing made into another. */
    public <R> ListPart<R> map(Function<? super T, ? extends R> change) {
        return new ListPart<>(items.stream().<R>map(change).toList(), first, total, links);
    }

    /** The place of its last in the whole. */
    public int last() {
        return first + items.size() - 1;
    }

    /** Whether there is more than this part. */
    public boolean several() {
        return items.size() < total;
    }
}
