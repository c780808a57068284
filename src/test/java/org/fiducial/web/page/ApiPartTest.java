package org.fiducial.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiPartTest {

    private static ApiPart<Integer> part(int page, List<Integer> all) {
        return ApiPart.of(page, all, 50, "/api/v1/due", Map.of("person", "Ada & Cy", "protocol", ""));
    }

    @Test
    void partsTogetherAreTheWholeListInItsOrder() {
        for (int size : new int[] {0, 1, 49, 50, 51, 100, 137}) {
            List<Integer> all = IntStream.range(0, size).boxed().toList();
            List<Integer> read = new ArrayList<>();
            int page = 1;
            for (ApiPart<Integer> part = part(page, all); ; part = part(++page, all)) {
                assertThat(part.total()).isEqualTo(size);
                read.addAll(part.items());
                if (part.next().isEmpty()) {
                    break;
                }
            }
            assertThat(read).as("%d in all", size).isEqualTo(all);
        }
    }

    @Test
    void nextPartIsAskedForWithTheSameWishes() {
        List<Integer> all = IntStream.range(0, 120).boxed().toList();

        assertThat(part(1, all).next()).isEqualTo("/api/v1/due?page=2&person=Ada+%26+Cy");
        assertThat(part(3, all).items()).hasSize(20);
        assertThat(part(3, all).next()).isEmpty();
    }

    @Test
    void partAfterTheLastIsEmpty() {
        ApiPart<Integer> beyond = part(999_999, List.of(1, 2, 3));

        assertThat(beyond.items()).isEmpty();
        assertThat(beyond.total()).isEqualTo(3);
        assertThat(beyond.next()).isEmpty();
    }
}
