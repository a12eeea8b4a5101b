package io.rhomboid.booking.reservation.web;

import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Tender;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/**
 * A voucher to pay with: one of the two.
 *
 * @param id of a package or credit of the client's own
 * @param code of a gift card, as it was typed
 */
record TenderRequest(
        @Nullable VoucherId id, @Nullable @Size(max = 100) String code) {

    /** @throws ProblemException unless it is one of the two */
    Tender toTender(String field) {
        if (id != null && code == null) return new Tender.Own(id);
        if (code != null && id == null) return new Tender.Code(code);
        throw new ProblemException(
                Problem.invalid(field, "must have the id of an own voucher or the code of a gift card, and not both"));
    }

    /** A secret is never written by accident. */
    @Override
    public String toString() {
        return "TenderRequest[…]";
    }
}
