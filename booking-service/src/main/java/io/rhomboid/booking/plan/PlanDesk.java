package io.rhomboid.booking.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.ReadingTime;
import io.rhomboid.booking.plan.Course.Turn;
import io.rhomboid.booking.plan.Course.Visit;
import io.rhomboid.booking.plan.Plan.Content;
import io.rhomboid.booking.plan.PlanAnswer.All;
import io.rhomboid.booking.plan.PlanAnswer.CatalogueUnknown;
import io.rhomboid.booking.plan.PlanAnswer.Ended;
import io.rhomboid.booking.plan.PlanAnswer.Forgotten;
import io.rhomboid.booking.plan.PlanAnswer.KeyReused;
import io.rhomboid.booking.plan.PlanAnswer.NotGiven;
import io.rhomboid.booking.plan.PlanAnswer.NotNow;
import io.rhomboid.booking.plan.PlanAnswer.Proposed;
import io.rhomboid.booking.plan.PlanAnswer.Shown;
import io.rhomboid.booking.plan.PlanAnswer.TooMany;
import io.rhomboid.booking.plan.PlanAnswer.TooSoon;
import io.rhomboid.booking.plan.PlanAnswer.UnknownPlan;
import io.rhomboid.booking.plan.PlanAnswer.VersionChanged;
import io.rhomboid.booking.plan.Plans.Kept;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.series.SeriesWish;
import io.rhomboid.booking.session.SessionDesk;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.SealedFields.Texts;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Makes plans, says where clients stand in them, proposes dates, and reminds of what is overdue. */
public final class PlanDesk {

    /** As what its fields are sealed, and what the record of readings calls it. */
    private static final String NAME = "plan";

    private static final int SCHEMA = 1;

    /** As many as anybody has reason to have at a time. */
    private static final int MOST = 10;

    private static final int AT_ONCE = 100;

    /** A plan that is made on the day of a visit, or the day after, counts it. */
    private static final Duration BEFOREHAND = Duration.ofDays(1);

    private static final Duration FARTHEST = Duration.ofDays(400);

    /** Each plan that holds is looked at so often, for a visit that was booked can be cancelled. */
    private static final Duration LOOK = Duration.ofHours(12);

    private final Plans plans;
    private final SeriesDesk series;
    private final SessionDesk sessions;
    private final Timetable timetable;
    private final Availability availability;
    private final Vault vault;
    private final Disclosures disclosures;
    private final Texts<Content> texts;
    private final Clock clock;

    public PlanDesk(
            Plans plans,
            SeriesDesk series,
            SessionDesk sessions,
            Timetable timetable,
            Availability availability,
            Vault vault,
            Disclosures disclosures,
            Texts<Content> texts,
            Clock clock) {
        this.plans = plans;
        this.series = series;
        this.sessions = sessions;
        this.timetable = timetable;
        this.availability = availability;
        this.vault = vault;
        this.disclosures = disclosures;
        this.texts = texts;
        this.clock = clock;
    }

    /** The id is derived from the key, so that a repeat finds what the first one made. */
    public PlanAnswer make(PlanId id, Op op, MakePlan wanted) {
        var there = plans.find(id);
        if (there.isPresent()) return repeat(there.get(), op);
        if (!availability.isReady()) return new CatalogueUnknown();
        var now = clock.instant();
        var begin = Rhythm.fitting(wanted.pain());
        var wish = new SeriesWish(
                wanted.clinicId(),
                wanted.therapistId(),
                wanted.treatment(),
                wanted.lengthMinutes(),
                now,
                PlanDates.phases(begin));
        var never = series.never(wish);
        if (never.isPresent()) return new NotGiven(never.get());
        long held = plans.of(wanted.clientId()).stream()
                .filter(plan -> plan.endedAt() == null)
                .count();
        if (held >= MOST) return new TooMany(MOST);
        var content = new Content(wanted.pain(), List.of(), wanted.selfCare());
        return seal(wanted.clientId(), content)
                .map(fields -> new Plan(
                        id,
                        1,
                        wanted.clientId(),
                        wanted.clinicId(),
                        wanted.therapistId(),
                        wanted.treatment(),
                        wanted.lengthMinutes(),
                        now,
                        fields,
                        null,
                        null))
                .map(made -> plans.add(made, op, now.plus(LOOK))
                        ? open(made)
                        : repeat(plans.find(id).orElseThrow(), op))
                .orElseGet(Forgotten::new);
    }

    private PlanAnswer repeat(Kept there, Op op) {
        return there.madeBy().equals(op) ? open(there.plan()) : new KeyReused();
    }

    private Optional<SealedFields> seal(ClientId client, Content content) {
        return vault.toSeal(client).map(seals -> {
            try (seals) {
                return SealedFields.seal(seals, NAME, SCHEMA, texts.of(content));
            }
        });
    }

