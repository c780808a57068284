/**
 * Which reminders were sent to whom, and when the next one is due. Its way in is {@link
 * org.fiducial.facility.reminder.Outbox}, the record of it. Imports nothing of the project.
 */
@NullMarked
package org.fiducial.facility.reminder;

import org.jspecify.annotations.NullMarked;
