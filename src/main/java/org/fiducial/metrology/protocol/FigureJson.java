package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.fiducial.metrology.protocol.Figure.Curves;
import org.fiducial.metrology.protocol.Figure.Distribution;
import org.fiducial.metrology.protocol.Figure.FieldMap;
import org.fiducial.metrology.protocol.Figure.Gallery;
import org.fiducial.metrology.protocol.Figure.ImagePanel;
import org.fiducial.metrology.protocol.Figure.Matrix;
import org.fiducial.metrology.protocol.Figure.Panels;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Marks;

/** Figures as JSON and back. */
final class FigureJson {

    private FigureJson() {}

    static ObjectNode node(Figure figure) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", figure.caption().id());
        node.put("title", figure.caption().title());
        node.put("text", figure.caption().text());
        if (figure instanceof ImagePanel panel) {
            node.put("kind", "image-panel").put("columns", panel.columns());
            return with(node, "tiles", panel.tiles(), FigurePartJson::node);
        }
        if (figure instanceof Gallery gallery) {
            node.put("kind", "gallery");
            return with(node, "tiles", gallery.tiles(), FigurePartJson::node);
        }
        if (figure instanceof Curves curves) {
            node.put("kind", "curves");
            node.set("x", FigurePartJson.node(curves.x()));
            node.set("y", FigurePartJson.node(curves.y()));
            with(node, "curves", curves.curves(), FigurePartJson::node);
            return with(node, "guides", curves.guides(), FigurePartJson::node);
        }
        if (figure instanceof Panels panels) {
            node.put("kind", "panels");
            node.set("x", FigurePartJson.node(panels.x()));
            return with(node, "panels", panels.panels(), FigurePartJson::node);
        }
        if (figure instanceof FieldMap map) {
            node.put("kind", "field-map");
            node.set("x", FigurePartJson.node(map.x()));
            node.set("y", FigurePartJson.node(map.y()));
            node.set("value", FigurePartJson.node(map.value()));
            if (map.marks() != Marks.DOTS) {
                node.put("marks", JsonWords.word(map.marks()));
            }
            return with(node, "points", map.points(), FigurePartJson::node);
        }
        if (figure instanceof Matrix matrix) {
            node.put("kind", "matrix");
            ArrayNode names = node.putArray("names");
            matrix.names().forEach(names::add);
            return with(node, "cells", matrix.cells(), FigurePartJson::node);
        }
        Distribution distribution = (Distribution) figure;
        node.put("kind", "distribution");
        node.set("value", FigurePartJson.node(distribution.value()));
        with(node, "samples", distribution.samples(), FigurePartJson::node);
        return with(node, "guides", distribution.guides(), FigurePartJson::node);
    }

    private static <T> ObjectNode with(ObjectNode node, String name, List<T> parts, Function<T, ObjectNode> write) {
        ArrayNode list = node.putArray(name);
        parts.forEach(part -> list.add(write.apply(part)));
        return node;
    }

    static Figure read(JsonFields json) {
        Caption caption = new Caption(json.text("id"), json.text("title"), json.text("text"));
        return switch (json.text("kind")) {
            case "image-panel" ->
                new ImagePanel(caption, json.list("tiles", FigurePartJson::tile), json.count("columns"));
            case "gallery" -> new Gallery(caption, json.list("tiles", FigurePartJson::tile));
            case "curves" ->
                new Curves(
                        caption,
                        axis(json, "x"),
                        axis(json, "y"),
                        json.list("curves", FigurePartJson::curve),
                        json.list("guides", FigurePartJson::guide));
            case "panels" -> new Panels(caption, axis(json, "x"), json.list("panels", FigurePartJson::panel));
            case "field-map" ->
                new FieldMap(
                        caption,
                        axis(json, "x"),
                        axis(json, "y"),
                        axis(json, "value"),
                        json.list("points", FigurePartJson::point),
                        json.has("marks") ? json.word("marks", Marks.class) : Marks.DOTS);
            case "matrix" ->
                new Matrix(caption, FigurePartJson.texts(json, "names"), json.list("cells", FigurePartJson::cell));
            case "distribution" ->
                new Distribution(
                        caption,
                        axis(json, "value"),
                        json.list("samples", FigurePartJson::sample),
                        json.list("guides", FigurePartJson::guide));
            default -> throw JsonFields.broken("figures.kind", "a kind of figure this version draws");
        };
    }

    private static Axis axis(JsonFields json, String name) {
        return FigurePartJson.axis(json.object(name));
    }
}