    /** Whose plan it is, to those who say who may do what with it. */
    public Optional<Plan> find(PlanId id) {
        return plans.find(id).map(Kept::plan);
    }

    /** A client's own. */
    public PlanAnswer own(ClientId client, Actor reader) {
        var all = new ArrayList<Shown>();
        for (var plan : plans.of(client)) {
            if (!(read(plan, reader, List.of()) instanceof Shown shown)) return new Forgotten();
            all.add(shown);
        }
        return new All(all);
    }

    /** @param as whom the reader treats; nobody for the client */
    public PlanAnswer show(PlanId id, Actor reader, Collection<TherapistId> as) {
        return find(id).map(plan -> read(plan, reader, as)).orElseGet(UnknownPlan::new);
    }

    private PlanAnswer read(Plan plan, Actor reader, Collection<TherapistId> as) {
        if (!mayRead(plan, as)) return new NotNow();
        disclosures.record(plan.clientId(), reader, NAME, as.isEmpty() ? Ground.OWN : Ground.TREATMENT, null, null);
        return open(plan);
    }

    /** Who treats reads around a visit of the client with them, as they do an intake. */
    private boolean mayRead(Plan plan, Collection<TherapistId> as) {
        if (as.isEmpty()) return true;
        var now = clock.instant();
        return bookings(plan, now.minus(Duration.ofDays(30)), now).stream()
                .anyMatch(
                        booking -> booking.clientsOf(as).contains(plan.clientId()) && ReadingTime.isNow(booking, now));
    }

    private List<Booking> bookings(Plan plan, Instant from, Instant now) {
        var all = new ArrayList<Booking>();
        timetable.read(new Whose.OfClient(plan.clientId()), from, now.plus(FARTHEST), line -> all.add(line.booking()));
        return all;
    }

    private PlanAnswer open(Plan plan) {
        return content(plan)
                .flatMap(content -> course(plan, content)
                        .<PlanAnswer>map(course -> new Shown(plan, content, course, zone(plan.clinicId()))))
                .orElseGet(Forgotten::new);
    }

    private Optional<Content> content(Plan plan) {
        return vault.toOpen(plan.clientId()).map(seals -> {
            try (seals) {
                return texts.from(plan.content().open(seals, NAME));
            }
        });
    }

    private ZoneId zone(ClinicId clinic) {
        return availability.catalogue().clinic(clinic).map(Clinic::zone).orElse(ZoneOffset.UTC);
    }

    /** Empty if the client was forgotten. */
    private Optional<Course> course(Plan plan, Content content) {
        return sessions.painLevels(plan.clientId()).map(pain -> {
            var now = clock.instant();
            var done = new ArrayList<Visit>();
            var toCome = new ArrayList<Visit>();
            for (var booking : bookings(plan, plan.since().minus(BEFOREHAND), now)) {
                var visit = visit(plan, booking, pain);
                if (visit == null) continue;
                switch (booking.status()) {
                    case Completed _ -> done.add(visit);
                    // Until it is entered what became of it, it counts as to come.
                    case Confirmed _, Arrived _ -> toCome.add(visit);
                    default -> {}
                }
            }
            return Course.of(
                    Rhythm.fitting(content.pain()),
                    plan.since(),
                    content.turns(),
                    done,
                    toCome,
                    zone(plan.clinicId()),
                    now);
        });
    }

    /** Null if nothing of this booking belongs to the plan. */
    private static @Nullable Visit visit(Plan plan, Booking booking, Map<BookingId, Integer> pain) {
        if (!booking.session().clinicId().equals(plan.clinicId())) return null;
        return booking.parts().stream()
                .filter(part -> part.clientId().equals(plan.clientId())
                        && part.session().treatment().equals(plan.treatment()))
                .findFirst()
                .map(part -> new Visit(booking.id(), part.session().slot().start(), pain.get(booking.id())))
                .orElse(null);
    }

    /**
     * The therapist decides how often, whatever the pain says, or what to do between sessions.
     *
     * @param rhythm null leaves it as it is
     * @param selfCare null leaves it as it is
     */
    public PlanAnswer adjust(
            PlanId id,
            long expected,
            @Nullable Rhythm rhythm,
            String why,
            @Nullable List<Plan.SelfCare> selfCare,
            Actor by,
            Collection<TherapistId> as) {
        var plan = find(id).orElse(null);
        if (plan == null) return new UnknownPlan();
        if (!mayRead(plan, as)) return new NotNow();
        var content = content(plan);
        if (content.isEmpty()) return new Forgotten();
        var turns = rhythm == null
                ? content.get().turns()
                : Stream.concat(content.get().turns().stream(), Stream.of(new Turn(clock.instant(), rhythm, why)))
                        .toList();
        var next = new Content(
                content.get().pain(), turns, selfCare == null ? content.get().selfCare() : selfCare);
        var sealed = seal(plan.clientId(), next);
        if (sealed.isEmpty()) return new Forgotten();
        var answer = change(plan, expected, it -> it.with(sealed.get()));
        if (answer instanceof Shown) {
            disclosures.record(plan.clientId(), by, NAME, Ground.TREATMENT, null, null);
        }
        return answer;
    }

