package io.rhomboid.notification.webhook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.delivery.Deliveries.Choice;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfWebhook;
import io.rhomboid.notification.message.WebhookDisabled;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.webhook.Endpoint.Why;

/**
 * Tells a clinic when it was not the clinic that disabled one of its endpoints: its desk and each of its admins. Every
 * instance looks again and again, so nobody is forgotten whoever dies in between; the ledger keeps all but one from
 * telling.
 */
public final class DisabledNews {

    private final Endpoints endpoints;
    private final Function<ClinicId, List<String>> admins;
    private final Teller teller;
    private final Clock clock;

    /** @param admins of a clinic, by the id that signs them in */
    public DisabledNews(Endpoints endpoints, Function<ClinicId, List<String>> admins, Teller teller, Clock clock) {
        this.endpoints = endpoints;
        this.admins = admins;
        this.teller = teller;
        this.clock = clock;
    }

    /** Looks once. */
    public void look() {
        var now = clock.instant();
        for (var endpoint : endpoints.disabledSince(now.minus(Occasion.WEBHOOK_IS_NEWS))) {
            var disabled = endpoint.disabled();
            if (disabled == null || disabled.why() == Why.CLINIC) continue;
            var readers = new ArrayList<Subject>();
            readers.add(Subject.of(endpoint.clinicId()));
            for (var admin : admins.apply(endpoint.clinicId())) readers.add(Subject.ofPerson(admin));
            var fact = new WebhookDisabled(
                    endpoint.id().value(),
                    endpoint.clinicId(),
                    endpoint.address().getHost(),
                    disabled.why() == Why.GONE,
                    disabled.at().toEpochMilli(),
                    disabled.at());
            var stem = Occasion.WEBHOOK + fact.key() + ":" + fact.version();
            var notices = readers.stream()
                    .map(reader -> new Notice(stem, reader.key(), new OfWebhook(fact), reader, now))
                    .toList();
            teller.tell(List.of(), new Choice(stem, notices));
        }
    }
}
