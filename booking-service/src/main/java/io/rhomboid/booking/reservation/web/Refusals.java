package io.rhomboid.booking.reservation.web;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import io.rhomboid.booking.availability.StartAnswer;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.screening.web.ScreeningDoor;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.platform.web.Problem;

/** What each refusal is called on the wire, and what the caller can do about it. */
public final class Refusals {

    public static final Problem SLOT_TAKEN = Problem.of(
            HttpStatus.CONFLICT,
            "slot-taken",
            "Somebody else has this time. The alternatives are the nearest free ones.");
    public static final Problem CLIENT_BUSY =
            Problem.of(HttpStatus.CONFLICT, "client-busy", "You already have a session at that time. Choose another.");
    public static final Problem COMPANION_BUSY = Problem.of(
            HttpStatus.CONFLICT,
            "companion-busy",
            "Who comes along already has a session at that time. Choose another.");
    public static final Problem COMPANION_IS_CLIENT =
            wrong("companion-is-client", "companion.email", "must be another one than the client's");
    public static final Problem FEE_NOT_ACCEPTED = Problem.of(
            HttpStatus.CONFLICT,
            "fee-not-accepted",
            "This costs the fee named here. Ask again with acceptedFeeCents, no less than its cents, if that is meant.");
    public static final Problem NOBODY_FREE = Problem.of(
            HttpStatus.CONFLICT,
            "nobody-free",
            "Nobody can treat so soon. The alternatives are the next free starts; book one of them, or wait longer.");
    public static final Problem UNKNOWN_ROOM = wrong("unknown-room", "roomId", "is no room of this clinic");
    public static final Problem UNSUITABLE_ROOM =
            wrong("unsuitable-room", "roomId", "lacks something that the treatment needs");
    public static final Problem ROOM_TAKEN = Problem.of(
            HttpStatus.CONFLICT, "room-taken", "Somebody else has this room at that time. Choose another one.");
    public static final Problem VERSION_CHANGED = Problem.of(
            HttpStatus.PRECONDITION_FAILED,
            "version-changed",
            "The booking has changed since you read it. Read it again.");
    public static final Problem NOT_READY = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "not-ready",
                    "Bookings can't be taken safely right now. Nothing was booked; try again in a moment.")
            .retryAfter(Duration.ofSeconds(5));
    public static final Problem CATALOGUE_NOT_READY = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "catalogue-not-ready",
                    "This service has just been set up and does not know the clinics yet. Try again in a moment.")
            .retryAfter(Duration.ofSeconds(2));

    private Refusals() {}

    static Problem wrongNumberOfTherapists(int sessions) {
        return wrong("wrong-number-of-therapists", "therapistIds", "must name " + sessions + ", one for each session");
    }

    static Problem unknownSession(int sessions) {
        return wrong("unknown-session", "session", "must be from 1 to " + sessions);
    }

    public static Problem problem(Refusal reason) {
        return switch (reason) {
            case UNKNOWN_BOOKING -> Problem.of(HttpStatus.NOT_FOUND, type(reason), "There is no such booking.");
            case HOLD_EXPIRED -> conflict(reason, "The time to confirm is over and the slot is free again. Book anew.");
            case HELD_BY_SERIES ->
                conflict(reason, "This is a visit of a series, which is confirmed, renewed or given up as a whole.");
            case OF_SERIES ->
                conflict(
                        reason,
                        "This is a visit of a series, which stays with who booked it. Use the link from the mail.");
            case NOT_HELD_YET -> conflict(reason, "The series is being put together. Try again in a moment.");
            case NOTHING_TO_CANCEL -> conflict(reason, "No visit of the series is still to come.");
            case NOT_LAPSED -> conflict(reason, "This is no hold whose time is over.");
            case NOT_CONFIRMED -> conflict(reason, "It is only held. Confirm it first; or let it go and book anew.");
            case TOO_MANY_HOLDS ->
                conflict(reason, "You hold two times already. Confirm one, or let one go, and try again.");
            case ALREADY_RENEWED -> conflict(reason, "More time is given once. Confirm the hold, or let it go.");
            case ALREADY_CONFIRMED -> conflict(reason, "The booking is confirmed already.");
            case ALREADY_CANCELLED -> conflict(reason, "The booking was cancelled. Book anew.");
            case CONTACT_CLINIC ->
                conflict(
                        reason,
                        "It is too late to move this session here. Talk to the clinic; cancelling is possible.");
            case SAME_ROOM -> conflict(reason, "The session is in that room already.");
            case CHANGED_TOO_OFTEN -> conflict(reason, "This booking was changed too often. Cancel it and book anew.");
            case ALREADY_BEGUN -> conflict(reason, "The session has begun. Talk to the clinic.");
            case ALREADY_ARRIVED -> conflict(reason, "The client has arrived. Complete the session when it is over.");
            case ALREADY_COMPLETED -> conflict(reason, "The session took place; that is final.");
            case ALREADY_MISSED ->
                conflict(reason, "The client did not come. If they did after all, enter arrival or completion.");
            case TOO_EARLY ->
                conflict(reason, "The session is more than an hour away. Enter the arrival nearer to it.");
            case NOT_BEGUN -> conflict(reason, "The session has not begun. Enter this from its start on.");
            case ALREADY_OVER -> conflict(reason, "The session is over. If it took place, enter its completion.");
            case TOO_LATE_TO_CORRECT ->
                conflict(reason, "What was entered can be taken back only until a day after the session.");
            case UNKNOWN_VOUCHER ->
                wrong(type(reason), "voucher", "names no voucher of this client's; look at it again");
            case VOUCHER_NOT_FOR_THIS ->
                wrong(type(reason), "voucher", "is for another treatment, length, therapist or clinic");
            case VOUCHER_EXPIRED ->
                wrong(
                        type(reason),
                        "voucher",
                        "is not good on the day of the session; the clinic can make it last longer");
            case VOUCHER_VOIDED -> wrong(type(reason), "voucher", "was declared void; talk to the clinic");
            case NOT_SCREENED -> ScreeningDoor.NEEDED;
            case NOTHING_ASKED ->
                conflict(reason, "No doctor had to be asked about who you treat here, so there is nothing to decide.");
            case ALREADY_REVIEWED -> conflict(reason, "This was decided before.");
            case CLIENT_FORGOTTEN -> ForgottenClient.PROBLEM;
            case VOUCHER_EMPTY ->
                conflict(reason, "Nothing is left on the voucher. Use another one, or pay at the desk.");
            case ALREADY_COVERED -> conflict(reason, "Vouchers pay all of it already.");
            case NOT_COVERED -> conflict(reason, "No voucher pays this booking.");
        };
    }

    /** The problem with the ways in which the clinic can be reached. */
    static Problem reachable(Problem problem, @Nullable String phone, @Nullable String email) {
        var byPhone = phone == null ? problem : problem.with("phone", phone);
        return email == null ? byPhone : byPhone.with("email", email);
    }

    private static Problem conflict(Refusal reason, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type(reason), detail);
    }

    private static String type(Refusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Why no such session can start then. Nobody was faster: asking again will not help, asking otherwise may.
     *
     * @param at where in the request the session is, for example {@code then[0].}
     */
    public static Problem problem(DoesNotFit why, String at) {
        return switch (why) {
            case StartAnswer.UnknownTherapist() -> wrong("unknown-therapist", at + "therapistId", "names nobody here");
            case StartAnswer.UnknownClinic() -> wrong("unknown-clinic", "clinicId", "names no clinic");
            case StartAnswer.UnknownTreatment() ->
                wrong("unknown-treatment", at + "treatment", "is not in the catalogue");
            case StartAnswer.WrongLength(var allowed) ->
                wrong("wrong-length", at + "lengthMinutes", "must be one of " + allowed + " for this treatment");
            case StartAnswer.NotOffered(var offered) ->
                wrong(
                        "not-offered",
                        at + "therapistId",
                        offered.isEmpty()
                                ? "names a therapist who does not give this treatment at this clinic"
                                : "names a therapist who gives this treatment here only for " + minutes(offered));
            case StartAnswer.NotListed() ->
                wrong("not-listed", at + "therapistId", "names a therapist who takes no bookings at the moment");
            case StartAnswer.TreatsTheOther() ->
                wrong(
                        "treats-the-other",
                        at + "therapistId",
                        "names a therapist who treats the other one at that time");
            case StartAnswer.NoDoubleRoom() ->
                wrong(
                        "no-double-room",
                        "sameRoom",
                        "can't be: the clinic has no room in which both could have what they ask for");
            case StartAnswer.InThePast() -> wrong("in-the-past", "start", "is over; choose a later one");
            case StartAnswer.TooShortNotice(var earliest, var contact) -> {
                var problem = wrong(
                                "too-short-notice",
                                "start",
                                "is too soon for this clinic; the earliest is " + earliest
                                        + contact.map(clinic -> ", or contact it to come sooner: " + clinic.ways())
                                                .orElse(""))
                        .with("earliest", earliest);
                yield contact.map(clinic -> reachable(problem, clinic.phone(), clinic.email()))
                        .orElse(problem);
            }
            case StartAnswer.BeyondHorizon(var lastDay) ->
                wrong("beyond-horizon", "start", "is too far ahead; the last day is " + lastDay)
                        .with("lastDay", lastDay);
            case StartAnswer.OffGrid(var before, var after) ->
                wrong(
                                "off-grid",
                                "start",
                                "is not when sessions start here; the nearest are " + before + " and " + after)
                        .with("before", before)
                        .with("after", after);
            case StartAnswer.OutsideHours() ->
                wrong("outside-hours", "start", "is outside of the therapist's hours, or too near to their end");
            case StartAnswer.OutsideOpeningHours() ->
                wrong("outside-opening-hours", "start", "is when the clinic is not open, or too near to its closing");
            case StartAnswer.Closed(var reason) ->
                wrong(
                        "closed",
                        "start",
                        "is on a day on which the clinic is closed" + (reason == null ? "" : " (" + reason + ")"));
            case StartAnswer.TimeOff() -> wrong("time-off", "start", "is when the therapist is away");
            case StartAnswer.NoLicence() ->
                wrong("no-licence", "start", "is on a day that no verified licence of the therapist covers");
            case StartAnswer.DayFull(var day) ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "day-full",
                        "The therapist takes no more sessions on " + day.date() + ". Choose another day.");
            case StartAnswer.Protected() ->
                Problem.of(
                        HttpStatus.CONFLICT,
                        "diary-protected",
                        "The therapist keeps this time together with others. The alternatives are the nearest starts.");
            case StartAnswer.Busy _,
                    StartAnswer.InBuffer _,
                    StartAnswer.NoRoom _,
                    StartAnswer.NoEquipment _,
                    StartAnswer.HeldBack _ -> SLOT_TAKEN;
        };
    }

    private static Problem wrong(String type, String field, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, type, field + " " + message + ".")
                .field(field, message);
    }

    private static String minutes(java.util.List<Integer> lengths) {
        return lengths.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " minutes";
    }
}
