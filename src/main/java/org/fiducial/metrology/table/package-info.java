/**
 * Tables of text and workbooks as rows of cells: encodings, separators, decimal marks, line numbers. Rows are streamed, so
 * that a file of ten million lines needs no more memory than one of ten. Way in: {@link org.fiducial.metrology.table.Table}.
 * Imports nothing of the project; sole owner of the CSV and the XLSX library.
 */
@NullMarked
package org.fiducial.metrology.table;

import org.jspecify.annotations.NullMarked;
