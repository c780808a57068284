/**
 * The command line: one class a command, thin, each with an example in its help. What goes wrong leaves as one sentence on
 * standard error and an exit status: 0 done, 1 done but something failed a limit, 2 bad usage or bad input, 3 internal
 * fault. Way in: {@link org.fiducial.cli.Commands}. May import every package of the facility, {@code metrology.quantity},
 * {@code metrology.protocol} and the other doors but the store. Sole owner of picocli and, with the composition root, of
 * the standard streams.
 */
@NullMarked
package org.fiducial.cli;

import org.jspecify.annotations.NullMarked;
