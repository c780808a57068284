package org.fiducial.store;

/**
 * What came of restoring a backup.
 *
 * @param note what the backup said of itself
 * @param found what an examination of the restored record found
 */
public record Restored(BackupNote note, Verification found) {}
