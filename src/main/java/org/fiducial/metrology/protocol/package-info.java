/**
 * The contract every protocol module fulfils and the words its results are written in: definitions read from {@code
 * protocols/}, parameters with their origin, measurements, items, remarks and figures as values. Ways in:
 * {@link org.fiducial.metrology.protocol.ProtocolModule} for those who analyse and
 * {@link org.fiducial.metrology.protocol.AnalysisResult} for those who read; {@link
 * org.fiducial.metrology.protocol.YamlDocument} for any YAML file. May import {@code metrology.quantity}. Sole
 * owner of YAML.
 */
@NullMarked
package org.fiducial.metrology.protocol;

import org.jspecify.annotations.NullMarked;
