package io.rhomboid.booking.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.SealedFields.Texts;
import io.rhomboid.booking.vault.Seals;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** Judges what is answered when somebody books, by the rules of the moment, and seals what is kept of it. */
public final class ScreeningDesk {

    private static final String STATEMENT = "statement";
    private static final String WORDS = "review";
    private static final String REASON = "reason";
    private static final int SCHEMA = 1;

    private final Availability availability;
    private final Vault vault;
    private final Texts<Statement> texts;
    private final Clock clock;

    public ScreeningDesk(Availability availability, Vault vault, Texts<Statement> texts, Clock clock) {
        this.availability = availability;
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
    }

    /** What must be known for these treatments; unknown ones ask nothing. */
    public List<Question> questions(Collection<TreatmentCode> treatments) {
        return screening().questions(treatments);
    }

    private Screening screening() {
        return new Screening(availability.catalogue().treatments());
    }

    /** @param treatments all that this person is to have; unknown ones ask nothing */
    public Judgement judge(Collection<TreatmentCode> treatments, Answers answers, ClinicId at) {
        var screening = screening();
        var codes = screening.codes();
        if (!codes.containsAll(answers.has())) return new Judgement.UnknownCondition(codes);
        var now = clock.instant();
        // On which day it is anywhere: nobody's yesterday is called tomorrow.
        var latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
        if (answers.doctor() != null && answers.doctor().on().isAfter(latest)) return new Judgement.NotYetAgreed();
        var verdict = screening.verdict(treatments, answers.has(), at);
        var rules = screening.versions(treatments);
        if (verdict.isBookable(answers.doctor() != null)) {
            return new Judgement.MayBook(client -> kept(client, now, rules, verdict, answers.doctor()));
        }
        return switch (verdict.outcome()) {
            case STOP -> new Judgement.Stopped(verdict);
            case NOT_THIS_TECHNIQUE -> new Judgement.OtherTechnique(verdict);
            case ASK_DOCTOR_FIRST -> new Judgement.DoctorNeeded(verdict);
            case CLEAR -> throw new IllegalStateException("what is clear may be booked");
        };
    }

    private Optional<Screened> kept(
            ClientId client, Instant now, Map<TreatmentCode, Long> rules, Verdict verdict, @Nullable DoctorsWord word) {
        // Who has nothing has nothing to be kept, whatever they say of a doctor; nor needs it a key.
        if (word == null || verdict.findings().isEmpty()) return Optional.of(Screened.clear(client, now, rules));
        var asks = verdict.findings().stream().map(Statement.Ask::of).toList();
        var statement = new Statement(asks, word.doctor(), word.on());
        return vault.toSeal(client).map(seals -> {
            try (seals) {
                return Screened.asked(
                        client, now, rules, SealedFields.seal(seals, STATEMENT, SCHEMA, texts.of(statement)));
            }
        });
    }

    /** The same, sealed for who they turn out to be; empty if all that was known of either was erased. */
    public Optional<Screened> handOver(Screened screened, ClientId whoTheyAre) {
        if (screened.statement() == null && screened.words() == null)
            return Optional.of(screened.of(whoTheyAre, null, null));
        var before = vault.toOpen(screened.client());
        var after = vault.toSeal(whoTheyAre);
        if (before.isEmpty() || after.isEmpty()) return Optional.empty();
        try (var from = before.get();
                var to = after.get()) {
            return Optional.of(screened.of(
                    whoTheyAre,
                    SealedFields.handOver(screened.statement(), STATEMENT, from, to),
                    SealedFields.handOver(screened.words(), WORDS, from, to)));
        }
    }

    /** Why who treats decides as they do, sealed; empty if all that was known of the client was erased. */
    public Optional<SealedFields> seal(ClientId client, String why) {
        return vault.toSeal(client).map(seals -> {
            try (seals) {
                return SealedFields.seal(seals, WORDS, SCHEMA, Map.of(REASON, why));
            }
        });
    }

    /**
     * What was sealed.
     *
     * @param statement null if no doctor had to be asked
     * @param why null if nothing was decided
     */
    public record Opened(
            Screened screened,
            @Nullable Statement statement,
            @Nullable String why) {}

    /** Empty if all that was known of the client was erased. */
    public Optional<Opened> open(Screened screened) {
        if (screened.statement() == null) return Optional.of(new Opened(screened, null, null));
        return vault.toOpen(screened.client()).map(seals -> {
            try (seals) {
                return opened(screened, seals);
            }
        });
    }

    private Opened opened(Screened screened, Seals seals) {
        var statement = screened.statement();
        var words = screened.words();
        return new Opened(
                screened,
                statement == null ? null : texts.from(statement.open(seals, STATEMENT)),
                words == null ? null : words.open(seals, WORDS).get(REASON).stripTrailing());
    }
}
