/**
 * What everybody may see without an account: published instruments and their state. Way in: {@link
 * org.fiducial.web.publication.PublicationRoutes}. What is hidden is answered like what is not there. May import the facility,
 * {@code settings}, {@code report} and of the web {@code records}, {@code page}, {@code instrument}.
 */
@NullMarked
package org.fiducial.web.publication;

import org.jspecify.annotations.NullMarked;
