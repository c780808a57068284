/**
 * What a facility says of its doors in {@code settings.yaml} of its data folder: the address people reach its pages at, and
 * how reminders are sent. Its way in is {@link org.fiducial.settings.SettingsFile}. May import {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.settings;

import org.jspecify.annotations.NullMarked;
