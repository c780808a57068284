package org.fiducial.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What a list at hand may be ordered by. Rows that are alike stay as they came; those without a value come last either way. */
public final class Columns<T> {

    private final Map<String, UnaryOperator<List<T>>> up = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<List<T>>> down = new LinkedHashMap<>();

    /** A column of something that has an order. */
    public <K extends Comparable<? super K>> Columns<T> by(String name, Function<T, Optional<K>> key) {
        return by(name, key, Comparator.naturalOrder());
    }

    /** A column of texts, in which 10x comes before 63x and capitals do not matter. */
    public Columns<T> text(String name, Function<T, String> text) {
        return by(name, row -> Optional.of(text.apply(row)).filter(each -> !each.isEmpty()), NaturalOrder.TEXTS);
    }

    private <K> Columns<T> by(String name, Function<T, Optional<K>> key, Comparator<? super K> order) {
        up.put(name, rows -> ordered(rows, key, order));
        down.put(name, rows -> ordered(rows, key, order.reversed()));
        return this;
    }

    private record Keyed<T, K>(T row, Optional<K> key) {}

    private static <T, K> List<T> ordered(List<T> rows, Function<T, Optional<K>> key, Comparator<? super K> order) {
        List<Keyed<T, K>> keyed = new ArrayList<>();
        rows.forEach(row -> keyed.add(new Keyed<>(row, key.apply(row))));
        keyed.sort((one, other) -> one.key().isPresent() && other.key().isPresent()
                ? order.compare(one.key().orElseThrow(), other.key().orElseThrow())
                : Boolean.compare(one.key().isEmpty(), other.key().isEmpty()));
        return keyed.stream().map(Keyed::row).toList();
    }

    /** Their words in addresses. */
    List<String> names() {
        return List.copyOf(up.keySet());
    }

    /** How a request wants the list, for a page whose links keep some parameters. */
    public ListOrder asked(Route.Request request, String... kept) {
        return ListOrder.of(request, names(), List.of(kept));
    }

    /** The list as a request wants it. */
    public List<T> sorted(List<T> rows, Route.Request request) {
        return sorted(rows, asked(request));
    }

    /** The list in an order. */
    public List<T> sorted(List<T> rows, ListOrder order) {
        return order.column()
                .flatMap(name -> Optional.ofNullable((order.down() ? down : up).get(name)))
                .map(each -> each.apply(rows))
                .orElse(rows);
    }
}
