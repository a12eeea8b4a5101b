package io.rhomboid.gateway.limit;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one visitor may ask of the gateway.
 *
 * @param body the largest body of a request, in bytes as they arrive
 * @param bodiesInHand all bodies that the gateway holds at a time, taken together; uploads not counted
 * @param upload the largest file, where files are sent
 * @param uploadsInHand all files that the gateway holds at a time, taken together
 * @param betweenReads the longest silence while a body arrives
 * @param wholeRequest the longest time for a body to arrive
 * @param rates how often somebody may ask, for each kind of request: a visitor from one address, or a person who has
 *     signed in from anywhere
 * @param people as many people's requests may come from one address, taken together
 * @param holds how many slots a visitor or a person may hold at a time, for whomever
 * @param hold how long a hold lasts; as in booking-service
 * @param visitorsRemembered of how many visitors it is known how often they asked; about 500 bytes each, for each kind
 */
@ConfigurationProperties("rhomboid.gateway.limit")
public record LimitSettings(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("16MB") DataSize bodiesInHand,
        @DefaultValue("5MB") DataSize upload,
        @DefaultValue("15MB") DataSize uploadsInHand,
        @DefaultValue("10s") Duration betweenReads,
        @DefaultValue("30s") Duration wholeRequest,
        @DefaultValue Rates rates,
        @DefaultValue("30") int people,
        @DefaultValue("4") int holds,
        @DefaultValue("10m") Duration hold,
        @DefaultValue("10000") int visitorsRemembered) {

    public LimitSettings {
        if (people < 1) throw new IllegalArgumentException("from one address one person must be able to ask");
    }

    /** One for each kind of request; see {@link Asked}. */
    public record Rates(
            @DefaultValue("30/1m") Rate signIn,
            @DefaultValue("20/1m") Rate link,
            @DefaultValue("60/1m") Rate create,
            @DefaultValue("300/1m") Rate search,
            @DefaultValue("1200/1m") Rate other) {

        /** @param people for so many at once */
        Map<Asked, Rate> byKind(int people) {
            return Map.of(
                    Asked.SIGN_IN, signIn.times(people),
                    Asked.LINK, link.times(people),
                    Asked.CREATE, create.times(people),
                    Asked.SEARCH, search.times(people),
                    Asked.OTHER, other.times(people));
        }
    }
}
