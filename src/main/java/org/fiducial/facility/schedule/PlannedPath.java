package org.fiducial.facility.schedule;

import java.util.UUID;

/**
 * A light path as lists name it.
 *
 * @param configurationId the light path
 * @param instrumentSlug the instrument's name in addresses
 * @param instrument what people call the instrument
 * @param slug the light path's name in addresses
 * @param name what people call the light path
 */
public record PlannedPath(UUID configurationId, String instrumentSlug, String instrument, String slug, String name) {

    /** As commands write it: {@code lsm-1/oil63-488}. */
    public String address() {
        return instrumentSlug + "/" + slug;
    }
}
