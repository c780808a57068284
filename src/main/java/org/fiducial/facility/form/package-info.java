/**
 * The protocols a facility made itself: forms whose values a person enters, as versions that never change. Way in:
 * {@code OwnProtocolMaker} adds one, {@code OwnCatalogue} gives them to the catalogue. Imports {@code metrology.protocol},
 * {@code facility.instrument} and {@code facility.judgement}.
 */
@NullMarked
package org.fiducial.facility.form;

import org.jspecify.annotations.NullMarked;
