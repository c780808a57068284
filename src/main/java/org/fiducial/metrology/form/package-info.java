/**
 * The protocols that are entered by hand, such as {@code incubator} or those a facility made: what a person typed into the
 * fields of a form becomes measurements like any other. Way in: {@code FormModule}. Imports {@code metrology.quantity} and
 * {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.metrology.form;

import org.jspecify.annotations.NullMarked;
