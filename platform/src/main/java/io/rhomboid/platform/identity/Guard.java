package io.rhomboid.platform.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Caller.Anyone;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.identity.SecurityEvents.Kind;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/**
 * Holds each operation to its rule ({@link Allowed}), before anything of the request is read but its address.
 *
 * <ol>
 *   <li>Who may not whatever the id is refused without a look at the id: 401 without a token, else 403.
 *   <li>Who may with their own is asked for in one query with the id and what is theirs: nothing found is 404, the same
 *       for what is somebody else's and for what does not exist.
 * </ol>
 */
final class Guard implements HandlerInterceptor {

    private static final String OURS = "io.rhomboid.";

    private final Memberships memberships;
    private final Map<String, Belonging> kinds = new HashMap<>();
    private final Function<@Nullable String, Optional<Guest>> guests;
    private final SecurityEvents events;

    /** @param guests whom a pass lets in; nobody for none */
    Guard(
            Memberships memberships,
            List<Belonging> kinds,
            Function<@Nullable String, Optional<Guest>> guests,
            SecurityEvents events) {
        this.memberships = memberships;
        this.guests = guests;
        this.events = events;
        for (var kind : kinds) this.kinds.put(kind.kind(), kind);
    }

    /** The rules of an operation; none if nobody thought of any. */
    static Set<Allowed> rulesOf(HandlerMethod operation) {
        var own = AnnotatedElementUtils.getMergedRepeatableAnnotations(operation.getMethod(), Allowed.class);
        return own.isEmpty()
                ? AnnotatedElementUtils.getMergedRepeatableAnnotations(operation.getBeanType(), Allowed.class)
                : own;
    }

    /** What keeps this operation from being held to its rule; null when nothing does. */
    @Nullable
    String unguardable(HandlerMethod operation) {
        if (!isOurs(operation)) return null;
        var rules = rulesOf(operation);
        if (rules.isEmpty()) return operation + " has no rule";
        return rules.stream()
                .map(Allowed::of)
                .filter(kind -> !kind.isEmpty() && !kind.equals("clinic") && !kinds.containsKey(kind))
                .findFirst()
                .map(kind -> operation + " is about a " + kind + ", and nobody knows whose those are")
                .orElse(null);
    }

