package io.rhomboid.therapist.licence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.platform.work.Rounds;

@Configuration(proxyBeanMethods = false)
class LicencePart {

    @Bean
    Rounds licenceRounds(LicenceWatch watch) {
        return new Rounds("licence-watch", LicenceWatch.EVERY, watch::look);
    }
}
