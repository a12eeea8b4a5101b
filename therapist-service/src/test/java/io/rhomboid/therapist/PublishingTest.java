package io.rhomboid.therapist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.platform.events.EventReader;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class PublishingTest {

    @Autowired
    Api api;

    @Autowired
    EventReader events;

    @Test
    void a_clinic_is_told_whole_with_each_version() {
        var created = api.post("/clinics", Examples.clinic());
        var id = created.text("/id");
        api.put(created.location(), "\"1\"", Examples.clinic().put("name", "Rhomboid Wedding"));

        var told = told("clinics", id, 2, ClinicEvent.class);

        assertThat(told).hasSize(2);
        assertThat(told.getLast()).isInstanceOfSatisfying(ClinicChanged.class, changed -> {
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.clinic().name()).isEqualTo("Rhomboid Wedding");
            assertThat(changed.clinic().zone().getId()).isEqualTo("Europe/Berlin");
            assertThat(changed.clinic().rooms()).hasSize(2);
        });
    }

    @Test
    void a_message_says_what_it_is_in_its_headers() {
        var id = api.post("/clinics", Examples.clinic()).text("/id");

        var record = Told.records("clinics", id, 1).getFirst();

        assertThat(record.key()).isEqualTo(id);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("ClinicChanged");
        assertThat(header(record, "ce_source")).isEqualTo("/therapist-service");
        assertThat(header(record, "ce_subject")).isEqualTo(id);
        assertThat(header(record, "ce_time")).startsWith("20").endsWith("Z");
        assertThat(UUID.fromString(header(record, "ce_id"))).isNotNull();
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void every_part_of_a_therapist_is_told() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/therapists", Examples.therapist());
        var path = created.location();
        var prices = Api.json("{'offers': []}");
        prices.withArray("/offers").add(Examples.offer(clinic, "HOT_STONE", 60, 8900, "EUR"));
        api.put(path + "/prices", "\"1\"", prices);
        var rota = Api.json("{'weekly': [], 'overrides': []}");
        rota.withArray("/weekly").add(Examples.weekly(clinic, "MONDAY", "09:00", "17:00"));
        api.put(path + "/rota", "\"2\"", rota);
        var licence = api.post(path + "/licences", Examples.licence());
        api.put(licence.location() + "/verification", "\"4\"", Api.json("{'status': 'VERIFIED', 'reason': 'secret'}"));

        var records = Told.records("therapists", created.text("/id"), 5);
        var last = events.read(records.getLast(), TherapistEvent.class);

        assertThat(last).isInstanceOfSatisfying(TherapistChanged.class, changed -> {
            assertThat(changed.version()).isEqualTo(5);
            assertThat(changed.therapist().offers()).hasSize(1);
            assertThat(changed.therapist().rota().weekly()).hasSize(1);
            assertThat(changed.therapist().licences().getFirst().status().name())
                    .isEqualTo("VERIFIED");
        });
        assertThat(records).noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("secret"));
    }

    @Test
    void the_catalogue_is_told_as_well() {
        assertThat(told("treatments", "HOT_STONE", 1, TreatmentEvent.class).getLast())
                .isInstanceOfSatisfying(
                        TreatmentChanged.class,
                        changed ->
                                assertThat(changed.treatment().equipmentNeeds()).hasSize(1));
    }

    private <T extends Event> List<T> told(String topic, String key, int atLeast, Class<T> family) {
        var told = new ArrayList<T>();
        for (var record : Told.records(topic, key, atLeast)) told.add(events.read(record, family));
        return told;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
