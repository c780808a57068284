package org.fiducial.report;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Turns painting into an SVG document. */
final class SvgCanvas {

    private static final String SVG = "http://www.w3.org/2000/svg";
    /** Verdana and the Vera family share their metrics with DejaVu Sans, so that words keep their width elsewhere. */
    private static final String FALLBACK = "'DejaVu Sans', 'Bitstream Vera Sans', Verdana, sans-serif";

    private SvgCanvas() {}

    static byte[] draw(int width, int height, Caption caption, Consumer<Graphics2D> painter) {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(4);
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(width, height));
        painter.accept(graphics);
        Element root = graphics.getRoot();
        root.setAttributeNS(null, "viewBox", "0 0 " + width + " " + height);
        root.setAttributeNS(null, "role", "img");
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(caption.title());
        root.insertBefore(title, root.getFirstChild());
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString()
                .replace("'" + Lettering.FAMILY + "'", FALLBACK)
                .replace("&apos;" + Lettering.FAMILY + "&apos;", FALLBACK)
                .getBytes(StandardCharsets.UTF_8);
    }
}
