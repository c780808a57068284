package org.fiducial.web.methods;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.methods.RegistryEntry;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;
import org.fiducial.settings.Settings;
import org.fiducial.web.page.Pages;
import org.fiducial.web.records.FacilityRecords;

/**
 * What a user takes along from the public page of an instrument.
 *
 * @param methods the methods section
 * @param image what the image sent with the question says
 * @param checklist the acquisition checklist, ticked; none where no image was read
 * @param registry what the registry says of the light path, a line a part
 */
public record TakenAlong(
        MethodsView methods, ImageView image, List<TickedList> checklist, List<RegistryLine> registry) {

    public TakenAlong {
        checklist = List.copyOf(checklist);
        registry = List.copyOf(registry);
    }

    /** A part, and what is said of it. */
    public record RegistryLine(String kind, String said) {}

    /** Where it is made. */
    public record Desk(FacilityRecords records, Supplier<Settings> settings, Pages pages) {

        /**
         * What there is of a light path on some days.
         *
         * @param coverage what its checks say
         * @param looked what became of the image sent with the question
         */
        public TakenAlong of(Wish wish, Optional<Coverage> coverage, ImageDrop.Looked looked) {
            Texts texts = pages.texts(wish.language());
            MethodsFacts known = new PublishedFacts(records, settings).of(wish, coverage, looked.image(), texts);
            return new TakenAlong(
                    MethodsView.of(wish, MethodsParagraph.of(known), texts),
                    ImageView.of(looked, known, wish, texts),
                    looked
                            .image()
                            .map(unused ->
                                    new Checklists(pages).acquisition(known, ShownEvidence.within(wish), wish, texts))
                            .stream()
                            .toList(),
                    registry(known, texts));
        }

        private static List<RegistryLine> registry(MethodsFacts known, Texts texts) {
            MethodsText text = new MethodsText(texts);
            return RegistryEntry.of(known.setup()).stream()
                    .map(entry -> line(entry, text, texts))
                    .toList();
        }

        private static RegistryLine line(RegistryEntry entry, MethodsText text, Texts texts) {
            StringBuilder said = new StringBuilder(entry.name());
            String made = entry.make().title();
            if (!made.isEmpty()) {
                said.append(" · ").append(made);
            }
            entry.properties().forEach((name, value) -> said.append(" · ")
                    .append(texts.text("field." + name))
                    .append(' ')
                    .append(text.value(value)));
            return new RegistryLine(texts.text("component.kind." + entry.kind().word()), said.toString());
        }
    }

    /** The same for a page whose address strangers do not find. */
    public TakenAlong withoutAddresses() {
        return new TakenAlong(methods.withoutAddresses(), image, List.of(), registry);
    }
}
