package io.rhomboid.gateway.header;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The proxies in front of us whose word we take, as networks: {@code 10.0.0.0/8}, {@code fd00::/8}. */
final class TrustedProxies {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private final List<IpSubnetFilterRule> networks;

    TrustedProxies(List<String> networks) {
        this.networks = networks.stream()
                .map(network -> new IpSubnetFilterRule(network, IpFilterRuleType.ACCEPT))
                .toList();
    }

    /**
     * Who is asking. What a stranger writes into a header about himself is not looked at.
     *
     * <p>{@code X-Forwarded-For} is read from the right: each trusted proxy vouches for the one before it, and the
     * first that is not trusted is the visitor.
     */
    Visitor visitor(InetSocketAddress socket, boolean encrypted, HttpHeaders headers) {
        var peer = socket.getAddress();
        var scheme = encrypted ? "https" : "http";
        var host = sane(headers.getFirst(HttpHeaders.HOST));
        if (!trusted(peer)) return new Visitor(peer.getHostAddress(), scheme, host);

        var address = peer;
        for (var hop : values(headers, "X-Forwarded-For").reversed()) {
            var named = NetUtil.createInetAddressFromIpAddressString(withoutPort(hop));
            if (named == null) break;
            address = named;
            if (!trusted(named)) break;
        }
        var saidScheme = last(headers, "X-Forwarded-Proto");
        if (saidScheme != null) {
            saidScheme = saidScheme.toLowerCase(Locale.ROOT);
            if (saidScheme.equals("https") || saidScheme.equals("http")) scheme = saidScheme;
        }
        var saidHost = sane(last(headers, "X-Forwarded-Host"));
        return new Visitor(address.getHostAddress(), scheme, saidHost == null ? host : saidHost);
    }

    private boolean trusted(InetAddress address) {
        for (var network : networks) if (network.matches(new InetSocketAddress(address, 0))) return true;
        return false;
    }

    private static @Nullable String sane(@Nullable String host) {
        return host != null && HOST.matcher(host).matches() ? host : null;
    }

    private static @Nullable String last(HttpHeaders headers, String name) {
        var values = values(headers, name);
        return values.isEmpty() ? null : values.getLast();
    }

    private static List<String> values(HttpHeaders headers, String name) {
        return headers.getValuesAsList(name);
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            var end = hop.indexOf(']');
            return end < 0 ? hop : hop.substring(1, end);
        }
        var colon = hop.indexOf(':');
        return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
    }
}
