package io.rhomboid.platform;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import io.rhomboid.platform.events.EventsPart;
import io.rhomboid.platform.identity.IdentityPart;
import io.rhomboid.platform.link.AddressCodes;
import io.rhomboid.platform.link.GiftCardCodes;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.link.IntakeCodes;
import io.rhomboid.platform.link.InvitationTokens;
import io.rhomboid.platform.link.LinkSettings;
import io.rhomboid.platform.link.OptOutTokens;
import io.rhomboid.platform.link.PushKey;
import io.rhomboid.platform.link.WebhookKeys;
import io.rhomboid.platform.outbox.OutboxPart;
import io.rhomboid.platform.store.StorePart;
import io.rhomboid.platform.telemetry.SecretPaths;
import io.rhomboid.platform.web.WebPart;

/** Switches on those parts of the platform whose technology the service has. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@EnableConfigurationProperties(LinkSettings.class)
@Import({WebPart.class, StorePart.class, EventsPart.class, OutboxPart.class, IdentityPart.class})
class PlatformAutoConfiguration {

    /** The only clock; it ticks in milliseconds, as BSON keeps them, so that a time read back is the time written. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    SecretPaths secretPaths() {
        return new SecretPaths();
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    GuestLinks guestLinks(LinkSettings settings) {
        return new GuestLinks(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    InvitationTokens invitationTokens(LinkSettings settings) {
        return new InvitationTokens(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    OptOutTokens optOutTokens(LinkSettings settings) {
        return new OptOutTokens(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    IntakeCodes intakeCodes(LinkSettings settings) {
        return new IntakeCodes(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    AddressCodes addressCodes(LinkSettings settings) {
        return new AddressCodes(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    GiftCardCodes giftCardCodes(LinkSettings settings) {
        return new GiftCardCodes(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    WebhookKeys webhookKeys(LinkSettings settings) {
        return new WebhookKeys(settings);
    }

    @Bean
    @ConditionalOnProperty("rhomboid.links.secret")
    PushKey pushKey(LinkSettings settings) {
        return new PushKey(settings);
    }
}
