package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How many digits of a number are written. */
enum Digits {
    /**
     * Twelve significant digits, for files that leave the house: more than any measurement carries, and few enough that
     * the last bit of a sum does not change the bytes.
     */
    TWELVE {
        @Override
        JsonNode node(double value) {
            BigDecimal rounded = new BigDecimal(value)
                    .round(new MathContext(12, RoundingMode.HALF_EVEN))
                    .stripTrailingZeros();
            return DecimalNode.valueOf(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
        }
    },
    /** Every bit, for the record. */
    EXACT {
        @Override
        JsonNode node(double value) {
            return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(Double.toString(value));
        }
    };

    /** The number as JSON. */
    abstract JsonNode node(double value);
}
