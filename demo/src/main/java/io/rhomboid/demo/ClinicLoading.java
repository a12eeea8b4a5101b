package io.rhomboid.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.demo.DemoFile.DemoHours;
import io.rhomboid.demo.DemoFile.DemoMember;
import io.rhomboid.demo.DemoFile.DemoTelling;
import io.rhomboid.demo.DemoFile.DemoTherapist;
import io.rhomboid.demo.DemoFile.DemoVisit;
import io.rhomboid.demo.Gateway.Answer;
import io.rhomboid.demo.Gateway.Refused;

/**
 * Brings one clinic and its therapists to the API, only what is missing: what somebody changed since stays as it is.
 *
 * <ol>
 *   <li>The clinic is looked for by its e-mail address.
 *   <li>What is created is created under a key that is the same in every run, so that two loaders at once, or one
 *       that was cut off, make no second one; a repeat is answered with what is there.
 *   <li>Prices, hours, time off, photos and vouchers are put only where there are none, a licence is verified only while it is
 *       submitted.
 *   <li>Visits of the days before are entered as a clinic's desk enters who was forgotten at the door, and then reviewed.
 * </ol>
 */
final class ClinicLoading {

    /**
     * What there is now, and how much of it this run brought.
     *
     * @param giftCode of a gift card that this run has issued: it is told only once
     */
    record Loaded(
            String name,
            String zone,
            String clinicId,
            int therapists,
            int changes,
            @Nullable String giftCode) {}

    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final JsonMapper json;
    private final DemoFile file;
    private final String name;
    private final LocalDate today;
    private final Map<String, String> therapistIds = new HashMap<>();
    private int changes;

    ClinicLoading(Gateway gateway, JsonMapper json, String name, Clock clock) {
        this.gateway = gateway;
        this.json = json;
        this.name = name;
        this.file = DemoFile.read(name, json);
        this.today = LocalDate.now(clock.withZone(file.zone()));
    }

    Loaded load() {
        var clinic = clinic();
        var clinicId = clinic.get("id").asString();
        showClinic(clinic);
        for (var therapist : file.therapists()) load(therapist, clinicId, clinic);
        for (var member : file.staff()) takeIn(member, clinicId);
        if (file.telling() != null) tell(file.telling(), clinicId);
        var giftCode = file.vouchers().isEmpty() ? null : issueVouchers(clinicId);
        enterVisits(clinicId);
        return new Loaded(
                clinic.get("name").asString(),
                clinic.get("zone").asString(),
                clinicId,
                file.therapists().size(),
                changes,
                giftCode);
    }

    private void takeIn(DemoMember member, String clinicId) {
        var path = "/clinics/" + clinicId + "/members/";
        var wanted = json.createObjectNode().put("name", member.name()).put("mail", member.mail());
        member.roles().forEach(wanted.putArray("roles")::add);
        if (member.treatsAs() != null) {
            var therapist = named(member.treatsAs()).orElseThrow().body();
            wanted.put("therapistId", therapist.get("id").asString());
        }
        try {
            changed(gateway.put(path + member.person(), "\"0\"", wanted));
        } catch (Refused e) {
            // Taken in by an earlier demo, and perhaps something else by now.
            if (e.status() != 412) throw e;
        }
    }

    private void tell(DemoTelling telling, String clinicId) {
        var ofClinic = "?clinicId=" + clinicId;
        begin("/recipients/clinics/" + clinicId, telling.wishes());
        for (var script : telling.scripts()) {
            begin(
                    "/message-scripts/" + script.kind() + "/" + script.language() + ofClinic,
                    json.createObjectNode().put("text", String.join("\n", script.lines())));
        }
        if (gateway.get("/webhooks" + ofClinic).body().get("webhooks").isEmpty()) {
            changed(gateway.post("/webhooks" + ofClinic, "demo-webhook-" + name, telling.webhook()));
        }
    }

    /** Says what nobody has said yet. */
    private void begin(String path, ObjectNode wanted) {
        try {
            changed(gateway.put(path, "\"0\"", wanted));
        } catch (Refused e) {
            if (e.status() != 412) throw e;
        }
    }

