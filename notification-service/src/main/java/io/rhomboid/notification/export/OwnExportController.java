package io.rhomboid.notification.export;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.inbox.web.Readers;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.push.Subscriptions;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Verified;
import io.rhomboid.notification.recipient.Wishes;
import io.rhomboid.platform.identity.Allowed;

import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Hands people all that is known of them here, as clients and as themselves; what is told to a clinic is not theirs. */
@RestController
@RequestMapping("/api/v1/recipients/me/export")
public class OwnExportController {

    private static final int MOST = 2_000;

    private final Readers readers;
    private final Recipients recipients;
    private final Verified verified;
    private final Deliveries deliveries;
    private final Entries inbox;
    private final Subscriptions browsers;
    private final Clock clock;

    public OwnExportController(
            Readers readers,
            Recipients recipients,
            Verified verified,
            Deliveries deliveries,
            Entries inbox,
            Subscriptions browsers,
            Clock clock) {
        this.readers = readers;
        this.recipients = recipients;
        this.verified = verified;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.browsers = browsers;
        this.clock = clock;
    }

    /**
     * @param wishes how you want to be told, of each as whom you are known here
     * @param messages that were for you, the newest first; at most 2,000 of each as whom you are known
     * @param inbox what is in it, the newest first
     * @param browsers that are told when something comes
     */
    record OwnExport(
            List<WishesPart> wishes, List<MessagePart> messages, List<InboxPart> inbox, List<BrowserPart> browsers) {}

    /**
     * @param as for example {@code client/0b8f…}
     * @param addresses that you have proved to be yours
     */
    record WishesPart(String as, Wishes wishes, Map<Channel, String> addresses) {}

    /** @param sentTo the address, masked; more of it is not kept */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MessagePart(
            MessageKind kind,
            Channel channel,
            Delivery.State state,
            String about,
            Instant recordedAt,
            @Nullable Instant sentAt,
            @Nullable String sentTo) {

        static MessagePart of(Delivery delivery) {
            return new MessagePart(
                    delivery.kind(),
                    delivery.channel(),
                    delivery.state(),
                    delivery.occasion().line(),
                    delivery.recordedAt(),
                    delivery.sentAt(),
                    delivery.sentTo());
        }
    }

    record InboxPart(String kind, String title, String text, Instant at, boolean read) {

        static InboxPart of(Entry entry) {
            return new InboxPart(entry.kind(), entry.title(), entry.text(), entry.at(), entry.read());
        }
    }

    /** @param server that reaches the browser */
    record BrowserPart(String server) {}

    /** 200 with all of it; empty of who is not known here. */
    @Allowed(SIGNED_IN)
    @GetMapping
    @Operation(summary = "All that the messages know of you")
    OwnExport own() {
        var person = readers.current().person();
        var as = new LinkedHashSet<Subject>();
        readers.client().map(Subject::of).ifPresent(as::add);
        as.add(Subject.ofPerson(person));
        var wishes = new ArrayList<WishesPart>();
        var messages = new ArrayList<MessagePart>();
        for (var subject : as) {
            wishes.add(new WishesPart(subject.key(), recipients.wishes(subject), verified.of(subject)));
            deliveries.to(subject, MOST).stream().map(MessagePart::of).forEach(messages::add);
        }
        return new OwnExport(
                wishes,
                messages,
                inbox.of(new Reader(person, as), clock.instant(), MOST).stream()
                        .map(InboxPart::of)
                        .toList(),
                browsers.of(person).stream()
                        .map(one -> new BrowserPart(one.endpoint().getHost()))
                        .toList());
    }
}
