package org.fiducial.web.api;

import static org.fiducial.web.api.ApiWrite.Field.choice;
import static org.fiducial.web.api.ApiWrite.Field.text;

import java.util.Arrays;
import java.util.List;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.web.api.ApiWrite.Field;
import org.fiducial.web.api.ApiWrite.Kind;

/** What programs send to change instruments, light paths and components. */
final class ApiRegistryWrites {

    private static final Field BY = text("by", "Who says so; with an account its holder, whatever is sent.");
    private static final Field REASON = text("reason", "Why, for the record.").needed();
    private static final Field VERSION =
            new Field("version", Kind.NUMBER, "The version that was seen; a newer one in the record refuses it.");
    private static final Field NATURE = choice(
            "nature", "Whether the record was wrong or the instrument was changed.", List.of("correction", "change"));
    private static final Field SINCE = new Field("since", Kind.TIME, "When it was changed, with nature change.");
    private static final Field NOTES = text(Fields.NOTES, "What else is to be known.");
    private static final Field PROPERTY =
            new Field("property", Kind.NAMED, "What protocols need to know, by the names of their parameters.");
    private static final Field PART = new Field("part", Kind.WORDS, "The ids of its components.");

    private ApiRegistryWrites() {}

    static final List<ApiWrite> ALL = List.of(
            new ApiWrite(
                    "/instruments/{slug}/edit",
                    "/api/v1/instruments/{slug}",
                    VERSION,
                    text(Fields.NAME, "What people call it."),
                    text(Fields.MANUFACTURER, "Who made it."),
                    text(Fields.MODEL, "Its model."),
                    text(Fields.SERIAL, "Its serial number."),
                    text(Fields.LOCATION, "Where it stands."),
                    new Field(Fields.COMMISSIONED, Kind.DAY, "The day it was first used."),
                    text(Fields.IDENTIFIER, "A DOI, RRID, handle, ARK or lasting https address."),
                    NOTES,
                    NATURE,
                    SINCE,
                    REASON,
                    BY),
            new ApiWrite(
                    "/import-instrument",
                    "/api/v1/import-instrument",
                    text(
                            "yaml",
                            "The description, as 'fiducial instrument import --preview' prints it; or send a file."),
                    new Field(
                            "files",
                            Kind.FILES,
                            "A microscope.json of the Micro-Meta App, an OME-XML file or an OME-TIFF, in a body of"
                                    + " multipart/form-data with the fields beside it."),
                    new Field(
                            "add",
                            Kind.YES,
                            "Add what the file describes at once; without it, the answer is its description."),
                    text(Fields.NAME, "What people call it; that of the description where it is missing."),
                    text("slug", "Its name in addresses; that of the description where it is missing."),
                    text(Fields.SERIAL, "Its serial number."),
                    text(Fields.LOCATION, "Where it stands."),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/software",
                    "/api/v1/instruments/{slug}/software",
                    text("software", "The program.").needed(),
                    text("number", "Its version.").needed(),
                    choice("kind", "What it is.", List.of("software", "firmware")),
                    text("component", "The id of the part it runs on; the whole instrument where it is missing."),
                    new Field("at", Kind.TIME, "Since when it runs; now where it is missing."),
                    text("reason", "Why, for the record."),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/files",
                    "/api/v1/instruments/{slug}/files",
                    text("caption", "What they show."),
                    BY,
                    new Field(
                            "files",
                            Kind.FILES,
                            "Photos and documents, in a body of multipart/form-data with the fields beside them.")),
            new ApiWrite(
                    "/instruments/{slug}/files/{file}/remove",
                    "/api/v1/instruments/{slug}/files/{file}/remove",
                    REASON,
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/service",
                    "/api/v1/instruments/{slug}/service",
                    VERSION,
                    new Field("day", Kind.DAY, "Out of service from this day on."),
                    new Field("back", Kind.YES, "Whether it comes back into service instead."),
                    REASON,
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/new-path",
                    "/api/v1/instruments/{slug}/paths",
                    text(Fields.NAME, "What people call it.").needed(),
                    text("slug", "Its name in addresses; made of the name where it is missing."),
                    PROPERTY,
                    PART,
                    text("reason", "Why, for the record."),
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/paths/{path}",
                    "/api/v1/instruments/{slug}/paths/{path}",
                    VERSION,
                    text(Fields.NAME, "What people call it."),
                    NOTES,
                    PROPERTY,
                    PART,
                    NATURE,
                    SINCE,
                    REASON,
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/paths/{path}/service",
                    "/api/v1/instruments/{slug}/paths/{path}/service",
                    VERSION,
                    new Field("at", Kind.TIME, "Since when it is used no more, or again; now where it is missing."),
                    new Field("back", Kind.YES, "Whether it comes into use again instead of being retired."),
                    REASON,
                    BY),
            new ApiWrite(
                    "/instruments/{slug}/new-component",
                    "/api/v1/instruments/{slug}/components",
                    choice(
                                    "kind",
                                    "What it is.",
                                    Arrays.stream(Component.Kind.values())
                                            .map(Component.Kind::word)
                                            .toList())
                            .needed(),
                    text(Fields.NAME, "What people call it, for instance 63x/1.4 oil.")
                            .needed(),
                    text(Fields.MANUFACTURER, "Who made it."),
                    text(Fields.MODEL, "Its model."),
                    text(Fields.SERIAL, "Its serial number."),
                    PROPERTY,
                    new Field("at", Kind.TIME, "Since when it is there; now where it is missing."),
                    text("reason", "Why, for the record."),
                    BY),
            new ApiWrite(
                    "/components/{id}/edit",
                    "/api/v1/components/{id}",
                    VERSION,
                    text(Fields.NAME, "What people call it."),
                    text(Fields.MANUFACTURER, "Who made it."),
                    text(Fields.MODEL, "Its model."),
                    text(Fields.SERIAL, "Its serial number."),
                    PROPERTY,
                    NOTES,
                    REASON,
                    BY),
            new ApiWrite(
                    "/components/{id}/move",
                    "/api/v1/components/{id}/moves",
                    text("to", "The slug of an instrument, or stored, or retired.")
                            .needed(),
                    new Field("at", Kind.TIME, "When it was moved; now where it is missing."),
                    REASON,
                    BY));
}
