/**
 * The record on disk: what {@code facility} asks for, in jOOQ over SQLite or PostgreSQL, the input files by content, the
 * migrations in {@code schemas/sql} and the audit chain. Way in: {@link org.fiducial.store.Store}. May import {@code
 * metrology.quantity}, {@code metrology.protocol} and the facility's packages. Sole owner of jOOQ and {@code java.sql}.
 */
@NullMarked
package org.fiducial.store;

import org.jspecify.annotations.NullMarked;
