package org.fiducial.facility.check;

import java.util.Optional;
import java.util.UUID;

/** How a facility reads tables of no known kind. Append-only: of one header the newest counts. */
public interface ColumnMappings {

    /** Keeps what a person confirmed. */
    void confirm(ConfirmedColumns columns);

    /**
     * What was confirmed last for a header.
     *
     * @param configurationId a light path of the facility
     */
    Optional<ConfirmedColumns> of(UUID configurationId, String header);

    /** A facility that keeps none. */
    static ColumnMappings none() {
        return new ColumnMappings() {
            @Override
            public void confirm(ConfirmedColumns columns) {}

            @Override
            public Optional<ConfirmedColumns> of(UUID configurationId, String header) {
                return Optional.empty();
            }
        };
    }
}
