package org.fiducial.facility.service;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Optional;

/**
 * What an event cost.
 *
 * @param time time the instrument could not be used [min], at least 0
 * @param expense what was paid, where it is known
 */
public record Loss(Duration time, Optional<Expense> expense) {

    public Loss {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time lost is at least zero, was " + time);
        }
    }

    /** Nothing known to be lost. */
    public static Loss none() {
        return new Loss(Duration.ZERO, Optional.empty());
    }

    /** An amount of money, at least 0. */
    public record Expense(BigDecimal amount, Currency currency) {

        public Expense {
            if (amount.signum() < 0) {
                throw new IllegalArgumentException("an expense is at least zero, was " + amount);
            }
        }
    }
}
