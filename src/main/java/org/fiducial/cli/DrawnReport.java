package org.fiducial.cli;

import java.util.List;
import java.util.Map;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ResultDocument.Picture;

/**
 * An analysis drawn for people.
 *
 * @param pictures the pictures among the files, in the order people see them
 * @param files everything drawn, by file name: pictures, report.html and, where asked for, report.pdf
 */
public record DrawnReport(List<Picture> pictures, Map<String, byte[]> files) {

    public DrawnReport {
        pictures = List.copyOf(pictures);
        files = Map.copyOf(files);
    }

    /** Nothing drawn. */
    static DrawnReport none() {
        return new DrawnReport(List.of(), Map.of());
    }

    /** Draws an analysis. */
    @FunctionalInterface
    public interface Artist {

        /**
         * Draws pictures and report.
         *
         * @param pdf whether the document for print is wanted too
         */
        DrawnReport draw(ProtocolDefinition protocol, AnalysisResult result, Judgement judgement, boolean pdf);
    }
}
