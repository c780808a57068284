/**
 * What an instrument is: its make, place, files, components and light paths, and taking them over from a file.
 * Way in: {@link org.fiducial.web.registry.RegistryRoutes}. May import the facility, {@code report} and of the
 * web {@code records}, {@code page}, {@code event}.
 */
@NullMarked
package org.fiducial.web.registry;

import org.jspecify.annotations.NullMarked;
