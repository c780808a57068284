package org.fiducial.exchange;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Text between double quotes, as JSON and YAML both read it. */
final class Quoted {

    private Quoted() {}

    static String text(String value) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
