package org.fiducial.web.methods;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.Comparison;
import org.fiducial.facility.methods.MethodsFacts;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;

/**
 * What an image dropped in says, as pages show it. It lives as long as the page: nothing of it stays on the server, and nothing
 * of it is in an address.
 *
 * @param refusal why it was not read, in one sentence; empty where it was, or where there is none
 * @param format of which kind it is; empty where none was read
 * @param bare whether it says nothing of how it was acquired
 * @param rows what it says beside what the registry says
 * @param differences in how many of them they differ
 */
public record ImageView(String refusal, String format, boolean bare, List<Row> rows, long differences) {

    public ImageView {
        rows = List.copyOf(rows);
    }

    /** A line of the comparison; texts are empty where one does not say. */
    public record Row(String title, String registry, String image, String agreement, String said) {}

    /** Without a comparison. */
    static ImageView of(ImageDrop.Looked looked) {
        return new ImageView(
                looked.refusal(),
                looked.image().map(AcquiredImage::format).orElse(""),
                looked.image().filter(each -> !each.hasSettings()).isPresent(),
                List.of(),
                0);
    }

    static ImageView of(ImageDrop.Looked looked, MethodsFacts known, Wish wish, Texts texts) {
        ImageView plain = of(looked);
        Optional<Comparison> compared = looked.image()
                .map(each -> Comparison.of(known.setup(), each, wish.published().shows(Field.SERIAL)));
        return new ImageView(
                plain.refusal(),
                plain.format(),
                plain.bare(),
                compared.map(each -> rows(each, texts)).orElse(List.of()),
                compared.map(Comparison::differences).orElse(0L));
    }

    static List<Row> rows(Comparison comparison, Texts texts) {
        MethodsText text = new MethodsText(texts);
        return comparison.rows().stream()
                .map(row -> {
                    String agreement =
                            row.agreement().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    return new Row(
                            texts.text("methods.compare." + row.key()),
                            row.registry().map(text::value).orElse(""),
                            row.image().map(text::value).orElse(""),
                            agreement,
                            texts.text("methods.agreement." + agreement));
                })
                .toList();
    }
}
