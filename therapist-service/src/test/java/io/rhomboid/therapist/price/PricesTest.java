package io.rhomboid.therapist.price;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class PricesTest {

    @Autowired
    Api api;

    String clinic = "";
    String therapist = "";

    @BeforeEach
    void a_therapist_without_prices() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
        therapist = api.post("/therapists", Examples.therapist()).location();
    }

    @Test
    void a_price_list_is_replaced_as_a_whole() {
        var first = api.put(therapist + "/prices", "\"1\"", prices());
        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        assertThat(first.json().at("/offers")).hasSize(2);
        assertThat(first.json().at("/offers/0/price/cents").asLong()).isEqualTo(8900);

        var second = api.put(therapist + "/prices", first.etag(), Examples.prices());
        assertThat(second.json().at("/offers")).isEmpty();
        assertThat(api.get(therapist).etag()).isEqualTo("\"3\"");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        assertThat(api.put(therapist + "/prices", "\"2\"", prices()).status()).isEqualTo(412);
        assertThat(api.put("/therapists/0b8f7b0e-0000-4000-8000-000000000001/prices", "\"1\"", prices())
                        .problem())
                .isEqualTo("unknown-therapist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/offers | | offers",
                "/offers/0 | null | offers[0]",
                "/offers/0/clinicId | '0b8f7b0e-0000-4000-8000-000000000001' | offers[0].clinicId",
                "/offers/0/treatment | 'REIKI' | offers[0].treatment",
                "/offers/0/treatment | 'THAI' | offers[0].treatment",
                "/offers/0/lengthMinutes | 50 | offers[0].lengthMinutes",
                "/offers/0/lengthMinutes | 90 | offers[0].lengthMinutes",
                "/offers/0/price/currency | 'USD' | offers[0].price.currency",
                "/offers/0/price/cents | -1 | offers[0].price.cents",
                "/offers/0/price/cents | 89.5 | offers[0].price.cents",
                "/offers/0/price/cents | 99999999999 | offers[0].price.cents",
                "/offers/0/price | | offers[0].price",
                "/offers/0/discount | 5 | offers[0].discount",
                "/offers/0/included | 'towels' | offers[0].included",
                "/offers/0/included | [' '] | offers[0].included[0]",
                "/offers/0/included | ['1','2','3','4','5','6','7','8','9','10','11'] | offers[0].included",
                "/packages/0/name | | packages[0].name",
                "/packages/0/clinicId | '0b8f7b0e-0000-4000-8000-000000000001' | packages[0]",
                "/packages/0/treatment | 'HOT_STONE' | packages[0]",
                "/packages/0/lengthMinutes | 30 | packages[0]",
                "/packages/0/sessions | 1 | packages[0].sessions",
                "/packages/0/sessions | 51 | packages[0].sessions",
                "/packages/1/sessions | 5 | packages[1].sessions",
                "/packages/0/payFor | 0 | packages[0].payFor",
                "/packages/0/payFor | 6 | packages[0].payFor",
                "/packages/0/payFor | | packages[0].payFor",
                "/packages/0/price | {'cents': 35600, 'currency': 'EUR'} | packages[0].payFor",
                "/packages/1/price/cents | 89001 | packages[1].price.cents",
                "/packages/1/price/cents | -1 | packages[1].price.cents",
                "/packages/1/price/currency | 'USD' | packages[1].price.currency",
                "/packages/0/validDays | 0 | packages[0].validDays",
                "/packages/0/validDays | 1097 | packages[0].validDays"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.put(therapist + "/prices", "\"1\"", Spoiled.at(withPackages(), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(api.get(therapist).etag()).isEqualTo("\"1\"");
    }

    @Test
    void another_clinics_own_treatment_has_no_price_here() {
        var other = api.post("/clinics", Examples.clinic()).text("/id");
        var code = "T" + UUID.randomUUID().toString().replace("-", "").toUpperCase();
        api.post("/treatments", Examples.treatment(code).put("clinicId", other));
        var practises = Examples.therapist();
        practises
                .withArray("/specializations")
                .add(Api.json("{'treatment': '%s', 'experienceYears': 1}".formatted(code)));
        var theirs = api.post("/therapists", practises).location();

        assertThat(api.put(theirs + "/prices", "\"1\"", Examples.prices(Examples.offer(clinic, code, 60, 8900, "EUR")))
                        .firstError())
                .startsWith("offers[0].treatment must be one that this clinic gives");
        assertThat(api.put(theirs + "/prices", "\"1\"", Examples.prices(Examples.offer(other, code, 60, 8900, "EUR")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_product_has_one_price() {
        var twice = prices();
        twice.withArray("/offers").add(Examples.offer(clinic, "TRIGGER_POINT", 60, 9900, "EUR"));

        assertThat(api.put(therapist + "/prices", "\"1\"", twice).firstError())
                .startsWith("offers[2] must be the only one");
    }

    @Test
    void a_price_says_what_it_includes() {
        var prices = Spoiled.at(prices(), "/offers/0/included", "['Ten minutes of talk before', 'Hot towels']");
        var answer = api.put(therapist + "/prices", "\"1\"", prices);

        assertThat(answer.text("/offers/0/included/1")).isEqualTo("Hot towels");
        assertThat(answer.json().at("/offers/1/included")).isEmpty();
    }

    @Test
    void five_for_the_price_of_four_is_answered_as_an_amount() {
        var answer = api.put(therapist + "/prices", "\"1\"", withPackages());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);

        var list = api.get(therapist + "/prices");
        assertThat(list.etag()).isEqualTo("\"2\"");
        assertThat(list.json().at("/offers")).hasSize(2);
        assertThat(list.json().at("/packages")).isEqualTo(answer.json().at("/packages"));
        assertThat(list.text("/packages/0/name")).isEqualTo("Five for the price of four");
        assertThat(list.json().at("/packages/0/price/cents").asLong()).isEqualTo(4 * 8900);
        assertThat(list.text("/packages/0/price/currency")).isEqualTo("EUR");
        assertThat(list.json().at("/packages/1/price/cents").asLong()).isEqualTo(80000);

        assertThat(api.put(therapist + "/prices", "\"2\"", prices()).json().at("/packages"))
                .isEmpty();
        assertThat(api.get("/therapists/0b8f7b0e-0000-4000-8000-000000000001/prices")
                        .problem())
                .isEqualTo("unknown-therapist");
    }

    private ObjectNode withPackages() {
        var prices = prices();
        prices.setAll(Api.json("""
                {'packages': [{'name': 'Five for the price of four', 'clinicId': '%1$s', 'treatment': 'TRIGGER_POINT',
                               'lengthMinutes': 60, 'sessions': 5, 'payFor': 4, 'validDays': 365},
                              {'name': 'Ten', 'clinicId': '%1$s', 'treatment': 'TRIGGER_POINT', 'lengthMinutes': 60,
                               'sessions': 10, 'price': {'cents': 80000, 'currency': 'EUR'}, 'validDays': 730}]}""".formatted(clinic)));
        return prices;
    }

    private ObjectNode prices() {
        return Examples.prices(
                Examples.offer(clinic, "TRIGGER_POINT", 60, 8900, "EUR"),
                Examples.offer(clinic, "HOT_STONE", 90, 12900, "EUR"));
    }
}
