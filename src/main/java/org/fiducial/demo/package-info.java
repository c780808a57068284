/**
 * The demonstration facility: three invented microscopes and a year of checks, each made by really analysing a
 * simulated bead stack through the code a user's files take. Ways in: {@link org.fiducial.demo.DemoFacility} and
 * {@link org.fiducial.demo.DemoFolder}. May import {@code metrology.quantity}, {@code metrology.image},
 * {@code metrology.simulation}, {@code metrology.protocol}, {@code facility.instrument}, {@code facility.judgement} and
 * {@code facility.check}.
 */
@NullMarked
package org.fiducial.demo;

import org.jspecify.annotations.NullMarked;
