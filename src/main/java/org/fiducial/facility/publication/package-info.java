/**
 * What a facility lets everybody know: what is public of an instrument, and since when. Nothing is, until somebody says so. Way
 * in: {@code Publication} tells what is public from the versions of {@code Publicity} the port {@code Publicities} keeps. May
 * import {@code metrology.protocol}, {@code facility.instrument} and {@code facility.judgement}; knows nothing of pages.
 */
@NullMarked
package org.fiducial.facility.publication;

import org.jspecify.annotations.NullMarked;
