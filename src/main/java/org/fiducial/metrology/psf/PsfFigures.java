package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/** All pictures of a result, as values: overview, field, average, beads, rejected. */
final class PsfFigures {

    /** Beads with a picture of data, model and residual, in all channels together. */
    private static final int MOST_PANELS = 60;

    /** Beads with profiles, in all channels together. */
    private static final int MOST_PROFILES = 12;

    /** Rejected beads with a picture of their own, in all channels together. */
    private static final int MOST_REJECTED_PANELS = 24;

    /** Rejected beads shown a channel. */
    private static final int MOST_REJECTED = 60;

    private final ProtocolDefinition protocol;
    private final List<ChannelResult> channels;
    private final List<String> names;

    /**
     * The pictures of some channels.
     *
     * @param names of the files, in order
     */
    PsfFigures(ProtocolDefinition protocol, List<ChannelResult> channels, List<String> names) {
        this.protocol = protocol;
        this.channels = channels;
        this.names = names;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        for (ChannelResult channel : channels) {
            figures.addAll(new FieldOverview(channel, names).figures());
            figures.addAll(new WidthFigures(protocol, channel, names).figures());
            figures.addAll(new AverageBead(channel).figures());
        }
        int share = Math.max(1, channels.size());
        for (ChannelResult channel : channels) {
            figures.addAll(new BeadPictures(channel).panels(MOST_PANELS / share));
        }
        for (ChannelResult channel : channels) {
            figures.addAll(new BeadPictures(channel).profiles(MOST_PROFILES / share));
        }
        for (ChannelResult channel : channels) {
            figures.addAll(new BeadPictures(channel).rejected(MOST_REJECTED_PANELS / share));
        }
        for (ChannelResult channel : channels) {
            new RejectedGallery(channel).figure(MOST_REJECTED).ifPresent(figures::add);
        }
        return figures;
    }
}
