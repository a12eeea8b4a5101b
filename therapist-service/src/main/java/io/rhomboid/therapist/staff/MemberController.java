package io.rhomboid.therapist.staff;

import java.util.List;
import java.util.Set;
import jakarta.validation.Valid;
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
import org.springframework.web.bind.annotation.PutMapping;
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
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Text;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Who belongs to a clinic, over HTTP; and who the caller is. */
@RestController
@RequestMapping("/api/v1")
class MemberController {

    private static final Answers ANSWERS = new Answers("member");

    private final Members members;
    private final Roles roles;
    private final Records<ClinicId, Clinic> clinics;

    MemberController(Members members, Roles roles, Records<ClinicId, Clinic> clinics) {
        this.members = members;
        this.roles = roles;
        this.clinics = clinics;
    }

    /**
     * What somebody shall be at the clinic.
     *
     * @param therapistId as whom they treat; with the role THERAPIST and only with it
     * @param name for the list of members, as {@code mail}
     */
    record MemberRequest(
            @NotEmpty @Size(max = 3) Set<@NotNull StaffRole> roles,
            @Nullable TherapistId therapistId,
            @Nullable @Text(max = 100) String name,
            @Nullable @Text(max = 254) String mail) {}

    /** @param person the {@code sub} of their tokens */
    record MemberView(
            String person,
            long version,
            @Nullable String name,
            @Nullable String mail,
            Set<StaffRole> roles,
            @Nullable TherapistId therapistId) {

        static MemberView of(Member member, Membership membership) {
            return new MemberView(
                    member.person(),
                    member.version(),
                    member.name(),
                    member.mail(),
                    membership.roles(),
                    membership.therapistId());
        }
    }

    record MemberList(List<MemberView> members) {}

    /**
     * The caller.
     *
     * @param mail only if it is verified
     * @param version of their memberships, for leaving
     */
    record MeView(
            String person,
            @Nullable String name,
            @Nullable String mail,
            boolean platformAdmin,
            long version,
            List<Membership> memberships) {}

    /** 200 with who the token says the caller is, and what they are at which clinic. */
    @Allowed(SIGNED_IN)
    @GetMapping("/me")
    MeView me() {
        var person = (Person) Access.current().caller();
        var member = members.find(person.subject());
        return new MeView(
                person.subject(),
                person.name(),
                person.mail(),
                person.platformAdmin(),
                member.version(),
                member.memberships());
    }

    /** 204; the caller is nothing at that clinic any more, with the next request. */
    @Allowed(SIGNED_IN)
    @DeleteMapping("/me/memberships/{clinicId}")
    @CanRefuse("404 unknown-member: the caller does not belong to that clinic")
    @ApiResponse(responseCode = "204", description = "Left", content = @Content)
    ResponseEntity<?> leave(@PathVariable ClinicId clinicId, ExpectedVersion expected) {
        return remove(clinicId, ((Person) Access.current().caller()).subject(), expected);
    }

    /** 200 with who belongs to the clinic, by person. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @GetMapping("/clinics/{id}/members")
    @CanRefuse("404 unknown-clinic: there is no such clinic")
    @ApiResponse(
            responseCode = "200",
            description = "The members",
            content = @Content(schema = @Schema(implementation = MemberList.class)))
    ResponseEntity<?> list(@PathVariable ClinicId id) {
        if (clinics.find(id).isEmpty()) return new Answers("clinic").unknown();
        return ResponseEntity.ok(new MemberList(members.at(id).stream()
                .map(member -> MemberView.of(member, member.at(id).orElseThrow()))
                .toList()));
    }

    /**
     * 200 with the member as they now are. Somebody who does not belong to the clinic yet is invited; only the
     * platform's admins take in whom they name, with {@code If-Match: "0"} if they belong nowhere.
     */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @PutMapping("/clinics/{id}/members/{person}")
    @CanRefuse({
        "404 unknown-clinic: there is no such clinic",
        "404 unknown-member: nobody of that name belongs to the clinic",
        "422 unknown-therapist: no such therapist works there"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The member",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    ResponseEntity<?> put(
            @PathVariable ClinicId id,
            @PathVariable String person,
            ExpectedVersion expected,
            @RequestBody @Valid MemberRequest request) {
        if (clinics.find(id).isEmpty()) return new Answers("clinic").unknown();
        var membership = roles.membership(id, request.roles(), request.therapistId());
        var seen = members.find(person);
        if (seen.at(id).isEmpty() && !Access.current().isPlatformAdmin()) return ANSWERS.unknown();
        if (seen.version() != expected.value()) return changed(seen);
        var next = seen.with(membership, request.name(), request.mail());
        return members.save(next)
                ? ResponseEntity.ok().eTag(ExpectedVersion.etag(next.version())).body(MemberView.of(next, membership))
                : changed(members.find(person));
    }

    /** 204; they are nothing at the clinic any more, with the next request. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @DeleteMapping("/clinics/{id}/members/{person}")
    @CanRefuse("404 unknown-member: nobody of that name belongs to the clinic")
    @ApiResponse(responseCode = "204", description = "Gone", content = @Content)
    ResponseEntity<?> remove(@PathVariable ClinicId id, @PathVariable String person, ExpectedVersion expected) {
        var seen = members.find(person);
        if (seen.at(id).isEmpty()) return ANSWERS.unknown();
        if (seen.version() != expected.value()) return changed(seen);
        return members.save(seen.without(id)) ? ResponseEntity.noContent().build() : changed(members.find(person));
    }

    private static ResponseEntity<?> changed(Member now) {
        return Problem.of(
                        HttpStatus.PRECONDITION_FAILED,
                        "version-changed",
                        "What they are was changed since you read it. Read it again, then decide.")
                .with("currentVersion", now.version())
                .answer();
    }
}
