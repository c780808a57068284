package org.fiducial.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request came from, by those who are believed; addresses are those of documentation (RFC 5737, RFC 3849). */
class TrustedProxiesTest {

    private static final TrustedProxies PROXIES =
            TrustedProxies.of(List.of("127.0.0.1", "::1", "10.0.0.0/8", "2001:db8:1::/48"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the other end | the header | who asks
                "127.0.0.1    | 192.0.2.7                        | 192.0.2.7",
                "127.0.0.1    | 198.51.100.1, 192.0.2.7          | 192.0.2.7",
                "127.0.0.1    | 198.51.100.1, 192.0.2.7, 10.1.2.3 | 192.0.2.7",
                "127.0.0.1    | 10.9.9.9, 10.1.2.3               | 10.9.9.9",
                "127.0.0.1    | ' 192.0.2.7:4711 '               | 192.0.2.7",
                "127.0.0.1    | [2001:db8:2::7]:4711             | 2001:db8:2:0:0:0:0:7",
                "127.0.0.1    | ::ffff:192.0.2.7                 | 192.0.2.7",
                "0:0:0:0:0:0:0:1 | 192.0.2.7, 2001:db8:1:5::1    | 192.0.2.7",
                "127.0.0.1    | unknown                          | 127.0.0.1",
                "127.0.0.1    | 192.0.2.7, unknown               | 127.0.0.1",
                "127.0.0.1    | example.org                      | 127.0.0.1",
                "127.0.0.1    | 999.1.1.1                        | 127.0.0.1",
                "127.0.0.1    | ''                               | 127.0.0.1",
                "127.0.0.1    | ,,,                              | 127.0.0.1",
                "192.0.2.9    | 198.51.100.1                     | 192.0.2.9",
                "192.0.2.9    | 127.0.0.1                        | 192.0.2.9"
            })
    void countsTheRightmostAddressNobodyTrusts(String peer, String header, String from) {
        assertThat(PROXIES.origin(peer, List.of(header))).isEqualTo(from);
    }

    @Test
    void readsSeveralHeadersAsOne() {
        assertThat(PROXIES.origin("127.0.0.1", List.of("198.51.100.1", "192.0.2.7", "10.1.2.3")))
                .isEqualTo("192.0.2.7");
        assertThat(PROXIES.origin("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void believesNobodyWhereNobodyIsNamed() {
        assertThat(TrustedProxies.none().origin("127.0.0.1", List.of("192.0.2.7")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aHeaderAsLongAsServersTakeIsReadAtOnce() {
        String[] all = new String[20_000];
        Arrays.fill(all, "10.0.0.1");

        assertThat(PROXIES.origin("127.0.0.1", List.of("192.0.2.7," + String.join(",", all))))
                .isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0.0/0",
                "10.0.0.0/-1",
                "::1/129",
                "10.0.0.1/8/8",
                "300.1.1.1"
            })
    void whatIsNoAddressIsRefusedInOneSentence(String text) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(text)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage(
                        "A trusted proxy is an address or a network, for instance 10.0.0.7 or 172.16.0.0/12, but was '"
                                + text + "'.");
    }
}
