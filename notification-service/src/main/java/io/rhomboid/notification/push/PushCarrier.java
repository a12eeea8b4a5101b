package io.rhomboid.notification.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.delivery.Carrier;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.push.PushServers.Reply;
import io.rhomboid.notification.recipient.Contact;
import io.rhomboid.notification.recipient.Subject;

/**
 * Tells all browsers of a person. One that has gone is forgotten; the message is taken when one of them has it. Told
 * twice, the second takes the first's place: its topic and tag are the same.
 */
public final class PushCarrier implements Carrier {

    private static final int MOST_LETTERS = 500;

    private final Subscriptions subscriptions;
    private final PushServers service;
    private final Vapid vapid;
    private final BiPredicate<String, Subject> isStill;
    private final Function<Object, byte[]> json;
    private final Clock clock;

    /** @param isStill whether that person is what they said they are: who has left a clinic is told no more */
    public PushCarrier(
            Subscriptions subscriptions,
            PushServers service,
            Vapid vapid,
            BiPredicate<String, Subject> isStill,
            Function<Object, byte[]> json,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.service = service;
        this.vapid = vapid;
        this.isStill = isStill;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    /** Each push service is borne with by itself. */
    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public Receipt carry(Delivery delivery, Contact to, Message message) {
        var id = UUID.nameUUIDFromBytes(delivery.id().getBytes(StandardCharsets.UTF_8))
                .toString();
        // Without the link: it opens the booking to whoever has it, and a browser shows this on a locked screen.
        var told = json.apply(Map.of(
                "id",
                id,
                "title",
                shortened(message.subject()),
                "text",
                shortened(message.brief()),
                "about",
                delivery.occasion().line()));
        int taken = 0;
        @Nullable Receipt otherwise = null;
        for (var browser : subscriptions.of(delivery.recipient())) {
            if (!isStill.test(browser.owner().person(), delivery.recipient())) continue;
            var reply = service.push(
                    browser.endpoint(),
                    vapid.authorization(browser.endpoint(), clock.instant()),
                    id.replace("-", ""),
                    Encryption.encrypt(told, browser.keys()));
            switch (reply) {
                case Reply.Taken _ -> taken++;
                case Reply.Gone _ -> subscriptions.remove(browser);
                case Reply.Refused(var reason) -> {
                    if (otherwise == null) otherwise = new Receipt.Refused(reason);
                }
                case Reply.NotNow(var reason) -> otherwise = new Receipt.Deferred(reason);
                case Reply.NotAsked(var forAbout) -> otherwise = later(otherwise, forAbout);
            }
        }
        if (taken > 0) return new Receipt.Accepted(taken == 1 ? "1 browser" : taken + " browsers", id);
        return otherwise == null ? new Receipt.Unreachable("no browser lets itself be told") : otherwise;
    }

    private static Receipt later(@Nullable Receipt otherwise, Duration forAbout) {
        return otherwise instanceof Receipt.Deferred deferred ? deferred : new Receipt.Closed(forAbout);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST_LETTERS / 2)) + "…";
    }
}
