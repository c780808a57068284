/**
 * How often to check: what the checks of a plan and of its sister instruments say of the interval between them. Pure: a history
 * in, an outcome out; no store, no clock, no words for people. Ways in: {@link org.fiducial.facility.advice.History} for what
 * checks say that were made for one reason or another, {@link org.fiducial.facility.advice.Adviser} for the {@link
 * org.fiducial.facility.advice.Advice}, {@link org.fiducial.facility.advice.Aim} for what an interval is to achieve, {@link
 * org.fiducial.facility.advice.Exposure} for what it costs and risks. The rules it was compared with stand beside it: {@link
 * org.fiducial.facility.advice.Staircase}, {@link org.fiducial.facility.advice.IntervalTest}, {@link
 * org.fiducial.facility.advice.ConstantRate}. May import {@code metrology.numeric} and {@code facility.trend}.
 */
@NullMarked
package org.fiducial.facility.advice;

import org.jspecify.annotations.NullMarked;
