package org.fiducial.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;

/** Why an item was rejected or flagged, as a sentence with its number and its limit. */
public final class ReasonText {

    private static final MathContext SHORT = new MathContext(2);
    private static final MathContext FULL = new MathContext(4);

    private ReasonText() {}

    /** The sentence of a reason for an item of a kind; one without numbers is named in a few words. */
    public static String of(String kind, Reason reason, Texts texts) {
        Optional<String> value = reason.value().map(number -> number(number, reason.limit()));
        Optional<String> limit = reason.limit().map(number -> rounded(number, FULL));
        if (value.isEmpty() || limit.isEmpty()) {
            Optional<String> bare = texts.bareReason(kind, reason.code());
            if (value.isEmpty() && bare.isPresent()) {
                return bare.get();
            }
            String name = name(kind, reason.code(), texts);
            return value.map(number -> texts.text("reason.with.value", name, number))
                    .orElse(name);
        }
        return texts.reason(kind, reason.code(), value.get(), limit.get())
                .orElseGet(() ->
                        texts.text("reason.with.limit", name(kind, reason.code(), texts), value.get(), limit.get()));
    }

    /** What stands before the colon; for a code without a text its own words. */
    private static String name(String kind, String code, Texts texts) {
        return texts.reason(kind, code, "", "")
                .map(sentence -> sentence.split(":", 2)[0])
                .orElseGet(() -> code.toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    /** Two digits, unless they would read like the limit that the value is beyond. */
    private static String number(Quantity value, Optional<Quantity> limit) {
        String two = rounded(value, SHORT);
        boolean alike =
                limit.map(found -> rounded(found, FULL)).filter(two::equals).isPresent();
        return alike ? rounded(value, FULL) : two;
    }

    /** Whole numbers and those from 100 on keep all digits before the point. */
    private static String rounded(Quantity quantity, MathContext digits) {
        double value = quantity.value();
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
        double shown =
                whole ? Math.rint(value) : new BigDecimal(value).round(digits).doubleValue();
        return NumberText.of(new Quantity(shown, quantity.unit()));
    }
}
