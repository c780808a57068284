package org.fiducial.metrology.table;

/** Sees the rows of a table one after the other. */
@FunctionalInterface
public interface RowVisitor {

    /**
     * Takes a row.
     *
     * @param row valid until this call returns
     * @return whether the next row is wanted
     */
    boolean visit(TableRow row);
}