    private static boolean isOurs(HandlerMethod operation) {
        return operation.getBeanType().getName().startsWith(OURS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod operation) || !isOurs(operation)) return true;
        var rules = rulesOf(operation);
        if (!isFor(rules, Who.ANYONE)) response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean aboutHealth = operation.getBeanType().isAnnotationPresent(AboutHealth.class);
        Access.grant(request, access(Caller.current(), rules, aboutHealth, request, response));
        return true;
    }

    private Access access(
            Caller caller,
            Set<Allowed> rules,
            boolean aboutHealth,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!aboutHealth && caller instanceof Person person && person.platformAdmin()) {
            return new Access(caller, Who.PLATFORM_ADMIN, List.of());
        }
        var onlyAnyone = rules.stream().allMatch(rule -> List.of(rule.value()).equals(List.of(Who.ANYONE)));
        var member = caller instanceof Person person && !onlyAnyone
                ? memberships.of(person.subject())
                : List.<Membership>of();
        var guest =
                isFor(rules, Who.GUEST) ? guests.apply(request.getHeader(Reach.GUEST_PASS)) : Optional.<Guest>empty();
        var asked = new LinkedHashSet<Allowed>();
        var unnamed = new ArrayList<String>();
        for (var who : Who.values()) {
            var reach = reach(who, caller, member, guest);
            if (reach.isNothing() && !(who == Who.SIGNED_IN && caller instanceof Person) && who != Who.ANYONE) continue;
            for (var rule : rules) {
                if (!Arrays.asList(rule.value()).contains(who)) continue;
                if (rule.of().isEmpty() || who == Who.SIGNED_IN || who == Who.ANYONE) {
                    return new Access(caller, who, member);
                }
                asked.add(rule);
                var id = id(request, rule.by());
                if (id == null) unnamed.add(rule.by());
                else if (belongs(rule, id, reach)) return new Access(caller, who, member);
            }
        }
        throw new ProblemException(refusal(caller, asked, unnamed, request, response));
    }

    private Problem refusal(
            Caller caller,
            Set<Allowed> asked,
            List<String> unnamed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var operation =
                request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (!asked.isEmpty()) {
            if (asked.stream().allMatch(rule -> unnamed.contains(rule.by()))) return missing(unnamed);
            var what = asked.stream()
                    .filter(rule -> !unnamed.contains(rule.by()))
                    .findFirst()
                    .orElseThrow()
                    .of();
            events.record(Kind.NOT_THEIRS, caller, operation, what);
            return Problem.of(
                    HttpStatus.NOT_FOUND, "unknown-" + what, "There is no such " + what.replace('-', ' ') + ".");
        }
        if (caller instanceof Anyone) {
            events.record(Kind.NOT_SIGNED_IN, caller, operation, "no token");
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, Refusing.CHALLENGE);
            return Refusing.NOT_SIGNED_IN;
        }
        events.record(Kind.NOT_ALLOWED, caller, operation, "no such role");
        return Problem.of(
                HttpStatus.FORBIDDEN, "not-allowed", "This is for others to do. Ask an admin of the clinic who may.");
    }

    private static Problem missing(List<String> names) {
        var once = names.stream().distinct().toList();
        var problem = Problem.of(
                HttpStatus.BAD_REQUEST, "missing-parameter", "Give " + String.join(" or ", once) + ": which of yours?");
        for (var name : once) problem = problem.field(name, "is missing");
        return problem;
    }

    private static boolean isFor(Set<Allowed> rules, Who who) {
        return rules.stream().anyMatch(rule -> Arrays.asList(rule.value()).contains(who));
    }

    private static Reach reach(Who who, Caller caller, List<Membership> member, Optional<Guest> guest) {
        return switch (who) {
            case CLINIC_ADMIN -> Reach.clinics(clinics(member, Set.of(StaffRole.CLINIC_ADMIN)));
            case DESK -> Reach.clinics(clinics(member, Set.of(StaffRole.DESK, StaffRole.CLINIC_ADMIN)));
            case THERAPIST ->
                Reach.therapists(member.stream()
                        .map(Membership::therapistId)
                        .filter(id -> id != null)
                        .collect(Collectors.toSet()));
            case CLIENT ->
                caller instanceof Person person && person.mail() != null ? Reach.client(person.mail()) : Reach.NOTHING;
            case GUEST -> guest.map(Reach::guest).orElse(Reach.NOTHING);
            case PLATFORM_ADMIN, SIGNED_IN, ANYONE -> Reach.NOTHING;
        };
    }

    private static Set<ClinicId> clinics(List<Membership> member, Set<StaffRole> roles) {
        return member.stream()
                .filter(one -> one.roles().stream().anyMatch(roles::contains))
                .map(Membership::clinicId)
                .collect(Collectors.toSet());
    }

    private boolean belongs(Allowed rule, String id, Reach reach) {
        try {
            return switch (rule.of()) {
                case "clinic" -> reach.clinics().contains(ClinicId.of(id));
                case "therapist" ->
                    reach.therapists().contains(TherapistId.of(id))
                            || kind(rule).belongs(id, reach);
                default -> kind(rule).belongs(id, reach);
            };
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", rule.by() + " " + e.getMessage())
                            .field(rule.by(), String.valueOf(e.getMessage())));
        }
    }

    private Belonging kind(Allowed rule) {
        var kind = kinds.get(rule.of());
        if (kind == null) throw new IllegalStateException("nobody knows whose a " + rule.of() + " is");
        return kind;
    }

    /** From the path, else from the query. Given twice it could mean one thing here and another one there. */
    private static @Nullable String id(HttpServletRequest request, String name) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> path
                && path.get(name) instanceof String id) {
            return id;
        }
        var given = request.getParameterValues(name);
        if (given == null) return null;
        if (given.length > 1) {
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " must be there only once")
                            .field(name, "must be there only once"));
        }
        return given[0];
    }
}
