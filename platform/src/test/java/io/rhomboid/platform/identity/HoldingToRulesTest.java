package io.rhomboid.platform.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Caller.Anyone;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.GUEST;
import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;
import static io.rhomboid.platform.identity.Who.THERAPIST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class HoldingToRulesTest {

    static final ClinicId MITTE = new ClinicId(new UUID(1, 1));
    static final ClinicId KREUZBERG = new ClinicId(new UUID(1, 2));
    static final TherapistId MIRA = new TherapistId(new UUID(2, 1));
    static final Guest GUEST_OF_B = Guest.of(new BookingId(new UUID(3, 1)), new ClientId(new UUID(4, 1)));

    static final Person JO = new Person("jo", "jo@client.example", "Jo", false);
    static final Person UNVERIFIED = new Person("un", null, "Un", false);
    static final Person DANA = new Person("dana", null, "Dana", false);
    static final Person ANTON = new Person("anton", null, "Anton", false);
    static final Person MIRA_HERSELF = new Person("mira", "mira@client.example", "Mira", false);
    static final Person PAULA = new Person("paula", null, "Paula", true);

    static final Map<String, List<Membership>> STAFF = Map.of(
            "dana", List.of(new Membership(MITTE, Set.of(StaffRole.DESK), null)),
            "anton", List.of(new Membership(MITTE, Set.of(StaffRole.CLINIC_ADMIN), null)),
            "mira", List.of(new Membership(MITTE, Set.of(StaffRole.THERAPIST), MIRA)));

    /** What the store would be asked. */
    final List<Reach> asked = new ArrayList<>();

    final List<String> looked = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Guard guard = new Guard(
            subject -> {
                looked.add(subject);
                return STAFF.getOrDefault(subject, List.of());
            },
            List.of(Belonging.of("thing", (id, reach) -> {
                asked.add(reach);
                UUID.fromString(id);
                return reach.clinics().contains(MITTE)
                        || reach.therapists().contains(MIRA)
                        || "jo@client.example".equals(reach.mail())
                        || reach.guest() == GUEST_OF_B;
            })),
            pass -> "good".equals(pass) ? Optional.of(GUEST_OF_B) : Optional.empty(),
            new SecurityEvents(meters));

    @SuppressWarnings("unused")
    static class Operations {

        void bare() {}

        @Allowed(value = DESK, of = "unheard-of")
        void unheard() {}

        @Allowed(ANYONE)
        void open() {}

        @Allowed(SIGNED_IN)
        void me() {}

        @Allowed(PLATFORM_ADMIN)
        void platform() {}

        @Allowed({CLIENT, GUEST, THERAPIST, DESK})
        void anybodys() {}

        @Allowed(
                value = {CLIENT, GUEST, THERAPIST, DESK},
                of = "thing")
        void own() {}

        @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
        void report() {}

        @Allowed(value = DESK, of = "clinic", by = "clinicId")
        @Allowed(value = THERAPIST, of = "therapist", by = "therapistId")
        void sheet() {}
    }

    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void an_operation_without_a_rule_is_named_before_anybody_can_ask_for_it() {
        assertThat(guard.unguardable(operation("bare"))).endsWith("has no rule");
        assertThat(guard.unguardable(operation("unheard"))).contains("about a unheard-of");
        assertThat(guard.unguardable(operation("own"))).isNull();
        assertThat(guard.unguardable(operation("sheet"))).contains("therapist");
    }

    @Test
    void and_is_done_for_nobody_but_the_platforms_admin() {
        assertThat(refused(JO, "bare")).isEqualTo("403 not-allowed");
        assertThat(refused(new Anyone(), "bare")).isEqualTo("401 not-signed-in");
    }

    @Test
    void each_acts_as_the_strongest_that_fits() {
        assertThat(as(new Anyone(), "open")).isEqualTo(ANYONE);
        assertThat(as(JO, "me")).isEqualTo(SIGNED_IN);
        assertThat(as(PAULA, "platform")).isEqualTo(PLATFORM_ADMIN);
        assertThat(as(PAULA, "own")).isEqualTo(PLATFORM_ADMIN);
        assertThat(as(JO, "own")).isEqualTo(CLIENT);
        assertThat(as(DANA, "own")).isEqualTo(DESK);
        assertThat(as(ANTON, "own")).isEqualTo(DESK);
        assertThat(as(MIRA_HERSELF, "own")).isEqualTo(THERAPIST);
        assertThat(as(MIRA_HERSELF, "anybodys")).isEqualTo(THERAPIST);
    }

    @Test
    void what_is_open_asks_nobody_what_they_are() {
        as(DANA, "open");

        assertThat(looked).isEmpty();
    }

    @Test
    void who_could_not_whatever_it_is_is_refused_before_anybody_looks() {
        assertThat(refused(new Anyone(), "own")).isEqualTo("401 not-signed-in");
        assertThat(refused(UNVERIFIED, "own")).isEqualTo("403 not-allowed");
        assertThat(refused(DANA, "platform")).isEqualTo("403 not-allowed");
        assertThat(refused(DANA, "report")).isEqualTo("403 not-allowed");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_query_gets_the_reach_of_one_role_and_no_more() {
        as(DANA, "own");
        as(JO, "own");

        assertThat(asked).containsExactly(Reach.clinics(Set.of(MITTE)), Reach.client("jo@client.example"));
    }

    @Test
    void a_pass_lets_a_guest_in_and_a_bad_one_nobody() {
        request.addHeader("Guest-Pass", "good");
        assertThat(as(new Anyone(), "own")).isEqualTo(GUEST);

        request = new MockHttpServletRequest("GET", "/");
        request.addHeader("Guest-Pass", "bad");
        assertThat(refused(new Anyone(), "own")).isEqualTo("401 not-signed-in");
    }

    @Test
    void a_clinic_is_named_once_and_is_theirs() {
        request.setParameter("clinicId", MITTE.toString());
        assertThat(as(ANTON, "report")).isEqualTo(CLINIC_ADMIN);

        request.setParameter("clinicId", KREUZBERG.toString());
        assertThat(refused(ANTON, "report")).isEqualTo("404 unknown-clinic");

        request.setParameter("clinicId", MITTE.toString(), KREUZBERG.toString());
        assertThat(refused(ANTON, "report")).isEqualTo("400 invalid-parameter");

        request.setParameter("clinicId", "nonsense");
        assertThat(refused(ANTON, "report")).isEqualTo("400 invalid-parameter");

        request.removeParameter("clinicId");
        assertThat(refused(ANTON, "report")).isEqualTo("400 missing-parameter");
    }

    @Test
    void of_several_rules_one_is_enough() {
        request.setParameter("therapistId", MIRA.toString());
        assertThat(as(MIRA_HERSELF, "sheet")).isEqualTo(THERAPIST);
        assertThat(refused(DANA, "sheet")).isEqualTo("400 missing-parameter");

        request.setParameter("clinicId", MITTE.toString());
        assertThat(as(DANA, "sheet")).isEqualTo(DESK);
    }

    @Test
    void each_refusal_is_counted_by_its_kind() {
        refused(new Anyone(), "own");
        refused(UNVERIFIED, "own");
        request.setParameter("clinicId", KREUZBERG.toString());
        refused(ANTON, "report");

        for (var kind : List.of("not-signed-in", "not-allowed", "not-theirs")) {
            assertThat(meters.counter("rhomboid.security.events", "event", kind).count())
                    .as(kind)
                    .isEqualTo(1);
        }
    }

    private Who as(Caller caller, String operation) {
        guard(caller, operation);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return Access.current().as();
    }

    private String refused(Caller caller, String operation) {
        var problem = catchThrowableOfType(ProblemException.class, () -> guard(caller, operation))
                .problem();
        return problem.status().value() + " " + problem.type();
    }

    private void guard(Caller caller, String operation) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, ""));
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("id", new UUID(9, 9).toString()));
        guard.preHandle(request, new MockHttpServletResponse(), operation(operation));
    }

    private static HandlerMethod operation(String name) {
        try {
            return new HandlerMethod(new Operations(), Operations.class.getDeclaredMethod(name));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
