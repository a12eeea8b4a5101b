package io.rhomboid.therapist.photo;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.platform.work.Rounds;

@Configuration(proxyBeanMethods = false)
class PhotoPart {

    @Bean
    Rounds photoRounds(PhotoSweep sweep) {
        return new Rounds("photo-sweep", Duration.ofMinutes(5), sweep::sweep);
    }
}
