package io.rhomboid.booking.screening;

import java.time.LocalDate;
import java.util.List;

import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What is kept, sealed, of a screening that needed a doctor's word: what was asked about, by which rules, and who agreed
 * when. Of any other screening nothing is kept of what was said.
 */
public record Statement(List<Ask> asks, String doctor, LocalDate agreedOn) {

    public Statement {
        asks = List.copyOf(asks);
    }

    /**
     * A rule that asks for a doctor, as it was.
     *
     * @param version of the treatment that the rule came with
     */
    public record Ask(
            TreatmentCode treatment,
            long version,
            ContraindicationCode code,
            String condition,
            String advice,
            String source) {

        static Ask of(Finding finding) {
            var rule = finding.rule();
            return new Ask(
                    finding.treatment(),
                    finding.version(),
                    rule.code(),
                    rule.condition(),
                    rule.advice(),
                    rule.source());
        }
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "Statement[…]";
    }
}
