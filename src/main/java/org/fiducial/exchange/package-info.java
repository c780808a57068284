/**
 * What crosses the border of the house. So far: instruments as files describe them – our own YAML, {@code microscope.json} of
 * the Micro-Meta App, OME-XML and the images that carry it. Way in: {@link
 * org.fiducial.exchange.InstrumentImport}, which shows what would be taken over and what could not be placed, and {@link
 * org.fiducial.exchange.InstrumentFile}, which adds what a person confirmed. May import {@code metrology.quantity}, {@code
 * metrology.protocol}, {@code metrology.image} and the facility's packages; XML is read here and in {@code metrology.image}.
 */
@NullMarked
package org.fiducial.exchange;

import org.jspecify.annotations.NullMarked;
