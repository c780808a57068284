package org.fiducial.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The query of an address. */
final class Queries {

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
}
