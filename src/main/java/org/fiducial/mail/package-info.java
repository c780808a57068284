/**
 * Mail: what is handed to a server, how, and what became of it. Ways in: {@link org.fiducial.mail.Post} hands one letter
 * over, {@link org.fiducial.mail.Reminding} sends what is due once. Sole owner of the mail library. May import {@code
 * metrology.protocol}, {@code facility.reminder} and {@code settings}.
 */
@NullMarked
package org.fiducial.mail;

import org.jspecify.annotations.NullMarked;