    private JsonNode clinic() {
        var email = file.clinic().get("email").asString();
        for (var clinic : gateway.get("/clinics").body().get("clinics")) {
            if (email.equals(clinic.path("email").asString(""))) return clinic;
        }
        return changed(gateway.post("/clinics", "demo-clinic-" + name, wantedClinic()))
                .body();
    }

    private void showClinic(JsonNode clinic) {
        if (!clinic.path("photos").isEmpty()) return;
        for (int i = 0; i < 2; i++) {
            var path = "/clinics/" + clinic.get("id").asString() + "/photos";
            changed(gateway.post(path, "demo-photo-" + name + "-" + i, Drawing.room(name, i)));
        }
    }

    private ObjectNode wantedClinic() {
        var clinic = file.clinic().deepCopy();
        weekly(file.open(), clinic.putArray("openingHours"));
        var closures = clinic.putArray("closures");
        for (var closure : file.closed()) {
            closures.addObject()
                    .put("from", day(closure.from()))
                    .put("until", day(closure.until()))
                    .put("reason", closure.reason());
        }
        return clinic;
    }

    private void load(DemoTherapist demo, String clinicId, JsonNode clinic) {
        var now = therapist(demo);
        therapistIds.put(demo.name(), now.body().get("id").asString());
        var path = "/therapists/" + therapistIds.get(demo.name());
        if (!now.body().has("photo")) now = show(path, demo, now.etag());
        if (now.body().get("offers").isEmpty()) {
            now = put(path, "/prices", now.etag(), prices(demo, clinicId, clinic));
        }
        if (now.body().at("/rota/weekly").isEmpty()) {
            now = put(path, "/rota", now.etag(), rota(demo, clinicId));
        }
        licence(demo, clinic, path, now);
        if (!demo.timeOff().isEmpty()
                && gateway.get(path + "/time-off").body().get("blocks").isEmpty()) {
            for (int i = 0; i < demo.timeOff().size(); i++) takeTimeOff(demo, i, path);
        }
    }

    private @Nullable String issueVouchers(String clinicId) {
        if (!gateway.get("/vouchers?clinicId=" + clinicId)
                .body()
                .get("vouchers")
                .isEmpty()) return null;
        String giftCode = null;
        for (int i = 0; i < file.vouchers().size(); i++) {
            var issued = issue(file.vouchers().get(i), "demo-voucher-" + name + "-" + i, clinicId);
            giftCode = issued.path("code").asString(giftCode);
        }
        return giftCode;
    }

    /** Waits until booking-service has heard of clinic and therapist. */
    private JsonNode issue(ObjectNode demo, String key, String clinicId) {
        var wanted = demo.deepCopy().put("clinicId", clinicId);
        if (wanted.has("lastDay"))
            wanted.put("lastDay", day(wanted.get("lastDay").asString()));
        if (wanted.get("sessions") instanceof ObjectNode sessions) {
            sessions.put(
                    "therapistId", therapistIds.get(sessions.remove("therapist").asString()));
        }
        var giveUp = Instant.now().plus(KNOWN_WITHIN);
        while (true) {
            try {
                return changed(gateway.post("/vouchers", key, wanted)).body();
            } catch (Refused e) {
                if (e.status() != 422 || Instant.now().isAfter(giveUp)) throw e;
            }
            Gateway.sleep(Duration.ofMillis(100));
        }
    }

    private void enterVisits(String clinicId) {
        var giveUp = Instant.now().plus(KNOWN_WITHIN);
        for (int i = 0; i < file.visits().size(); i++) {
            try {
                enter(file.visits().get(i), "demo-visit-" + name + "-" + i, clinicId, giveUp);
            } catch (Refused e) {
                // Entered by an earlier demo, and now in another week; or a moderator has decided by now.
                if (e.status() != 409 && e.status() != 422) throw e;
            }
        }
    }

    private void enter(DemoVisit visit, String key, String clinicId, Instant giveUp) {
        var wanted = json.createObjectNode()
                .put("clinicId", clinicId)
                .put("therapistId", therapistIds.get(visit.therapist()))
                .put("treatment", visit.treatment())
                .put("lengthMinutes", visit.lengthMinutes())
                .put("start", visit.start(today, file.zone()));
        wanted.set("client", visit.client());
        wanted.putObject("screening").putArray("has");
        // Until booking-service has heard of the therapist, and of licence, hours and prices.
        var booking = asSoonAs(
                giveUp,
                () -> gateway.post("/bookings/walk-ins", key, wanted),
                List.of("unknown-therapist", "unknown-clinic", "unknown-treatment", "not-offered", "nobody-free"));
        var path = "/bookings/" + booking.body().get("id").asString();
        if (booking.body().get("status").asString().equals("ARRIVED")) {
            changed(gateway.put(path + "/completion", booking.etag(), json.createObjectNode()));
        }
        if (visit.review() != null) review(visit, visit.review(), key, booking.body(), giveUp);
    }

