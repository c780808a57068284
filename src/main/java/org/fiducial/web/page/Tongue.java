package org.fiducial.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A language to read a page in.
 *
 * @param tag as addresses and pages write it
 * @param name what its speakers call it
 * @param address of the same page in it
 * @param chosen whether the page is in it now
 */
public record Tongue(String tag, String name, String address, boolean chosen) {

    /**
     * The languages of a page that is asked for.
     *
     * @param chosen the one it is in
     * @param kept the parameters of the address that stay as they are
     */
    public static List<Tongue> of(Route.Request request, PageLanguage chosen, String... kept) {
        Map<String, String> asked = new TreeMap<>();
        List.of(kept).forEach(name -> asked.put(name, request.query(name)));
        return of(request, chosen, asked);
    }

    /**
     * The same for an address whose parameters were understood.
     *
     * @param understood what they mean, by their names
     */
    public static List<Tongue> of(Route.Request request, PageLanguage chosen, Map<String, String> understood) {
        Map<String, String> values = new TreeMap<>(understood);
        return Arrays.stream(PageLanguage.values())
                .map(each -> {
                    values.put(PageLanguage.QUERY, each.tag());
                    return new Tongue(each.tag(), each.title(), request.address() + Queries.of(values), each == chosen);
                })
                .toList();
    }
}
