package io.rhomboid.gateway.session;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs people in, and how long that lasts.
 *
 * @param issuer as tokens name it
 * @param discovery where the issuer's description is fetched; another address than the issuer's where the gateway reaches
 *     it by another way than browsers
 * @param audience that a token must be for
 * @param clientId as which the gateway asks
 * @param clientSecret empty: nobody can sign in, the API serves who needs no sign-in
 * @param secureCookie whether the cookie goes over https and to this machine only; false for a trial by http with a
 *     browser that does not count this machine as safe
 * @param staffIdle how long somebody who works at a clinic, or on the platform, may do nothing
 * @param clientIdle how long anybody else may
 * @param longest after this, whatever was done, they sign in again
 * @param database where sessions are kept
 */
@ConfigurationProperties("rhomboid.gateway.session")
public record SessionSettings(
        @DefaultValue("http://localhost:8090") URI issuer,
        @DefaultValue("http://localhost:8090") URI discovery,
        @DefaultValue("rhomboid") String audience,
        @DefaultValue("rhomboid-gateway") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("true") boolean secureCookie,
        @DefaultValue("15m") Duration staffIdle,
        @DefaultValue("2h") Duration clientIdle,
        @DefaultValue("10h") Duration longest,
        @DefaultValue("gateway") String database) {}