    /**
     * Nobody is reminded any more, and nothing is proposed; what is booked stays.
     *
     * @param as whom the caller treats; nobody for the client
     */
    public PlanAnswer end(PlanId id, long expected, Collection<TherapistId> as) {
        var plan = find(id).orElse(null);
        if (plan == null) return new UnknownPlan();
        return mayRead(plan, as) ? change(plan, expected, it -> it.ended(clock.instant())) : new NotNow();
    }

    private PlanAnswer change(Plan plan, long expected, UnaryOperator<Plan> step) {
        if (plan.version() != expected) return new VersionChanged(plan.version());
        if (plan.endedAt() != null) return new Ended();
        var next = step.apply(plan);
        return plans.save(next, null)
                ? open(next)
                : new VersionChanged(plans.find(plan.id()).orElseThrow().plan().version());
    }

    /**
     * Dates for the visits from now on, as the client stands; nothing is held.
     *
     * @param first when the first one would begin, the others at the same time by the clinic's clock
     * @param therapist null for who treats by the plan
     * @param as whom the caller treats; nobody for the client
     */
    public PlanAnswer propose(PlanId id, Instant first, @Nullable TherapistId therapist, Collection<TherapistId> as) {
        if (!availability.isReady()) return new CatalogueUnknown();
        var plan = find(id).orElse(null);
        if (plan == null) return new UnknownPlan();
        if (!mayRead(plan, as)) return new NotNow();
        if (plan.endedAt() != null) return new Ended();
        if (!(open(plan) instanceof Shown(var _, var _, var course, var zone))) return new Forgotten();
        var earliest = earliest(plan, course, zone);
        if (LocalDate.ofInstant(first, zone).isBefore(earliest)) return new TooSoon(earliest);
        var wish = new SeriesWish(
                plan.clinicId(),
                therapist == null ? plan.therapistId() : therapist,
                plan.treatment(),
                plan.lengthMinutes(),
                first,
                PlanDates.phases(course.rhythm()));
        var never = series.never(wish);
        if (never.isPresent()) return new NotGiven(never.get());
        return series.propose(wish)
                .<PlanAnswer>map(proposal -> new Proposed(plan, PlanDates.of(course.rhythm(), proposal, zone), zone))
                .orElseGet(() -> new NotGiven(new NotOffered(List.of())));
    }

    /** Not nearer to the last visit, done or booked, than the rhythm says; and not over. */
    private LocalDate earliest(Plan plan, Course course, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var from = plan.since().minus(BEFOREHAND);
        return bookings(plan, from, clock.instant()).stream()
                .filter(booking -> switch (booking.status()) {
                    case Completed _, Confirmed _, Arrived _ -> true;
                    default -> false;
                })
                .map(booking -> visit(plan, booking, Map.of()))
                .filter(visit -> visit != null)
                .map(visit -> LocalDate.ofInstant(visit.start(), zone)
                        .plusDays(course.rhythm().leastDays()))
                .filter(today::isBefore)
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /** Reminds those of whom a visit is overdue; answers how many plans it has looked at. */
    public int lookAfter() {
        var now = clock.instant();
        // Whose therapists and clinics nobody has told of yet have no time of day either.
        if (!availability.isReady()) return 0;
        var due = plans.toLookAt(now, AT_ONCE);
        for (var plan : due) lookAfter(plan, now);
        return due.size();
    }

    private void lookAfter(Plan plan, Instant now) {
        var course = content(plan).flatMap(content -> course(plan, content));
        if (course.isEmpty()) {
            // All that was known of the client was erased, and with it what the plan was about.
            plans.save(plan.ended(now), null);
            return;
        }
        var nudge = plan.nudge(course.get(), now);
        if (nudge == null) {
            plans.lookAgain(plan, now.plus(LOOK));
            return;
        }
        var next = plan.with(nudge);
        var event = new PlanNudged(
                plan.id(),
                next.version(),
                plan.clientId(),
                plan.clinicId(),
                plan.therapistId(),
                plan.treatment(),
                plan.lengthMinutes(),
                nudge.dueOn(),
                nudge.count(),
                now);
        if (plans.save(next, event)) plans.lookAgain(next, now.plus(LOOK));
    }
}
