package io.rhomboid.booking.series.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.InThePast;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.availability.web.Explanation;
import io.rhomboid.booking.reservation.web.Refusals;
import io.rhomboid.booking.series.Phase;
import io.rhomboid.booking.series.Phase.Rhythm;
import io.rhomboid.booking.series.Proposal;
import io.rhomboid.booking.series.Proposal.Visit;
import io.rhomboid.booking.series.Series;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.series.SeriesWish;
import io.rhomboid.booking.series.web.Alternatives.AlternativeView;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** Which dates could a series have? From memory; nothing is held. */
@Allowed(ANYONE)
@RestController
class ProposalController {

    private final SeriesDesk desk;
    private final Availability availability;
    private final Clock clock;

    ProposalController(SeriesDesk desk, Availability availability, Clock clock) {
        this.desk = desk;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * What a client would like, freely or as a treatment plan says.
     *
     * @param therapistId absent for whoever of the clinic has most of the dates
     * @param start when the first visit would begin, with offset; the others at the same time by the clinic's clock
     */
    record ProposalRequest(
            @NotNull ClinicId clinicId,
            @Nullable TherapistId therapistId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull OffsetDateTime start,
            @NotNull @Size(min = 1, max = 6) List<@NotNull @Valid PhaseRequest> phases) {

        SeriesWish toWish() {
            var wanted = new ArrayList<Phase>();
            for (int i = 0; i < phases.size(); i++) wanted.add(phases.get(i).toPhase("phases[" + i + "]"));
            int visits = wanted.stream().mapToInt(Phase::count).sum();
            if (visits < 2 || visits > Series.MOST_VISITS) {
                throw new ProblemException(
                        Problem.invalid("phases", "must have from 2 to " + Series.MOST_VISITS + " visits in all"));
            }
            return new SeriesWish(clinicId, therapistId, treatment, lengthMinutes, start.toInstant(), wanted);
        }
    }

    /**
     * Some visits that follow each other by one rhythm, the first of them after the last one of the former phase.
     *
     * @param everyWeeks so many weeks from one to the next, on the same day of the week; or
     * @param perWeek twice a week, three and four days apart by turns: for severe pain
     */
    record PhaseRequest(
            @NotNull @Min(1) @Max(Series.MOST_VISITS) Integer count,
            @Nullable @Min(1) @Max(8) Integer everyWeeks,
            @Nullable @Min(2) @Max(2) Integer perWeek) {

        Phase toPhase(String path) {
            if (everyWeeks == null == (perWeek == null)) {
                throw new ProblemException(
                        Problem.invalid(path + ".everyWeeks", "must be given, or perWeek, and not both"));
            }
            return new Phase(count, everyWeeks == null ? new Rhythm.TwiceAWeek() : new Rhythm.EveryWeeks(everyWeeks));
        }
    }

    /**
     * The visits, the earliest first.
     *
     * @param zone the clinic's
     * @param price of all visits that are free
     * @param complete whether all are free
     */
    record ProposalView(
            ClinicId clinicId,
            TherapistId therapistId,
            String therapistName,
            TreatmentCode treatment,
            int lengthMinutes,
            ZoneId zone,
            boolean complete,
            @Nullable Money price,
            List<ProposedVisitView> visits) {}

    /**
     * @param number from 1
     * @param price only if it is free
     * @param reasons why it is not free, in general words; none if it is
     * @param alternatives instead of one that is not free: on the same day, then on days near it, then with others at
     *     the same time
     */
    record ProposedVisitView(
            int number,
            OffsetDateTime start,
            boolean free,
            @Nullable Money price,
            List<Explanation.Reason> reasons,
            List<AlternativeView> alternatives) {}

    /** 200 with a date for each visit, free or with what could be had instead; nothing is held, nothing is kept. */
    @Operation(
            summary = "Which dates could a series have?",
            description = "From memory, by the same rules as availability and its explanation. What is free now can be"
                    + " taken when the series is held.")
    @CanRefuse({
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: the therapist, or nobody at the clinic, gives it that long",
        "422 in-the-past: the first start is over",
        "422 beyond-horizon: the clinic does not book as far ahead as the first start; names the last day",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The proposal",
            content = @Content(schema = @Schema(implementation = ProposalView.class)))
    @PostMapping("/api/v1/series/proposals")
    ResponseEntity<?> propose(@Valid @RequestBody ProposalRequest request) {
        var wish = request.toWish();
        if (!availability.isReady()) return Refusals.CATALOGUE_NOT_READY.answer();
        var catalogue = availability.catalogue();
        var never = desk.never(wish);
        if (never.isPresent()) return Refusals.problem(never.get(), "").answer();
        var whoever = wish.therapistId() == null
                ? catalogue.therapistsAt(wish.clinicId()).stream().findFirst().orElse(null)
                : wish.therapistId();
        var tooFar = whoever == null ? null : outOfReach(wish, whoever, catalogue);
        if (tooFar != null) return Refusals.problem(tooFar, "").answer();
        var proposal = desk.propose(wish);
        if (proposal.isEmpty()) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "not-offered",
                            "Nobody at this clinic gives this treatment that long.")
                    .field("treatment", "is given by nobody at this clinic for that many minutes")
                    .answer();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(wish, proposal.get(), catalogue));
    }

    /** Why not even its first visit can be had, whatever is free; null if it can. */
    private @Nullable DoesNotFit outOfReach(SeriesWish wish, TherapistId therapist, Catalogue catalogue) {
        var first = new AskedStart(therapist, wish.clinicId(), wish.treatment(), wish.lengthMinutes(), wish.first());
        return new StartCheck(catalogue, availability.diary())
                .reasons(first, clock.instant()).stream()
                        .filter(why -> why instanceof InThePast || why instanceof BeyondHorizon)
                        .findFirst()
                        .orElse(null);
    }

    private static ProposalView view(SeriesWish wish, Proposal proposal, Catalogue catalogue) {
        var zone = catalogue.clinic(wish.clinicId()).orElseThrow().zone();
        var visits = new ArrayList<ProposedVisitView>();
        Money price = null;
        for (var visit : proposal.visits()) {
            visits.add(view(visits.size() + 1, visit, zone, catalogue));
            if (!(visit instanceof Visit.Free(var slot))) continue;
            long before = price == null ? 0 : price.cents();
            price = new Money(before + slot.price().cents(), slot.price().currency());
        }
        return new ProposalView(
                wish.clinicId(),
                proposal.therapistId(),
                catalogue.therapist(proposal.therapistId()).orElseThrow().name(),
                wish.treatment(),
                wish.lengthMinutes(),
                zone,
                visits.stream().allMatch(ProposedVisitView::free),
                price,
                visits);
    }

    private static ProposedVisitView view(int number, Visit visit, ZoneId zone, Catalogue catalogue) {
        return switch (visit) {
            case Visit.Free(var slot) ->
                new ProposedVisitView(
                        number, slot.start().atZone(zone).toOffsetDateTime(), true, slot.price(), List.of(), List.of());
            case Visit.NotFree(var asked, var why, var alternatives) ->
                new ProposedVisitView(
                        number,
                        asked.start().atZone(zone).toOffsetDateTime(),
                        false,
                        null,
                        Explanation.forClients(why),
                        Alternatives.of(alternatives, catalogue));
        };
    }
}
