package io.rhomboid.therapist.staff;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Inviting people to a clinic's staff, and accepting. */
@RestController
@RequestMapping("/api/v1")
class InvitationController {

    private static final Answers ANSWERS = new Answers("invitation");
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Invitations invitations;
    private final Members members;
    private final Roles roles;
    private final Records<ClinicId, Clinic> clinics;
    private final BodyHash hash;
    private final Clock clock;

    InvitationController(
            Invitations invitations,
            Members members,
            Roles roles,
            Records<ClinicId, Clinic> clinics,
            BodyHash hash,
            Clock clock) {
        this.invitations = invitations;
        this.members = members;
        this.roles = roles;
        this.clinics = clinics;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Whom the clinic wants, and as what.
     *
     * @param mail that they have verified at the sign-in when they accept
     * @param therapistId as whom they treat; with the role THERAPIST and only with it
     */
    record InvitationRequest(
            @NotNull
            @Size(max = 254)
            @Email(
                    regexp = "[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+",
                    message = "must be a mail address")
            String mail,

            @NotEmpty @Size(max = 3) Set<@NotNull StaffRole> roles,
            @Nullable TherapistId therapistId) {}

    /** @param token only in the answer to who invites; it is kept nowhere */
    record InvitationView(
            UUID id,
            long version,
            ClinicId clinicId,
            String mail,
            Set<StaffRole> roles,
            @Nullable TherapistId therapistId,
            Instant expiresAt,
            @Nullable String token) {

        static InvitationView of(Invitation invitation, @Nullable String token) {
            return new InvitationView(
                    invitation.id(),
                    invitation.version(),
                    invitation.clinicId(),
                    invitation.mail(),
                    invitation.roles(),
                    invitation.therapistId(),
                    invitation.expiresAt(),
                    token);
        }
    }

    record InvitationList(List<InvitationView> invitations) {}

    /** @param token as the one who invites was told it */
    record AcceptanceRequest(
            @NotNull @Size(min = 1, max = 100) String token) {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "AcceptanceRequest[…]";
        }
    }

    /**
     * 201 with the invitation and its token, also to a repeat; a mail with a link goes to whom you invite. Good for seven
     * days, for whoever signs in with that mail address.
     */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @PostMapping("/clinics/{id}/invitations")
    @CanRefuse({
        "404 unknown-clinic: there is no such clinic",
        "404 unknown-invitation: what this key made was accepted or taken back",
        "422 unknown-therapist: no such therapist works there"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The invitation, with its token",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    ResponseEntity<?> invite(
            @PathVariable ClinicId id, IdempotencyKey key, @RequestBody @Valid InvitationRequest request) {
        if (clinics.find(id).isEmpty()) return new Answers("clinic").unknown();
        var membership = roles.membership(id, request.roles(), request.therapistId());
        var now = clock.instant();
        var invitation = new Invitation(
                key.idFor("invitations/" + id),
                1,
                id,
                request.mail(),
                membership.roles(),
                membership.therapistId(),
                now.plus(GOOD_FOR).truncatedTo(ChronoUnit.SECONDS));
        var bodyHash = hash.of(request);
        if (invitations.add(invitation, bodyHash, now)) return created(invitation);
        var before = invitations.bodyHash(invitation.id());
        if (before.isPresent() && !before.get().equals(bodyHash)) return IdempotencyKey.REUSED.answer();
        return invitations
                .find(invitation.id(), id)
                .<ResponseEntity<?>>map(this::created)
                .orElseGet(ANSWERS::unknown);
    }

    private ResponseEntity<?> created(Invitation invitation) {
        var view = InvitationView.of(invitation, invitations.token(invitation));
        return ResponseEntity.created(URI.create("/api/v1/clinics/" + view.clinicId() + "/invitations/" + view.id()))
                .eTag(ExpectedVersion.etag(view.version()))
                .body(view);
    }

    /** 200 with the invitations that wait, without their tokens. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @GetMapping("/clinics/{id}/invitations")
    @CanRefuse("404 unknown-clinic: there is no such clinic")
    @ApiResponse(
            responseCode = "200",
            description = "The invitations",
            content = @Content(schema = @Schema(implementation = InvitationList.class)))
    ResponseEntity<?> list(@PathVariable ClinicId id) {
        if (clinics.find(id).isEmpty()) return new Answers("clinic").unknown();
        return ResponseEntity.ok(new InvitationList(invitations.open(id, clock.instant()).stream()
                .map(invitation -> InvitationView.of(invitation, null))
                .toList()));
    }

    /** 204; its token opens nothing any more. Who has accepted it stays a member. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @DeleteMapping("/clinics/{id}/invitations/{invitationId}")
    @CanRefuse("404 unknown-invitation: there is no such invitation, or no more")
    @ApiResponse(responseCode = "204", description = "Taken back", content = @Content)
    ResponseEntity<?> revoke(@PathVariable ClinicId id, @PathVariable UUID invitationId, ExpectedVersion expected) {
        if (invitations.remove(invitationId, id, expected.value()))
            return ResponseEntity.noContent().build();
        return invitations
                .find(invitationId, id)
                .<ResponseEntity<?>>map(found -> Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "It was accepted since you read it. Take the member out instead.")
                        .with("currentVersion", found.version())
                        .answer())
                .orElseGet(ANSWERS::unknown);
    }

    /**
     * 200 with what the caller is at the clinic now, beside what they were there. Sent again by the same person before
     * it was done, it goes on where it stopped.
     */
    @Allowed(SIGNED_IN)
    @PostMapping("/invitations/acceptance")
    @CanRefuse("404 unknown-invitation: it is not for this mail address, over, taken back, accepted, or never was")
    @ApiResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = Membership.class)))
    ResponseEntity<?> accept(@RequestBody @Valid AcceptanceRequest request) {
        var person = (Person) Access.current().caller();
        if (person.mail() == null) return ANSWERS.unknown();
        var taken = invitations.take(request.token(), person.mail(), person.subject(), clock.instant());
        if (taken.isEmpty()) return ANSWERS.unknown();
        var membership = join(person, taken.get());
        invitations.done(taken.get().id());
        return ResponseEntity.ok(membership);
    }

    private Membership join(Person person, Invitation invitation) {
        while (true) {
            var seen = members.find(person.subject());
            var all = EnumSet.copyOf(invitation.roles());
            var therapist = invitation.therapistId();
            var before = seen.at(invitation.clinicId());
            if (before.isPresent()) {
                all.addAll(before.get().roles());
                if (therapist == null) therapist = before.get().therapistId();
            }
            var membership = new Membership(invitation.clinicId(), all, therapist);
            if (before.filter(membership::equals).isPresent()) return membership;
            if (members.save(seen.with(membership, person.name(), person.mail()))) return membership;
        }
    }
}
