package io.rhomboid.booking.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;

/** What becomes of a request about plans. */
public sealed interface PlanAnswer {

    /** The plan as it is now; also to a repeat of the request that made it so. */
    record Shown(Plan plan, Plan.Content content, Course course, ZoneId zone) implements PlanAnswer {}

    /** All of a client's, the newest first. */
    record All(List<Shown> plans) implements PlanAnswer {}

    record Proposed(Plan plan, PlanDates dates, ZoneId zone) implements PlanAnswer {}

    record UnknownPlan() implements PlanAnswer {}

    /** No such session is ever given there. */
    record NotGiven(DoesNotFit why) implements PlanAnswer {}

    /** The client has as many plans as anybody may. */
    record TooMany(int most) implements PlanAnswer {}

    /** It has ended. */
    record Ended() implements PlanAnswer {}

    /** The first visit would be too near to the last one, or over. */
    record TooSoon(LocalDate earliest) implements PlanAnswer {}

    /** It is not their time to read, for they treat the client at no time near now. */
    record NotNow() implements PlanAnswer {}

    /** The plan is no longer as the caller has seen it. */
    record VersionChanged(long current) implements PlanAnswer {}

    /** The same key came with another request before. */
    record KeyReused() implements PlanAnswer {}

    /** This instance has not yet heard of clinics and therapists. */
    record CatalogueUnknown() implements PlanAnswer {}

    /** The client was forgotten. */
    record Forgotten() implements PlanAnswer {}
}
