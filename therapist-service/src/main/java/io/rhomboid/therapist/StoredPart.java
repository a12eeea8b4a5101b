package io.rhomboid.therapist;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.platform.migration.AfterRestore;
import io.rhomboid.therapist.staff.Members;
import io.rhomboid.therapist.store.Records;

/** After the database was brought back from a backup everybody hears once more what is true now. */
@Configuration(proxyBeanMethods = false)
class StoredPart {

    @Bean
    AfterRestore tellingRecordsAgain(List<Records<?, ?>> records) {
        return new AfterRestore("records", restored -> records.forEach(some -> some.tellAgain(restored.epoch())));
    }

    @Bean
    AfterRestore tellingMembersAgain(Members members) {
        return new AfterRestore("members", restored -> members.tellAgain(restored.epoch()));
    }
}
