package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Cell;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.FigurePart.MarkerShape;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Scale;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** The parts of figures as JSON and back. A number that is not finite is written as its word. */
final class FigurePartJson {

    private FigurePartJson() {}

    static ObjectNode node(Axis axis) {
        ObjectNode node = object().put("label", axis.label()).put("unit", axis.unit());
        return axis.scale() == Scale.LINEAR ? node : node.put("scale", JsonWords.word(axis.scale()));
    }

    static Axis axis(JsonFields json) {
        return new Axis(
                json.text("label"),
                json.text("unit"),
                json.has("scale") ? json.word("scale", Scale.class) : Scale.LINEAR);
    }

    static ObjectNode node(Panel panel) {
        ObjectNode node = object();
        node.set("y", node(panel.y()));
        ArrayNode curves = node.putArray("curves");
        panel.curves().forEach(curve -> curves.add(node(curve)));
        ArrayNode guides = node.putArray("guides");
        panel.guides().forEach(guide -> guides.add(node(guide)));
        return node;
    }

    static Panel panel(JsonFields json) {
        return new Panel(
                axis(json.object("y")),
                json.list("curves", FigurePartJson::curve),
                json.list("guides", FigurePartJson::guide));
    }

    static ObjectNode node(Curve curve) {
        ObjectNode node = object().put("name", curve.name()).put("style", JsonWords.word(curve.style()));
        node.set("x", numbers(curve.x()));
        node.set("y", numbers(curve.y()));
        return node;
    }

    static Curve curve(JsonFields json) {
        return new Curve(
                json.text("name"), json.word("style", CurveStyle.class), numbers(json, "x"), numbers(json, "y"));
    }

    static ObjectNode node(Guide guide) {
        ObjectNode node = object().put("label", guide.label());
        node.set("at", Digits.EXACT.node(guide.at()));
        return node.put("vertical", guide.vertical()).put("tone", JsonWords.word(guide.tone()));
    }

    static Guide guide(JsonFields json) {
        return new Guide(
                json.text("label"),
                number(json, "at"),
                json.node().path("vertical").booleanValue(),
                json.word("tone", Tone.class));
    }

    static ObjectNode node(MapPoint point) {
        ObjectNode node = object().put("label", point.label());
        node.set("x", Digits.EXACT.node(point.x()));
        node.set("y", Digits.EXACT.node(point.y()));
        node.set("value", Digits.EXACT.node(point.value()));
        point.angleDegrees().ifPresent(angle -> node.set("angle", Digits.EXACT.node(angle)));
        return node;
    }

    static MapPoint point(JsonFields json) {
        OptionalDouble angle = json.has("angle") ? OptionalDouble.of(number(json, "angle")) : OptionalDouble.empty();
        return new MapPoint(number(json, "x"), number(json, "y"), number(json, "value"), angle, json.text("label"));
    }

    static ObjectNode node(Sample sample) {
        ObjectNode node = object().put("name", sample.name());
        node.set("values", numbers(sample.values()));
        return node;
    }

    static Sample sample(JsonFields json) {
        return new Sample(json.text("name"), numbers(json, "values"));
    }

    static ObjectNode node(Tile tile) {
        ObjectNode node = object().put("label", tile.label()).put("colours", JsonWords.word(tile.colours()));
        node.set("raster", RasterJson.node(tile.raster()));
        tile.over().ifPresent(over -> node.set("over", RasterJson.node(over)));
        ArrayNode markers = node.putArray("markers");
        tile.markers().forEach(marker -> markers.add(node(marker)));
        return node;
    }

    static Tile tile(JsonFields json) {
        return new Tile(
                json.text("label"),
                RasterJson.read(json.object("raster")),
                json.word("colours", Colours.class),
                json.list("markers", FigurePartJson::marker),
                json.has("over") ? Optional.of(RasterJson.read(json.object("over"))) : Optional.empty());
    }

    static ObjectNode node(Cell cell) {
        ObjectNode node = object().put("row", cell.row()).put("column", cell.column());
        node.set("share", Digits.EXACT.node(cell.share()));
        ArrayNode lines = node.putArray("lines");
        cell.lines().forEach(lines::add);
        return node;
    }

    static Cell cell(JsonFields json) {
        return new Cell(json.count("row"), json.count("column"), number(json, "share"), texts(json, "lines"));
    }

    static List<String> texts(JsonFields json, String name) {
        return StreamSupport.stream(json.node().path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static ObjectNode node(Marker marker) {
        ObjectNode node = object().put("label", marker.label());
        node.set("x", Digits.EXACT.node(marker.x()));
        node.set("y", Digits.EXACT.node(marker.y()));
        node.set("size", Digits.EXACT.node(marker.size()));
        return node.put("shape", JsonWords.word(marker.shape())).put("tone", JsonWords.word(marker.tone()));
    }

    private static Marker marker(JsonFields json) {
        return new Marker(
                new Marker.Position(number(json, "x"), number(json, "y"), number(json, "size")),
                json.word("shape", MarkerShape.class),
                json.word("tone", Tone.class),
                json.text("label"));
    }

    private static ArrayNode numbers(List<Double> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode(values.size());
        values.forEach(value -> list.add(Digits.EXACT.node(value)));
        return list;
    }

    private static List<Double> numbers(JsonFields json, String name) {
        JsonNode array = json.node().path(name);
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> number(node, name))
                .toList();
    }

    private static double number(JsonFields json, String name) {
        return number(json.node().path(name), name);
    }

    private static double number(JsonNode node, String name) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw JsonFields.broken("figures." + name, "a number");
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
