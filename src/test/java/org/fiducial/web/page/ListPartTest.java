package org.fiducial.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fiducial.facility.people.Permission;
import org.junit.jupiter.api.Test;

class ListPartTest {

    /** A request of which only the query matters. */
    private record Asking(Map<String, String> queries) implements Route.Request {

        @Override
        public String path(String name) {
            return "";
        }

        @Override
        public String query(String name) {
            return queries.getOrDefault(name, "");
        }

        @Override
        public String form(String name) {
            return "";
        }

        @Override
        public String header(String name) {
            return "";
        }

        @Override
        public String address() {
            return "/components";
        }

        @Override
        public SentForm sent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream body() {
            return InputStream.nullInputStream();
        }

        @Override
        public Caller caller() {
            return new Caller.Anybody();
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }

        @Override
        public Route.From from() {
            return new Route.From("", true, true, "");
        }

        @Override
        public long length() {
            return 0;
        }
    }

    private static ListPart<Integer> part(Map<String, String> queries, int size) {
        Route.Request request = new Asking(queries);
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        return ListPart.of(request, all, 50, ListOrder.of(request, List.of("name"), List.of("q")));
    }

    @Test
    void partsTogetherAreTheWholeListInItsOrder() {
        for (int size : new int[] {0, 1, 49, 50, 51, 100, 137}) {
            List<Integer> read = new ArrayList<>();
            int page = 1;
            for (ListPart<Integer> part = part(Map.of(), size); ; part = part(Map.of("page", "" + ++page), size)) {
                assertThat(part.first()).isEqualTo(read.size() + 1);
                read.addAll(part.items());
                assertThat(part.last()).isEqualTo(read.size());
                assertThat(part.several()).isEqualTo(size > 50);
                assertThat(part.links().before().isEmpty()).isEqualTo(page == 1);
                if (part.links().after().isEmpty()) {
                    break;
                }
            }
            assertThat(read)
                    .as("%d in all", size)
                    .isEqualTo(IntStream.range(0, size).boxed().toList());
        }
    }

    @Test
    void linksKeepTheFilterAndTheOrder() {
        ListPart<Integer> part = part(Map.of("page", "2", "q", "Plan & 63x", "sort", "-name"), 137);

        assertThat(part.links())
                .isEqualTo(new ListPart.Links(
                        "/components?page=2&q=Plan+%26+63x&sort=-name",
                        "/components?q=Plan+%26+63x&sort=-name", "/components?page=3&q=Plan+%26+63x&sort=-name"));
    }

    @Test
    void pageThatIsNoneIsTheFirstAndOneBeyondTheEndIsTheLast() {
        for (String none : List.of("-1", "0", "", "1e3", "<script>", "2147483648", "9".repeat(400), "٣")) {
            assertThat(part(Map.of("page", none), 137).first()).as(none).isEqualTo(1);
        }
        for (String beyond : List.of("4", "99999999", "999999999")) {
            assertThat(part(Map.of("page", beyond), 137).first()).as(beyond).isEqualTo(101);
        }
    }
}
