package org.fiducial.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void knowsHeadingsParagraphsListsTablesAndCode() {
        String html = Markdown.toHtml(
                """
                # Title
                One line
                and its rest with **weight**, *stress* and `a_b_c`.

                - first
                  goes on
                - second

                1. one
                2. two

                | a | b |
                |---|---|
                | 1 | 2 |

                ```
                x < y
                ```
                See [the norm](https://iso.org).
                """);

        assertThat(html)
                .contains("<h2>Title</h2>")
                .contains(
                        "<p>One line and its rest with <strong>weight</strong>, <em>stress</em> and <code>a_b_c</code>.</p>")
                .contains("<li>first goes on</li>\n<li>second</li>\n</ul>")
                .contains("<ol>\n<li>one</li>\n<li>two</li>\n</ol>")
                .contains("<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>")
                .contains("<pre><code>x &lt; y\n</code></pre>")
                .contains("the norm (https://iso.org)");
    }

    @Test
    void letsNoTextBecomeMarkUp() {
        assertThat(Markdown.toHtml("<img src=x onerror=alert(1)> [a](javascript:alert(1)) `<b>`"))
                .doesNotContain("<img")
                .doesNotContain("<a ")
                .contains("&lt;img", "<code>&lt;b&gt;</code>");
    }
}
