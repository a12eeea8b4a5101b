package io.rhomboid.booking.availability.web;

import java.util.List;

import io.rhomboid.booking.availability.StartAnswer;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;

/** Why a start is not offered, in words for who may know what. */
public final class Explanation {

    private Explanation() {}

    /** @param code stable, for programs; the message is for people */
    public record Reason(String code, String message) {}

    /** In general words: nobody outside need know whether a therapist is away, busy, or only keeps some time back. */
    public static List<Reason> forClients(List<DoesNotFit> why) {
        return why.stream().map(Explanation::forClients).distinct().toList();
    }

    private static Reason forClients(DoesNotFit why) {
        return switch (why) {
            case StartAnswer.UnknownTherapist _,
                    StartAnswer.UnknownClinic _,
                    StartAnswer.UnknownTreatment _,
                    StartAnswer.WrongLength _,
                    StartAnswer.NotOffered _,
                    StartAnswer.NotListed _,
                    StartAnswer.TreatsTheOther _,
                    StartAnswer.NoDoubleRoom _ ->
                new Reason("not-offered", "The therapist does not give this treatment, this long, at this clinic.");
            case StartAnswer.InThePast _,
                    StartAnswer.TooShortNotice _,
                    StartAnswer.BeyondHorizon _,
                    StartAnswer.OffGrid _ -> forStaff(why);
            case StartAnswer.OutsideOpeningHours _, StartAnswer.Closed _ ->
                new Reason("clinic-closed", "The clinic is not open throughout that time.");
            case StartAnswer.OutsideHours _, StartAnswer.TimeOff _, StartAnswer.NoLicence _ ->
                new Reason("not-working", "The therapist does not treat there at that time.");
            case StartAnswer.Busy _,
                    StartAnswer.InBuffer _,
                    StartAnswer.NoRoom _,
                    StartAnswer.NoEquipment _,
                    StartAnswer.DayFull _,
                    StartAnswer.Protected _,
                    StartAnswer.HeldBack _ -> new Reason("not-free", "The time is not free.");
        };
    }

    /** Each rule by its name. Says nothing of anybody who is treated. */
    static List<Reason> forStaff(List<DoesNotFit> why) {
        return why.stream().map(Explanation::forStaff).toList();
    }

    private static Reason forStaff(DoesNotFit why) {
        return switch (why) {
            case StartAnswer.UnknownTherapist() -> new Reason("unknown-therapist", "There is no such therapist.");
            case StartAnswer.UnknownClinic() -> new Reason("unknown-clinic", "There is no such clinic.");
            case StartAnswer.UnknownTreatment() -> new Reason("unknown-treatment", "There is no such treatment.");
            case StartAnswer.WrongLength(var allowed) ->
                new Reason("wrong-length", "The treatment is given for " + allowed + " minutes only.");
            case StartAnswer.NotOffered(var minutes) ->
                new Reason(
                        "not-offered",
                        minutes.isEmpty()
                                ? "The therapist does not give this treatment there."
                                : "The therapist gives this treatment there for " + minutes + " minutes only.");
            case StartAnswer.NotListed() -> new Reason("not-listed", "The therapist takes no bookings at the moment.");
            case StartAnswer.TreatsTheOther() ->
                new Reason("treats-the-other", "The therapist treats the other of the two at that time.");
            case StartAnswer.NoDoubleRoom() ->
                new Reason("no-double-room", "The clinic has no room in which both could be treated.");
            case StartAnswer.InThePast() -> new Reason("in-the-past", "The time is over.");
            case StartAnswer.TooShortNotice(var earliest, var contact) ->
                new Reason(
                        "too-short-notice",
                        "The clinic needs notice; the earliest is " + earliest + "."
                                + contact.map(clinic -> " To come sooner, contact the clinic: " + clinic.ways() + ".")
                                        .orElse(""));
            case StartAnswer.BeyondHorizon(var lastDay) ->
                new Reason(
                        "beyond-horizon", "The clinic does not book that far ahead; the last day is " + lastDay + ".");
            case StartAnswer.OffGrid(var before, var after) ->
                new Reason(
                        "off-grid",
                        "Sessions start at other minutes; the nearest are " + before + " and " + after + ".");
            case StartAnswer.OutsideHours() ->
                new Reason("outside-hours", "The rota has no hours that the whole session lies in.");
            case StartAnswer.OutsideOpeningHours() ->
                new Reason("outside-opening-hours", "The clinic is not open for the whole session.");
            case StartAnswer.Closed(var reason) ->
                new Reason("closed", "The clinic is closed on that day" + (reason == null ? "." : ": " + reason + "."));
            case StartAnswer.TimeOff() -> new Reason("time-off", "The therapist is away.");
            case StartAnswer.NoLicence() ->
                new Reason("no-licence", "No verified licence of the therapist covers that day there.");
            case StartAnswer.Busy() -> new Reason("busy", "The therapist is taken for some of the time.");
            case StartAnswer.InBuffer(int before, int after) ->
                new Reason(
                        "buffer",
                        "The session needs " + before + " minutes before and " + after
                                + " after it, and the therapist is taken for some of them.");
            case StartAnswer.NoRoom() -> new Reason("no-room", "No suitable room is free throughout.");
            case StartAnswer.NoEquipment(var kind) -> new Reason("no-equipment", "No " + kind + " is free throughout.");
            case StartAnswer.DayFull(var day) ->
                new Reason(
                        "day-full",
                        "The therapist takes " + day.cap() + " sessions a day, and has " + day.sessions() + " on "
                                + day.date() + ".");
            case StartAnswer.Protected() ->
                new Reason("diary-protected", "The therapist's rules keep this time together with others.");
            case StartAnswer.HeldBack() ->
                new Reason("held-back", "The therapist shows fewer times than are free; this one is not shown.");
        };
    }
}
