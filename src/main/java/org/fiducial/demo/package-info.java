/**
 * The demonstration facility: three invented microscopes with a power meter, a year of bead stacks in one colour and
 * two, two years of uniform slides and power logs, each simulated and then really analysed through the code a user's files take. Ways in: {@link org.fiducial.demo.DemoFacility} and
 * {@link org.fiducial.demo.DemoFolder}. May import {@code metrology.quantity}, {@code metrology.image},
 * {@code metrology.simulation}, {@code metrology.protocol}, {@code facility.instrument}, {@code facility.kit},
 * {@code facility.judgement} and {@code facility.check}.
 */
@NullMarked
package org.fiducial.demo;

import org.jspecify.annotations.NullMarked;
