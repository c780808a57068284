/**
 * What a methods section may say of an instrument: sentences made of what the registry, the checks and an image hold, and of
 * nothing else; and what is missing, as questions. Way in: {@link org.fiducial.facility.methods.MethodsParagraph}. Knows no
 * language and nothing of what is public: what it is given may be shown. May import {@code metrology.protocol} and {@code
 * facility.instrument}.
 */
@NullMarked
package org.fiducial.facility.methods;

import org.jspecify.annotations.NullMarked;
