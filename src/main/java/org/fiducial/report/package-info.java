/**
 * Figures and documents: draws the figures of a result and fills the templates of {@code reports/} for pages, files and
 * PDF. Ways in: {@link org.fiducial.report.FigureRenderer} draws, {@link org.fiducial.report.Templates} fills templates,
 * {@link org.fiducial.report.AnalysisReport} writes the report of one analysis. May import {@code metrology.quantity},
 * {@code metrology.protocol} and the facility. Sole owner of the drawing, template and PDF libraries.
 */
@NullMarked
package org.fiducial.report;

import org.jspecify.annotations.NullMarked;
