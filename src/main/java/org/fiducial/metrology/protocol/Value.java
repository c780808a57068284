package org.fiducial.metrology.protocol;

import org.fiducial.metrology.quantity.Quantity;

/** What a parameter or a fact says: a quantity or a word. */
public sealed interface Value {

    /** A number with its unit. */
    record Numeric(Quantity quantity) implements Value {
        @Override
        public String toString() {
            return quantity.toString();
        }
    }

    /** A word, for instance a choice. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }
}
