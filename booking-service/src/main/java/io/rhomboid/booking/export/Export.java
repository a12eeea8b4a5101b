package io.rhomboid.booking.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.disclosure.Reasons;
import io.rhomboid.booking.intake.IntakeAnswer;
import io.rhomboid.booking.intake.Said;
import io.rhomboid.booking.plan.Course.Turn;
import io.rhomboid.booking.plan.Plan.SelfCare;
import io.rhomboid.booking.plan.PlanAnswer;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.booking.screening.ScreeningDesk.Opened;
import io.rhomboid.booking.session.Moment;
import io.rhomboid.booking.session.SessionAnswer;
import io.rhomboid.booking.session.SessionAnswer.Written;
import io.rhomboid.booking.voucher.Voucher;
import io.rhomboid.booking.waitlist.Entry;
import io.rhomboid.booking.waitlist.Wish;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What a client takes away. Times are UTC unless a zone stands beside them.
 *
 * @param id under which everything is kept
 * @param client how you are known
 * @param bookings by start
 * @param waits places on the waitlist that are open
 * @param vouchers yours, the newest first
 * @param intake what you said about your body; null if you never did
 * @param sessions what was written down of them, and your pain
 * @param plans how often you meant to come, and what to do in between
 * @param disclosures who has read any of it; the last ones are of this export
 * @param account as the sign-in names you here; what else it knows of you it shows by itself
 * @param reviews that you wrote, as therapist-service has them
 * @param messages what you were told and how you want to be, as notification-service has it
 * @param missing what is not in it, because a service did not answer; ask again later
 */
record Export(
        ClientId id,
        OffsetDateTime exportedAt,
        Client client,
        List<BookingPart> bookings,
        List<WaitPart> waits,
        List<VoucherPart> vouchers,
        @Nullable IntakePart intake,
        List<SessionPart> sessions,
        List<PlanPart> plans,
        List<DisclosurePart> disclosures,
        AccountPart account,
        @Nullable List<JsonNode> reviews,
        @Nullable JsonNode messages,
        List<MissingPart> missing) {

    /** @param clinics where you are on the staff, and as what */
    record AccountPart(
            String subject, @Nullable String mail, @Nullable String name, List<Membership> clinics) {}

    record MissingPart(String part, String service) {}

    /**
     * @param note for the staff
     * @param screening what you answered where a doctor had to be asked
     * @param history what became of it, the first thing first
     */
    record BookingPart(
            BookingView booking, @Nullable String note, List<AnswerPart> screening, List<ChangePart> history) {}

    record AnswerPart(
            OffsetDateTime at,
            String standing,
            @Nullable String doctor,
            @Nullable LocalDate agreedOn,
            @Nullable String reason) {

        static AnswerPart of(Opened opened) {
            var statement = opened.statement();
            return new AnswerPart(
                    utc(opened.screened().at()),
                    opened.screened().standing().name(),
                    statement == null ? null : statement.doctor(),
                    statement == null ? null : statement.agreedOn(),
                    opened.why());
        }
    }

    record ChangePart(OffsetDateTime at, String event, String by) {

        static ChangePart of(Change change) {
            return new ChangePart(
                    utc(change.at()),
                    change.event(),
                    change.cause().actor().role().name());
        }
    }

    record WaitPart(OffsetDateTime since, Wish wish) {

        static WaitPart of(Entry entry) {
            return new WaitPart(utc(entry.joinedAt()), entry.wish());
        }
    }

    record VoucherPart(String reference, String kind, Money paid, LocalDate lastDay) {

        static VoucherPart of(Voucher voucher) {
            return new VoucherPart(voucher.reference(), voucher.kind().name(), voucher.paid(), voucher.lastDay());
        }
    }

    /** @param draft what is not handed in */
    record IntakePart(
            @Nullable Said draft,
            @Nullable Said said,
            @Nullable OffsetDateTime handedInAt,
            @Nullable String consent) {

        static IntakePart of(IntakeAnswer.Own own) {
            var handedIn = own.intake().handedIn();
            return new IntakePart(
                    own.draft(),
                    own.said(),
                    handedIn == null ? null : utc(handedIn.at()),
                    handedIn == null ? null : handedIn.consent());
        }
    }

    /**
     * @param pain 0 to 10, when it was made
     * @param turns what who treats decided
     */
    record PlanPart(
            OffsetDateTime since,
            TreatmentCode treatment,
            int lengthMinutes,
            int pain,
            List<Turn> turns,
            List<SelfCare> selfCare,
            @Nullable OffsetDateTime endedAt) {

        static PlanPart of(PlanAnswer.Shown shown) {
            var plan = shown.plan();
            return new PlanPart(
                    utc(plan.since()),
                    plan.treatment(),
                    plan.lengthMinutes(),
                    shown.content().pain(),
                    shown.content().turns(),
                    shown.content().selfCare(),
                    plan.endedAt() == null ? null : utc(plan.endedAt()));
        }
    }

    /** @param notes the last one holds */
    record SessionPart(BookingId bookingId, OffsetDateTime start, List<Written> notes, Map<Moment, Integer> pain) {

        static SessionPart of(SessionAnswer.Shown shown) {
            return new SessionPart(
                    shown.session().bookingId(), utc(shown.session().start()), shown.entries(), shown.pain());
        }
    }

    record DisclosurePart(
            OffsetDateTime at,
            String role,
            @Nullable String reader,
            String what,
            String ground,
            @Nullable String words) {

        static DisclosurePart of(Reasons.Read read) {
            var entry = read.entry();
            return new DisclosurePart(
                    utc(entry.at()),
                    entry.reader().role().name(),
                    entry.reader().id(),
                    entry.what(),
                    entry.ground().name(),
                    read.why());
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
