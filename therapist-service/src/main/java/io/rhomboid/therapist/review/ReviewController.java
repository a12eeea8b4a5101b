package io.rhomboid.therapist.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Text;
import io.rhomboid.therapist.review.Decision.Accepted;
import io.rhomboid.therapist.review.Decision.Refused;
import io.rhomboid.therapist.review.Review.Moderation;
import io.rhomboid.therapist.review.Review.Reason;
import io.rhomboid.therapist.review.Review.Report;
import io.rhomboid.therapist.review.Review.Status;
import io.rhomboid.therapist.review.Review.Verdict;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Reviews over HTTP: written and changed by clients, answered by therapists, reported by anybody, moderated. */
@RestController
@RequestMapping("/api/v1/reviews")
class ReviewController {

    private static final Answers ANSWERS = new Answers("review");

    /** As many as somebody is asked for at a time. */
    private static final int MOST_VISITS = 500;

    /** No visit has more. */
    private static final int SESSIONS = 4;

    private final Records<ReviewId, Review> records;
    private final Reviews reviews;
    private final Sessions sessions;
    private final BodyHash hash;
    private final Clock clock;

    ReviewController(
            Records<ReviewId, Review> records, Reviews reviews, Sessions sessions, BodyHash hash, Clock clock) {
        this.records = records;
        this.reviews = reviews;
        this.sessions = sessions;
        this.hash = hash;
        this.clock = clock;
    }

    record AnswerRequest(
            @NotNull @Text(max = 2000, lines = true) String text) {}

    /** @param text for the moderator, if there is more to say */
    record ReportRequest(
            @NotNull Reason reason,
            @Nullable @Text(max = 1000, lines = true) String text) {}

    /** @param reason why, for those who look at it later; never shown */
    record ModerationRequest(
            @NotNull Verdict decision,
            @NotNull @Text(max = 1000, lines = true) String reason) {}

    /** A review as a moderator sees it. */
    record ModeratedReview(
            ReviewView review,
            Status status,
            List<Report> reports,
            @Nullable Moderation moderation) {

        static ModeratedReview of(Kept<ReviewId, Review> kept) {
            var review = kept.state();
            return new ModeratedReview(ReviewView.of(kept), review.status(), review.reports(), review.moderation());
        }
    }

    /** @param next to be sent as {@code after} for the next page; missing after the last */
    record ModerationQueue(
            List<ModeratedReview> reviews, @Nullable String next) {}

