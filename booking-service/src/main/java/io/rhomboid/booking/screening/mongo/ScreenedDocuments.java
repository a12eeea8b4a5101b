package io.rhomboid.booking.screening.mongo;

import java.util.Date;
import java.util.HashMap;
import java.util.List;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.screening.Screened.Standing;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.mongo.SealedDocuments;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Who was screened, as it is stored in what was booked: {@code screened: [{clientId, at, rules: {<treatment>: version},
 * standing: CLEAR|ASKED|RELEASED|REFUSED, statement?: {schema, fields}, words?: {schema, fields}}]}; each of
 * {@code fields} is sealed.
 */
public final class ScreenedDocuments {

    public static final String FIELD = "screened";

    private ScreenedDocuments() {}

    public static List<Document> of(List<Screened> all) {
        return all.stream().map(ScreenedDocuments::of).toList();
    }

    private static Document of(Screened screened) {
        var rules = new Document();
        screened.rules().forEach((treatment, version) -> rules.append(treatment.toString(), version));
        var document = new Document("clientId", screened.client().toString())
                .append("at", Date.from(screened.at()))
                .append("rules", rules)
                .append("standing", screened.standing().name());
        if (screened.statement() != null) document.append("statement", SealedDocuments.of(screened.statement()));
        if (screened.words() != null) document.append("words", SealedDocuments.of(screened.words()));
        return document;
    }

    /** @param stored what has them; nobody was, if it is from before there was a screening */
    public static List<Screened> in(Document stored) {
        return stored.getList(FIELD, Document.class, List.of()).stream()
                .map(ScreenedDocuments::screened)
                .toList();
    }

    private static Screened screened(Document stored) {
        var rules = new HashMap<TreatmentCode, Long>();
        stored.get("rules", Document.class)
                .forEach((treatment, version) -> rules.put(TreatmentCode.of(treatment), (Long) version));
        return new Screened(
                ClientId.of(stored.getString("clientId")),
                stored.getDate("at").toInstant(),
                rules,
                Standing.valueOf(stored.getString("standing")),
                sealed(stored, "statement"),
                sealed(stored, "words"));
    }

    private static @Nullable SealedFields sealed(Document stored, String name) {
        var there = stored.get(name, Document.class);
        return there == null ? null : SealedDocuments.read(there);
    }
}
