package org.fiducial.web.door;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Servers before this one that are believed where a request came from. Each adds the address it was asked from to the right of
 * the header {@code X-Forwarded-For}; whatever stands left of the first address nobody trusts may have been made up by who asks.
 */
public final class TrustedProxies {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern WITH_PORT =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):\\d+|\\[([0-9a-fA-F:.]+)](?::\\d+)?");

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /** Addresses that begin with the same bits. */
    private record Network(InetAddress start, int bits) {

        boolean holds(InetAddress address) {
            byte[] one = start.getAddress();
            byte[] other = address.getAddress();
            int rest = one.length * Byte.SIZE - bits;
            return one.length == other.length
                    && new BigInteger(1, one).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
        }
    }

    /** Nobody is believed. */
    public static TrustedProxies none() {
        return new TrustedProxies(List.of());
    }

    /**
     * Those of these addresses, such as {@code 10.0.0.7} or {@code ::1}, and networks, such as {@code 172.16.0.0/12}.
     *
     * @throws UnusableInputException if a text is neither
     */
    public static TrustedProxies of(List<String> texts) {
        return new TrustedProxies(texts.stream().map(TrustedProxies::network).toList());
    }

    private static Network network(String text) {
        String[] parts = text.strip().split("/", -1);
        Optional<InetAddress> start = address(parts[0]);
        int most = start.map(each -> each.getAddress().length * Byte.SIZE).orElse(0);
        Optional<Integer> bits = parts.length == 1
                ? Optional.of(most)
                : Optional.of(parts[1]).filter(each -> each.matches("\\d{1,3}")).map(Integer::valueOf);
        return start.filter(each -> parts.length <= 2)
                .flatMap(each ->
                        bits.filter(number -> number > 0 && number <= most).map(number -> new Network(each, number)))
                .orElseThrow(() -> new UnusableInputException("A trusted proxy is an address or a network, for instance"
                        + " 10.0.0.7 or 172.16.0.0/12, but was '" + text + "'."));
    }

    /**
     * Where a request came from: going back from the other end of the connection, the first address that is no trusted proxy;
     * the last trusted one where what it says is no address.
     *
     * @param peer the other end of the connection
     * @param forwarded what stands in the headers {@code X-Forwarded-For}, in their order
     */
    public String origin(String peer, List<String> forwarded) {
        List<String> steps = forwarded.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .toList();
        String at = peer;
        for (int i = steps.size() - 1; i >= 0 && isTrusted(at); i--) {
            Optional<InetAddress> before = address(steps.get(i));
            if (before.isEmpty()) {
                return at;
            }
            at = before.get().getHostAddress();
        }
        return at;
    }

    /**
     * Whether a request came by https to the proxies, as all of them say; of an end of the connection that is no trusted proxy
     * nothing is believed.
     *
     * @param peer the other end of the connection
     * @param spoken what stands in the headers {@code X-Forwarded-Proto}
     */
    public boolean sayHttps(String peer, List<String> spoken) {
        List<String> words = spoken.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        return isTrusted(peer) && !words.isEmpty() && words.stream().allMatch("https"::equalsIgnoreCase);
    }

    private boolean isTrusted(String address) {
        return !networks.isEmpty()
                && address(address)
                        .filter(known -> networks.stream().anyMatch(network -> network.holds(known)))
                        .isPresent();
    }

    /** An address as proxies write it, with a port or without; names are never looked up. */
    private static Optional<InetAddress> address(String text) {
        String bare = WITH_PORT.matcher(text.strip()).replaceFirst("$1$2");
        if (!V4.matcher(bare).matches() && !V6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
