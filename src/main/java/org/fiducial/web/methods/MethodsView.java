package org.fiducial.web.methods;

import java.util.List;
import org.fiducial.facility.methods.MethodsParagraph;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.report.MethodsText;
import org.fiducial.report.Texts;

/**
 * A methods section as pages show it.
 *
 * @param plain to be copied as text
 * @param html to be copied with its structure; every foreign sign in it is written out
 * @param questions what to ask the facility
 * @param addresses where the rest is: the page of its own, checklists and files
 */
public record MethodsView(String plain, String html, List<String> questions, Addresses addresses) {

    public MethodsView {
        questions = List.copyOf(questions);
    }

    /** Where the rest is; empty texts for what is not public. */
    public record Addresses(
            String page,
            String text,
            String acquisition,
            String figures,
            String table,
            String data,
            String identity,
            String pictures) {

        static Addresses of(Wish wish) {
            boolean values = wish.published().shows(Field.VALUES);
            boolean pictures = wish.published().shows(Field.PICTURES);
            return new Addresses(
                    wish.address("methods"),
                    wish.address("methods.txt"),
                    wish.address("checklists/acquisition"),
                    wish.address("checklists/figures"),
                    values ? wish.address("checks.csv") : "",
                    values ? wish.address("checks.json") : "",
                    wish.published().address() + "/pidinst.json",
                    pictures ? wish.address("pictures.zip") : "");
        }
    }

    static MethodsView of(Wish wish, MethodsParagraph paragraph, Texts texts) {
        MethodsText text = new MethodsText(texts);
        return new MethodsView(
                text.plain(paragraph),
                text.html(paragraph),
                paragraph.questions().stream().map(text::question).toList(),
                Addresses.of(wish));
    }

    /** The same for a page whose address strangers do not find. */
    MethodsView withoutAddresses() {
        return new MethodsView(plain, html, questions, new Addresses("", "", "", "", "", "", "", ""));
    }
}
