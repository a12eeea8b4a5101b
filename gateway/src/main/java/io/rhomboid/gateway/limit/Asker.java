package io.rhomboid.gateway.limit;

import java.net.Inet6Address;

import io.netty.util.NetUtil;

import io.rhomboid.gateway.header.Visitor;

/** Under which name a visitor's requests are counted. */
final class Asker {

    private Asker() {}

    /** The IPv4 address; of an IPv6 address the first 64 bits, because whoever has one has all of them. */
    static String of(Visitor visitor) {
        if (NetUtil.createInetAddressFromIpAddressString(visitor.address()) instanceof Inet6Address address) {
            var bytes = address.getAddress();
            var network = new StringBuilder(24);
            for (var i = 0; i < 8; i += 2) {
                network.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff))
                        .append(':');
            }
            return network.append(":/64").toString();
        }
        return visitor.address();
    }
}
