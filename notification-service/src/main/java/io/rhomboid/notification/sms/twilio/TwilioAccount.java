package io.rhomboid.notification.sms.twilio;

import java.net.URI;

/**
 * Our account with the provider.
 *
 * @param url of its API, without a slash at the end
 * @param id empty when we have none
 * @param token what requests are made with, and what the provider signs its own with
 * @param from the number or messaging service that texts come from
 * @param statusCallback where the provider tells what became of a text, as it reaches us
 * @param replies where it tells what people answered
 */
public record TwilioAccount(URI url, String id, String token, String from, URI statusCallback, URI replies) {

    boolean isThere() {
        return !id.isBlank() && !token.isBlank();
    }
}