    private void review(DemoVisit visit, ObjectNode said, String key, JsonNode booking, Instant giveUp) {
        var wanted = said.deepCopy()
                .put("bookingId", booking.get("id").asString())
                .put("reference", booking.get("reference").asString());
        // Until therapist-service has heard that the session took place.
        var review = asSoonAs(giveUp, () -> gateway.post("/reviews", key, wanted), List.of("unknown-session"));
        var path = "/reviews/" + review.body().get("id").asString();
        if (visit.answer() != null && !review.body().has("answer")) {
            changed(gateway.put(path + "/answer", review.etag(), visit.answer()));
        }
        if (visit.report() != null) gateway.post(path + "/reports", key, visit.report());
    }

    /** Asks again while it is refused for one of these, for what others were told may not have come to them yet. */
    private static Answer asSoonAs(Instant giveUp, Supplier<Answer> request, List<String> notYet) {
        while (true) {
            try {
                return request.get();
            } catch (Refused e) {
                if (notYet.stream().noneMatch(e::isFor) || Instant.now().isAfter(giveUp)) throw e;
            }
            Gateway.sleep(Duration.ofMillis(100));
        }
    }

    /** Waits until booking-service has heard of the therapist; what is booked then stays. */
    private void takeTimeOff(DemoTherapist demo, int i, String path) {
        var giveUp = Instant.now().plus(KNOWN_WITHIN);
        while (true) {
            try {
                changed(gateway.post(path + "/time-off", key(demo) + "-time-off-" + i, timeOff(demo, i)));
                return;
            } catch (Refused e) {
                // Somebody has booked then, or has given the time off of an earlier demo back.
                if (e.status() == 409 || e.status() == 422) return;
                if (e.status() != 404 || Instant.now().isAfter(giveUp)) throw e;
            }
            Gateway.sleep(Duration.ofMillis(100));
        }
    }

    private Answer therapist(DemoTherapist demo) {
        var listed = json.createObjectNode()
                .put("name", demo.name())
                .put("listing", "LISTED")
                .put("gender", demo.gender())
                .put("about", demo.about())
                .put("practisingSince", demo.practisingSince());
        demo.languages().forEach(listed.putArray("languages")::add);
        demo.bodies().forEach(listed.putArray("professionalBodies")::add);
        var practices = listed.putArray("specializations");
        demo.specializations()
                .forEach((treatment, years) ->
                        practices.addObject().put("treatment", treatment).put("experienceYears", years));

        try {
            // The answer to a repeat is the therapist as they are now, with all that was added since.
            var answer = gateway.post("/therapists", key(demo), listed);
            if (answer.body().get("version").asLong() == 1) changes++;
            return answer;
        } catch (Refused e) {
            // Loaded by an earlier demo, whose words were other ones.
            if (e.status() == 422) return named(demo.name()).orElseThrow(() -> e);
            throw e;
        }
    }

    private Optional<Answer> named(String name) {
        for (var therapist : gateway.get("/therapists").body().get("therapists")) {
            if (name.equals(therapist.get("name").asString())) {
                return Optional.of(
                        gateway.get("/therapists/" + therapist.get("id").asString()));
            }
        }
        return Optional.empty();
    }

    private ObjectNode prices(DemoTherapist demo, String clinicId, JsonNode clinic) {
        var list = json.createObjectNode();
        var offers = list.putArray("offers");
        demo.prices()
                .forEach((treatment, byLength) -> byLength.forEach((minutes, cents) -> {
                    var offer = offers.addObject()
                            .put("clinicId", clinicId)
                            .put("treatment", treatment)
                            .put("lengthMinutes", minutes);
                    offer.putObject("price")
                            .put("cents", cents)
                            .put("currency", clinic.get("currency").asString());
                    demo.included().getOrDefault(treatment, List.of()).forEach(offer.putArray("included")::add);
                }));
        var packages = list.putArray("packages");
        for (var several : demo.packages()) {
            packages.addObject()
                    .put("name", several.name())
                    .put("clinicId", clinicId)
                    .put("treatment", several.treatment())
                    .put("lengthMinutes", several.lengthMinutes())
                    .put("sessions", several.sessions())
                    .put("payFor", several.payFor())
                    .put("validDays", several.validDays());
        }
        return list;
    }