    /** 201 with the review, for all to see; the same again for the same key and body. One for each session. */
    @Allowed(ANYONE)
    @PostMapping
    @CanRefuse({
        "409 review-exists: this session has been reviewed; change that review",
        "409 too-late-to-review: the session was more than 60 days ago",
        "422 unknown-session: no session that took place has this booking id and reference"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The review",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<?> write(IdempotencyKey key, @RequestBody @Valid ReviewRequest request) {
        var session = find(request).orElse(null);
        if (session == null) return Refusal.UNKNOWN_SESSION.problem().answer();
        var id = idOf(request);
        var outcome = records.create(
                id,
                key,
                hash.of(request),
                () -> accepted(Review.write(session, request.marks(), request.words(), clock.instant())));
        return ANSWERS.of(outcome, kept -> ANSWERS.created(kept, "/api/v1/reviews/" + id, ReviewView.of(kept)));
    }

    private Optional<CompletedSession> find(ReviewRequest request) {
        return sessions.find(request.bookingId(), request.reference(), request.number());
    }

    /** The same session leads to the same id, so it can have no second review. */
    private static ReviewId idOf(ReviewRequest request) {
        return idOf(request.bookingId(), request.number());
    }

    private static ReviewId idOf(BookingId id, int number) {
        var booking = id.toString();
        var key = number == 1 ? booking : booking + "/" + number;
        return new ReviewId(new IdempotencyKey(key).idFor("reviews"));
    }

    /** @param visits that took place, as only who was there knows them */
    record WrittenRequest(@NotNull @Size(max = MOST_VISITS) List<@NotNull @Valid Visit> visits) {}

    record Visit(
            @NotNull BookingId bookingId,
            @NotNull @Text(max = 20) String reference) {}

    /**
     * A review as its author sees it.
     *
     * @param session which one of the visit, from 1
     * @param status whether others see it
     */
    record WrittenReview(BookingId bookingId, int session, Status status, ReviewView review) {}

    record WrittenList(List<WrittenReview> reviews) {}

    /**
     * 200 with what was written of these visits, also what is hidden; who knows booking id and reference may. So that
     * clients can take out what they wrote. Of what is not known nothing is said.
     */
    @Allowed(ANYONE)
    @PostMapping("/written")
    WrittenList written(@RequestBody @Valid WrittenRequest request) {
        var all = new ArrayList<WrittenReview>();
        for (var visit : request.visits()) {
            for (int number = 1; number <= SESSIONS; number++) {
                if (sessions.find(visit.bookingId(), visit.reference(), number).isEmpty()) break;
                int session = number;
                reviews.find(idOf(visit.bookingId(), number))
                        .map(kept -> new WrittenReview(
                                visit.bookingId(), session, kept.state().status(), ReviewView.of(kept)))
                        .ifPresent(all::add);
            }
        }
        return new WrittenList(all);
    }

    /** A review that can be seen. */
    @Allowed(ANYONE)
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-review: there is no such review, or it is hidden")
    @ApiResponse(
            responseCode = "200",
            description = "The review, its version as ETag",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<?> get(@PathVariable ReviewId id) {
        return reviews.find(id)
                .filter(kept -> kept.state().isVisible())
                .<ResponseEntity<?>>map(kept -> ANSWERS.ok(kept, ReviewView.of(kept)))
                .orElseGet(ANSWERS::unknown);
    }

    /** The author changes what they said; 200 with the review as it now is. */
    @Allowed(ANYONE)
    @PutMapping("/{id}")
    @CanRefuse({
        "404 unknown-review: there is no such review",
        "409 too-late-to-edit: it was published more than 14 days ago",
        "409 review-hidden: a moderator has hidden it",
        "422 unknown-session: booking id and reference are not those of the session that it is about"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The review as it now is",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<?> edit(
            @PathVariable ReviewId id, ExpectedVersion expected, @RequestBody @Valid ReviewRequest request) {
        return change(id, expected, seen -> {
            var isAuthor = request.bookingId().equals(seen.bookingId())
                    && idOf(request).equals(id)
                    && find(request).isPresent();
            return isAuthor
                    ? seen.edit(request.marks(), request.words(), clock.instant())
                    : new Refused(Refusal.UNKNOWN_SESSION);
        });
    }

    /** The therapist answers, once; 200 with the review and the answer. */
    @Allowed(value = THERAPIST, of = "review")
    @PutMapping("/{id}/answer")
    @CanRefuse({
        "404 unknown-review: there is no such review",
        "409 already-answered: there is one answer to a review",
        "409 review-hidden: a moderator has hidden it"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The review and its answer",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<?> answer(
            @PathVariable ReviewId id, ExpectedVersion expected, @RequestBody @Valid AnswerRequest request) {
        return change(id, expected, seen -> seen.answer(request.text, clock.instant()));
    }

    /** Puts a review before a moderator; 201 with it, once for the same key. It can be seen until that is decided. */
    @Allowed(ANYONE)
    @PostMapping("/{id}/reports")
    @CanRefuse({"404 unknown-review: there is no such review", "409 review-hidden: a moderator has hidden it already"})
    @ApiResponse(
            responseCode = "201",
            description = "The review, which now waits for a moderator",
            content = @Content(schema = @Schema(implementation = ReviewView.class)))
    ResponseEntity<?> report(@PathVariable ReviewId id, IdempotencyKey key, @RequestBody @Valid ReportRequest request) {
        var outcome = records.add(
                id,
                key,
                hash.of(request),
                seen -> accepted(seen.report(new Report(request.reason, request.text, clock.instant()))));
        return ANSWERS.of(outcome, kept -> ANSWERS.created(kept, "/api/v1/reviews/" + id, ReviewView.of(kept)));
    }

    /**
     * The reviews with one status, the oldest first: those that wait for a moderator, or those that were hidden.
     *
     * @param after the {@code next} of the page before
     * @param limit reviews of a page, 1 to 100
     */
    @Allowed(PLATFORM_ADMIN)
    @GetMapping
    @CanRefuse({
        "400 missing-parameter: status is missing",
        "400 invalid-parameter: status or limit is not of its form",
        "400 invalid-field: after is not the next of an earlier page"
    })
    ModerationQueue queue(
            @RequestParam Status status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        var page = ReviewOrder.OLDEST.page(reviews.with(status), after, limit);
        return new ModerationQueue(
                page.reviews().stream().map(ModeratedReview::of).toList(), page.next());
    }

    /** A moderator hides a review, or keeps it; 200 with it as moderators see it. */
    @Allowed(PLATFORM_ADMIN)
    @PutMapping("/{id}/moderation")
    @CanRefuse({
        "404 unknown-review: there is no such review",
        "409 nothing-to-decide: it is hidden already, or neither hidden nor reported"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The review as moderators see it",
            content = @Content(schema = @Schema(implementation = ModeratedReview.class)))
    ResponseEntity<?> moderate(
            @PathVariable ReviewId id, ExpectedVersion expected, @RequestBody @Valid ModerationRequest request) {
        return ANSWERS.ifCurrent(
                reviews.find(id),
                expected,
                seen -> keep(
                        seen,
                        seen.state().moderate(new Moderation(request.decision, request.reason, clock.instant())),
                        ModeratedReview::of));
    }

    private ResponseEntity<?> change(ReviewId id, ExpectedVersion expected, Function<Review, Decision> command) {
        return ANSWERS.ifCurrent(
                reviews.find(id), expected, seen -> keep(seen, command.apply(seen.state()), ReviewView::of));
    }

    private ResponseEntity<?> keep(
            Kept<ReviewId, Review> seen, Decision decision, Function<Kept<ReviewId, Review>, Object> view) {
        return switch (decision) {
            case Refused(var reason) -> reason.problem().answer();
            case Accepted(var next) ->
                ANSWERS.of(records.replace(seen, next), kept -> ANSWERS.ok(kept, view.apply(kept)));
        };
    }

    private static Review accepted(Decision decision) {
        return switch (decision) {
            case Accepted(var review) -> review;
            case Refused(var reason) -> throw new ProblemException(reason.problem());
        };
    }
}
