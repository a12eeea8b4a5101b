package io.rhomboid.therapist.licence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Told;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class TellingThatALicenceEndsTest {

    @Autowired
    Api api;

    @Autowired
    LicenceNotices notices;

    @Autowired
    MongoDatabase database;

    String clinic = "";
    String therapist = "";

    @BeforeEach
    void a_therapist_with_a_price_at_a_clinic() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
        therapist = api.post("/therapists", Examples.therapist()).location();
        api.put(therapist + "/prices", "\"1\"", Examples.prices(Examples.offer(clinic, "HOT_STONE", 60, 8900, "EUR")));
    }

    @Test
    void it_is_told_once_however_many_look_at_once() throws Exception {
        var licence = verified(LocalDate.now().plusDays(20));
        var looking = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) looking.add(notices::giveWhatIsDue);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var looked : threads.invokeAll(looking)) looked.get();
        }
        notices.giveWhatIsDue();

        // A later notice comes after all of these on the same key.
        database.getCollection("licence-notices")
                .updateOne(Filters.eq("_id", licence.text("/id")), Updates.set("told", 1L));
        notices.giveWhatIsDue();
        var told = Told.on("licences", licence.text("/id"), 2);

        assertThat(told).hasSize(2).allSatisfy(event -> {
            assertThat(event.at("/type").asString()).isEqualTo("LicenceExpiring");
            assertThat(event.at("/version").asInt()).isEqualTo(2);
            assertThat(event.at("/number").asString()).isEqualTo("BE-4711");
            assertThat(event.at("/clinicIds/0").asString()).isEqualTo(clinic);
            assertThat(event.at("/daysLeft").asInt()).isBetween(19, 20);
        });
    }

    @Test
    void nobody_hears_of_one_that_lasts_or_of_a_draft() {
        var lasting = verified(LocalDate.now().plusDays(300));
        var profile = Examples.therapist().put("listing", "DRAFT");
        therapist = api.post("/therapists", profile).location();
        var draft = verified(LocalDate.now().plusDays(20));

        notices.giveWhatIsDue();

        for (var licence : List.of(lasting, draft)) {
            assertThat(database.getCollection("licence-notices").countDocuments(Filters.eq("_id", licence.text("/id"))))
                    .isZero();
        }
    }

    private Answer verified(LocalDate validUntil) {
        var licence = api.post(therapist + "/licences", Examples.licence().put("validUntil", validUntil.toString()));
        api.put(licence.location() + "/verification", api.get(therapist).etag(), Api.json("{'status': 'VERIFIED'}"));
        return licence;
    }
}
