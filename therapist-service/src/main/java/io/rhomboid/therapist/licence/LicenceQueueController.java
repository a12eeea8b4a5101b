package io.rhomboid.therapist.licence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Licence.Status;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** The licences of all therapists over HTTP, for who looks into them. */
@Allowed(CLINIC_ADMIN)
@RestController
@RequestMapping("/api/v1/licences")
class LicenceQueueController {

    private static final int FURTHEST = 366;

    private final Records<TherapistId, Therapist> therapists;
    private final Clock clock;

    LicenceQueueController(Records<TherapistId, Therapist> therapists, Clock clock) {
        this.therapists = therapists;
        this.clock = clock;
    }

    record HeldLicence(TherapistId therapistId, String therapistName, Licence licence) {}

    record LicenceList(List<HeldLicence> licences) {}

    /**
     * Licences of one status, those that end first first: of who works at a clinic of yours.
     *
     * @param endingWithinDays only those whose last day is at most so many days away, or just past
     */
    @GetMapping
    @CanRefuse("400 invalid-parameter: status is not one, or endingWithinDays is not from 0 to 366")
    LicenceList list(
            @RequestParam(defaultValue = "SUBMITTED") Status status,
            @RequestParam(required = false) @Nullable Integer endingWithinDays) {
        var wanted = within(endingWithinDays);
        var access = Access.current();
        return new LicenceList(therapists.all().stream()
                .filter(kept -> access.isAdminWhere(kept.state()::worksAt))
                .flatMap(kept -> kept.state().licences().stream()
                        .filter(licence -> licence.status() == status)
                        .filter(wanted)
                        .map(licence -> new HeldLicence(kept.id(), kept.state().name(), licence)))
                .sorted(Comparator.comparing(
                                (HeldLicence held) -> held.licence().validUntil())
                        .thenComparing(held -> held.licence().id().value()))
                .toList());
    }

    private Predicate<Licence> within(@Nullable Integer days) {
        if (days == null) return _ -> true;
        if (days < 0 || days > FURTHEST) {
            var message = "must be from 0 to " + FURTHEST;
            throw new ProblemException(
                    Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "endingWithinDays " + message)
                            .field("endingWithinDays", message));
        }
        var last = LocalDate.now(clock).plusDays(days);
        return licence -> !licence.validUntil().isAfter(last);
    }
}
