/**
 * What a user about to publish takes along from the public page of an instrument: the methods section, checklists, and a
 * supplement of checks, identity and pictures; made anew at every request, and an image dropped in is read and forgotten. Way
 * in: {@link org.fiducial.web.methods.MethodsRoutes}. May import the facility, {@code exchange}, {@code settings}, {@code
 * report} and of the web {@code records}, {@code page} and {@code door}.
 */
@NullMarked
package org.fiducial.web.methods;

import org.jspecify.annotations.NullMarked;
