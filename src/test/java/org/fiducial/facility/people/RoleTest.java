package org.fiducial.facility.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.facility.instrument.Facility.Kind.HOME;
import static org.fiducial.facility.instrument.Facility.Kind.VISITED;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest
    @CsvSource({
        "VIEWER,        PUBLIC SELF",
        "USER,          PUBLIC SELF READ",
        "OPERATOR,      PUBLIC SELF READ MEASURE LOG",
        "REVIEWER,      PUBLIC SELF READ REVIEW",
        "MANAGER,       PUBLIC SELF READ MEASURE LOG REVIEW MANAGE",
        "HOST,          PUBLIC SELF READ",
        "CURATOR,       PUBLIC SELF READ",
        "ADMINISTRATOR, PUBLIC SELF READ ACCOUNTS BACK_UP"
    })
    void mayDoAtHomeWhatItIsFor(Role role, String permissions) {
        assertThat(permissions(role, HOME)).isEqualTo(permissions);
    }

    @Test
    void onlyAHostMayDoMoreAtAVisitedFacility() {
        assertThat(permissions(Role.HOST, VISITED)).isEqualTo("PUBLIC SELF READ MEASURE LOG");
        for (Role role : Role.values()) {
            assertThat(role == Role.HOST || permissions(role, HOME).equals(permissions(role, VISITED)))
                    .as(role.word())
                    .isTrue();
        }
    }

    @Test
    void hasAWordThatLeadsBackToIt() {
        for (Role role : Role.values()) {
            assertThat(Role.of(" " + role.word())).contains(role);
        }
        assertThat(Role.of("root")).isEmpty();
    }

    private static String permissions(Role role, Facility.Kind place) {
        return Arrays.stream(Permission.values())
                .filter(permission -> role.permits(permission, place))
                .map(Permission::name)
                .collect(Collectors.joining(" "));
    }
}
