package org.fiducial.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The query of an address. */
public final class Queries {

    private static final int MOST = 1_000_000;

    private Queries() {}

    /** With its question mark, empty values left out; empty where nothing is left. */
    static String of(Map<String, String> values) {
        String query = new TreeMap<>(values)
                .entrySet().stream()
                        .filter(each -> !each.getValue().isBlank())
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** The page of a long list that is asked for, from 1 on. */
    public static int page(Route.Request request) {
        String text = request.query("page");
        return text.matches("[1-9][0-9]{0,8}") ? Math.min(Integer.parseInt(text), MOST) : 1;
    }
}
