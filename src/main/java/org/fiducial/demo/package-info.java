/**
 * The demonstration facility: twelve invented microscopes with a power meter and slides, three years of bead stacks, uniform
 * slides and power logs, each simulated and then really analysed through the code a user's files take. The microscopes are
 * described beside this package in YAML. Ways in: {@link org.fiducial.demo.DemoFacility} and
 * {@link org.fiducial.demo.DemoFolder}. May import {@code metrology.quantity}, {@code metrology.image},
 * {@code metrology.simulation}, {@code metrology.protocol}, {@code facility.instrument}, {@code facility.kit},
 * {@code facility.judgement} and {@code facility.check}.
 */
@NullMarked
package org.fiducial.demo;

import org.jspecify.annotations.NullMarked;
