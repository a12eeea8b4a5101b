package io.rhomboid.booking.screening.web;

import java.util.Collection;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.screening.Judgement;
import io.rhomboid.booking.screening.Passed;
import io.rhomboid.booking.screening.ScreeningDesk;
import io.rhomboid.booking.screening.Verdict;
import io.rhomboid.booking.screening.web.ScreeningController.FindingView;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/** What every request that books goes through: nobody is let past a stop, whoever asks for them. */
@Component
public class ScreeningDoor {

    /** Somebody who comes was not asked yet. */
    public static final Problem NEEDED = refused(
            "screening-needed", "Whether anything speaks against it must be answered first, with screening.has.");

    private final ScreeningDesk desk;
    private final Availability availability;

    ScreeningDoor(ScreeningDesk desk, Availability availability) {
        this.desk = desk;
        this.availability = availability;
    }

    /**
     * @param treatments all that this person is to have
     * @param path where in the request the answers are, for example {@code companion.screening}
     * @return null if they were not asked yet
     * @throws ProblemException if they can't be let past
     */
    public @Nullable Passed pass(
            @Nullable ScreeningRequest request, Collection<TreatmentCode> treatments, ClinicId at, String path) {
        if (request == null) return null;
        if (!availability.isReady()) throw new ProblemException(ScreeningController.NOT_READY);
        return switch (desk.judge(treatments, request.toAnswers(), at)) {
            case Judgement.MayBook(var passed) -> passed;
            case Judgement.Stopped(var verdict) ->
                throw new ProblemException(with(
                        verdict,
                        refused(
                                "screening-stop",
                                "Please no massage now; see a doctor first. The findings say where to turn. Nobody can"
                                        + " waive this.")));
            case Judgement.DoctorNeeded(var verdict) ->
                throw new ProblemException(with(
                        verdict,
                        refused("doctor-needed", "Ask a doctor first. If one has agreed, say who and when.")
                                .field(path + ".doctor", "must say who agreed, and when")));
            case Judgement.OtherTechnique(var verdict) ->
                throw new ProblemException(with(
                        verdict,
                        refused(
                                        "not-this-technique",
                                        "Not this technique without a doctor's word. Choose one of those that fit.")
                                .field(path + ".doctor", "must say who agreed, and when; or choose another treatment")
                                .with("fits", verdict.fits())));
            case Judgement.UnknownCondition(var known) ->
                throw new ProblemException(
                        refused("unknown-condition", path + ".has names something that no treatment asks for.")
                                .field(path + ".has", "must be of the questions' codes")
                                .with("codes", known.stream().sorted().toList()));
            case Judgement.NotYetAgreed() ->
                throw new ProblemException(Problem.invalid(path + ".doctor.on", "must not be a day that is to come"));
        };
    }

    /** The answers are missing; with what is asked. */
    public Problem needed(Collection<TreatmentCode> treatments, String path) {
        return NEEDED.field(path, "must be given").with("questions", desk.questions(treatments));
    }

    private static Problem with(Verdict verdict, Problem problem) {
        return problem.with(
                "findings", verdict.findings().stream().map(FindingView::of).toList());
    }

    private static Problem refused(String type, String detail) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, type, detail);
    }
}
