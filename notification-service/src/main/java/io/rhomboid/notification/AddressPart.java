package io.rhomboid.notification;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.notification.address.AddressDesk;
import io.rhomboid.notification.address.mongo.MongoAddresses;
import io.rhomboid.notification.address.web.AddressController;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.link.AddressCodes;
import io.rhomboid.platform.work.Rounds;

/** Addresses that people prove to be theirs: which part gets which. */
@Configuration(proxyBeanMethods = false)
class AddressPart {

    @Bean
    MongoAddresses addresses(MongoDatabase database) {
        return new MongoAddresses(database);
    }

    @Bean
    AddressDesk addressDesk(MongoAddresses addresses, Bounces bounces, AddressCodes codes, Teller teller, Clock clock) {
        return new AddressDesk(addresses, bounces, codes::code, teller, clock);
    }

    @Bean
    Rounds addressTidying(AddressDesk desk) {
        return new Rounds("address-tidying", Duration.ofHours(6), desk::tidy);
    }

    @Bean
    AddressController addressController(
            AddressDesk desk, MongoAddresses addresses, Directory directory, Memberships memberships) {
        return new AddressController(desk, addresses, directory, memberships);
    }
}
