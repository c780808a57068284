package org.fiducial.facility.instrument;

/**
 * Who built a thing, and which one of them it is; each may be empty where it is not known.
 *
 * @param manufacturer the maker
 * @param model the maker's name of the product
 * @param serial the maker's serial number
 */
public record Make(String manufacturer, String model, String serial) {

    /** Nothing known. */
    public static Make unknown() {
        return new Make("", "", "");
    }

    /** Maker and product in one text; empty where neither is known. */
    public String title() {
        return (manufacturer + " " + model).strip();
    }
}