    private ObjectNode rota(DemoTherapist demo, String clinicId) {
        var rota = json.createObjectNode();
        var weekly = rota.putArray("weekly");
        weekly(demo.weekly(), weekly);
        weekly.forEach(entry -> ((ObjectNode) entry).put("clinicId", clinicId));
        var overrides = rota.putArray("overrides");
        for (var other : demo.overrides()) {
            ArrayNode hours = overrides
                    .addObject()
                    .put("clinicId", clinicId)
                    .put("date", DemoFile.day(other.date(), today).toString())
                    .putArray("hours");
            other.hours().forEach(stretch -> stretch(stretch, hours.addObject()));
        }
        return rota;
    }

    private static void weekly(List<DemoHours> week, ArrayNode into) {
        for (var hours : week) {
            for (var day : hours.days()) {
                for (var stretch : hours.hours()) {
                    stretch(stretch, into.addObject().put("day", day).putObject("hours"));
                }
            }
        }
    }

    private static void stretch(String text, ObjectNode into) {
        var dash = text.indexOf('-');
        into.put("from", text.substring(0, dash)).put("to", text.substring(dash + 1));
    }

    private ObjectNode timeOff(DemoTherapist demo, int i) {
        var absence = demo.timeOff().get(i);
        return json.createObjectNode().put("start", midnight(absence.from())).put("end", midnight(absence.to()));
    }

    private String midnight(String day) {
        return DemoFile.day(day, today)
                .atStartOfDay(file.zone())
                .toOffsetDateTime()
                .toString();
    }

    private void licence(DemoTherapist demo, JsonNode clinic, String path, Answer therapist) {
        var number = demo.licence().number();
        var known = licence(therapist.body(), number);
        if (known.isEmpty()) {
            var wanted = json.createObjectNode()
                    .put("number", number)
                    .put("authority", demo.licence().authority())
                    .put("jurisdiction", clinic.get("jurisdiction").asString())
                    .put("validFrom", day(demo.licence().validFrom()))
                    .put("validUntil", day(demo.licence().validUntil()));
            var submitted = changed(gateway.post(path + "/licences", key(demo) + "-licence", wanted));
            verify(path, submitted.body(), submitted.etag());
        } else {
            verify(path, known.get(), therapist.etag());
        }
    }

    private void verify(String path, JsonNode licence, String etag) {
        if (!licence.get("status").asString().equals("SUBMITTED")) return;
        var verified = json.createObjectNode().put("status", "VERIFIED").put("reason", "seen for the demo");
        put(path, "/licences/" + licence.get("id").asString() + "/verification", etag, verified);
    }

    private Answer show(String path, DemoTherapist demo, String etag) {
        return unlessSomebodyWasFaster(path, () -> gateway.put(path + "/photo", etag, Drawing.portrait(demo.name())));
    }

    private Answer put(String path, String part, String etag, JsonNode body) {
        return unlessSomebodyWasFaster(path, () -> gateway.put(path + part, etag, body));
    }

    /** Changes a part of a therapist; if somebody else changed them in between, what they did stays. */
    private Answer unlessSomebodyWasFaster(String path, Supplier<Answer> change) {
        try {
            return changed(change.get());
        } catch (Refused e) {
            if (e.status() == 412) return gateway.get(path);
            throw e;
        }
    }

    private static Optional<JsonNode> licence(JsonNode therapist, String number) {
        for (var licence : therapist.get("licences")) {
            if (number.equals(licence.get("number").asString())) return Optional.of(licence);
        }
        return Optional.empty();
    }

    private String day(String text) {
        return DemoFile.day(text, today).toString();
    }

    private String key(DemoTherapist demo) {
        return "demo-therapist-" + name + "-" + file.therapists().indexOf(demo);
    }

    private Answer changed(Answer answer) {
        changes++;
        return answer;
    }
}
