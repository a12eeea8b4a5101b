package io.rhomboid.notification;

import java.net.URI;
import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.notification.sms.SmsCarrier;
import io.rhomboid.notification.sms.mongo.MongoTexts;
import io.rhomboid.notification.sms.twilio.Twilio;
import io.rhomboid.notification.sms.twilio.TwilioAccount;
import io.rhomboid.notification.sms.twilio.TwilioSignature;
import io.rhomboid.notification.sms.web.SmsController;
import io.rhomboid.platform.link.LinkSettings;

/** Text messages: which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsSettings.class)
class SmsPart {

    @Bean
    TwilioAccount smsAccount(SmsSettings settings, LinkSettings links) {
        var ours = links.publicUrl().toString().replaceFirst("/$", "") + "/api/v1/sms/";
        return new TwilioAccount(
                URI.create(settings.url().toString().replaceFirst("/$", "")),
                settings.account(),
                settings.token(),
                settings.from(),
                URI.create(ours + "statuses"),
                URI.create(ours + "replies"));
    }

    @Bean
    Twilio textProvider(TwilioAccount account, SmsSettings settings, Clock clock) {
        return new Twilio(account, settings.provider(), clock);
    }

    @Bean
    MongoTexts texts(MongoDatabase database) {
        return new MongoTexts(database);
    }

    @Bean
    SmsCarrier smsCarrier(Twilio provider, MongoTexts texts) {
        return new SmsCarrier(provider, texts);
    }

    @Bean
    SmsController smsController(TwilioAccount account, MongoTexts texts, Clock clock) {
        return new SmsController(account, new TwilioSignature(account), texts, clock);
    }
}
