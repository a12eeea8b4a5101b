package io.rhomboid.therapist.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * All listed therapists, in memory, and who of them fits.
 *
 * <p>What is kept or forgotten is seen by searches after the next {@link #refresh()}, all of it at once. One document
 * is one therapist; it has what words and distance find them by, and a number under which everything else about them
 * lies beside the index.
 *
 * <p>Pages: the next one begins after the place where the last one ended. Whoever fits all the while and whose place
 * stays the same is on exactly one page, whatever happens to others. Whoever is moved by a change of their own, for
 * example by a new price, can be met twice or missed.
 */
public final class TherapistIndex implements AutoCloseable {

    private static final String ID = "id";
    private static final String NUMBER = "number";
    private static final String POINT = "point";
    private static final String SINCE = "since";
    private static final String BODY = "body";
    private static final double METRES_OF_SLACK = 10;

    private static final FieldType WORDS = new FieldType();

    static {
        WORDS.setTokenized(true);
        WORDS.setOmitNorms(true);
        WORDS.setIndexOptions(IndexOptions.DOCS);
        WORDS.freeze();
    }

    private final TradeWords trade;
    private final FreeText text;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Listed.Numbers numbers = new Listed.Numbers();

    private final Map<TherapistId, Therapist> therapists = new HashMap<>();
    private final Map<ClinicId, Clinic> clinics = new HashMap<>();
    private final Map<TreatmentCode, Treatment> treatments = new HashMap<>();
    private final Map<TherapistId, Rating> ratings = new HashMap<>();
    private final Set<TherapistId> changed = new HashSet<>();

    private final Map<TherapistId, Long> current = new HashMap<>();
    private final Map<Long, Listed> byNumber = new HashMap<>();
    private long lastNumber;

    /** @param json reads the file of trade words */
    public TherapistIndex(JsonMapper json) {
        trade = TradeWords.load(json);
        text = new FreeText(trade);
        try {
            writer = new IndexWriter(
                    new ByteBuffersDirectory(),
                    new IndexWriterConfig(text.analyzer())
                            .setSimilarity(new BooleanSimilarity())
                            .setMergeScheduler(new SerialMergeScheduler())
                            .setCommitOnClose(false));
            searchers = new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                        throws IOException {
                    return new Snapshot(reader);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever is not listed is forgotten. */
    public synchronized void keep(TherapistId id, Therapist therapist) {
        if (therapist.listing() == Therapist.Listing.LISTED) {
            therapists.put(id, therapist);
            changed.add(id);
        } else {
            forget(id);
        }
    }

    public synchronized void forget(TherapistId id) {
        if (therapists.remove(id) != null) changed.add(id);
    }

    public synchronized void keep(ClinicId id, Clinic clinic) {
        clinics.put(id, clinic);
        changedAt(id);
    }

    public synchronized void forget(ClinicId id) {
        clinics.remove(id);
        changedAt(id);
    }

    private void changedAt(ClinicId id) {
        therapists.forEach((therapistId, therapist) -> {
            if (therapist.offers().stream().anyMatch(offer -> offer.clinicId().equals(id))) changed.add(therapistId);
        });
    }

    public synchronized void keep(TreatmentCode code, Treatment treatment) {
        treatments.put(code, treatment);
        numbers.treatments().of(code, treatment.name());
        changedBy(code);
    }

    public synchronized void forget(TreatmentCode code) {
        treatments.remove(code);
        changedBy(code);
    }

    private void changedBy(TreatmentCode code) {
        therapists.forEach((id, therapist) -> {
            if (codes(therapist).anyMatch(code::equals)) changed.add(id);
        });
    }

    private static Stream<TreatmentCode> codes(Therapist therapist) {
        return therapist.specializations().stream().map(Specialization::treatment);
    }

    /**
     * Says what a therapist's reviews come to, also of one who is not listed, or not known yet.
     *
     * @param rating null if there are none any more
     */
    public synchronized void rate(TherapistId id, @Nullable Rating rating) {
        var before = rating == null ? ratings.remove(id) : ratings.put(id, rating);
        if (Objects.equals(rating, before)) return;
        if (therapists.containsKey(id)) changed.add(id);
    }

    /** Lets searches see all that has been said since the last time. */
    public synchronized void refresh() {
        if (changed.isEmpty()) return;
        try {
            var gone = new ArrayList<Long>();
            for (var id : changed) write(id, gone);
            changed.clear();
            searchers.maybeRefreshBlocking();
            gone.forEach(byNumber::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(TherapistId id, List<Long> gone) throws IOException {
        var term = new Term(ID, id.toString());
        var therapist = therapists.get(id);
        var before = current.remove(id);
        if (before != null) gone.add(before);
        if (therapist == null) {
            writer.deleteDocuments(term);
            return;
        }
        long number = ++lastNumber;
        var listed = Listed.of(id, therapist, ratings.get(id), clinics, numbers);
        current.put(id, number);
        byNumber.put(number, listed);
        writer.updateDocument(term, document(number, listed));
    }

    private Document document(long number, Listed listed) {
        var therapist = listed.therapist();
        var document = new Document();
        document.add(new StringField(ID, listed.id().toString(), Field.Store.NO));
        document.add(new NumericDocValuesField(NUMBER, number));
        document.add(new IntPoint(SINCE, therapist.practisingSince()));
        for (var body : therapist.professionalBodies()) {
            document.add(new StringField(BODY, FreeText.folded(body), Field.Store.NO));
            words(document, FreeText.ABOUT, body);
        }
        words(document, FreeText.NAME, therapist.name());
        if (therapist.about() != null) words(document, FreeText.ABOUT, therapist.about());
        codes(therapist).forEach(code -> treatmentWords(document, code));
        for (var place : listed.places()) {
            var clinic = place.clinic();
            var point = clinic.coordinates();
            document.add(new LatLonPoint(POINT, point.latitude(), point.longitude()));
            words(document, FreeText.PLACE, clinic.name());
            words(document, FreeText.PLACE, clinic.address().city());
            for (var amenity : clinic.amenities()) {
                for (var word : trade.of(amenity)) words(document, FreeText.PLACE, word);
            }
        }
        return document;
    }

    private void treatmentWords(Document document, TreatmentCode code) {
        words(document, FreeText.PRACTICE, code.value().replace('_', ' '));
        for (var word : trade.of(code)) words(document, FreeText.TRADE, word);
        var treatment = treatments.get(code);
        if (treatment == null) return;
        words(document, FreeText.PRACTICE, treatment.name());
        for (var words : treatment.bestFor()) words(document, FreeText.BEST_FOR, words);
        for (var words : treatment.benefits()) words(document, FreeText.BEST_FOR, words);
    }

    private static void words(Document document, String field, String words) {
        document.add(new Field(field, words, WORDS));
        document.add(new Field(FreeText.ANYWHERE, words, WORDS));
    }

    /**
     * The first page, or the one after a cursor.
     *
     * @param limit at most so many on the page
     * @return empty if the cursor is not one of this search
     */
    public Optional<Found> find(TherapistSearch search, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Rank.parse(cursor, search).orElse(null);
        if (cursor != null && after == null) return Optional.empty();
        try {
            var searcher = searchers.acquire();
            try {
                return Optional.of(((Snapshot) searcher).find(search, after, limit));
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query query(TherapistSearch search) {
        var all = new BooleanQuery.Builder();
        all.add(search.words() == null ? new MatchAllDocsQuery() : text.query(search.words()), Occur.MUST);
        if (search.practisingSince() != null) {
            all.add(IntPoint.newRangeQuery(SINCE, Integer.MIN_VALUE, search.practisingSince()), Occur.FILTER);
        }
        if (search.professionalBody() != null) {
            all.add(new TermQuery(new Term(BODY, FreeText.folded(search.professionalBody()))), Occur.FILTER);
        }
        if (search.near() != null && search.radiusKm() != null) {
            // Finds everybody within reach and perhaps somebody just outside: the index rounds, and the clinic that is
            // near may be the wrong one. Decided place by place in the pass.
            var metres = search.radiusKm() * 1000 * 1.001 + METRES_OF_SLACK;
            var near = search.near();
            all.add(LatLonPoint.newDistanceQuery(POINT, near.latitude(), near.longitude(), metres), Occur.FILTER);
        }
        return all.build();
    }

    /** No search is running any more. */
    @Override
    public synchronized void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index at one moment, with all that lies beside it. */
    private final class Snapshot extends IndexSearcher {

        /** By leaf and document; null where the document is deleted. */
        private final @Nullable Listed[][] listed;

        Snapshot(IndexReader reader) throws IOException {
            super(reader);
            setSimilarity(new BooleanSimilarity());
            setQueryCache(null);
            listed = new Listed[reader.leaves().size()][];
            for (var leaf : reader.leaves()) listed[leaf.ord] = listedOf(leaf);
        }

        private @Nullable Listed[] listedOf(LeafReaderContext leaf) throws IOException {
            var all = new Listed[leaf.reader().maxDoc()];
            var values = leaf.reader().getNumericDocValues(NUMBER);
            if (values == null) return all;
            while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                all[values.docID()] = byNumber.get(values.longValue());
            }
            return all;
        }

        Found find(TherapistSearch search, @Nullable Rank after, int limit) throws IOException {
            var pass = new OnePass(search, numbers, after, limit + 1);
            search(query(search), new CollectorManager<Collector, Void>() {
                @Override
                public Collector newCollector() {
                    return new Looking(pass, search.words() != null);
                }

                @Override
                public @Nullable Void reduce(Collection<Collector> collectors) {
                    return null;
                }
            });
            return pass.found(limit);
        }

        private final class Looking implements Collector {

            private final OnePass pass;
            private final boolean weighs;

            Looking(OnePass pass, boolean weighs) {
                this.pass = pass;
                this.weighs = weighs;
            }

            @Override
            public ScoreMode scoreMode() {
                return weighs ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
            }

            @Override
            public LeafCollector getLeafCollector(LeafReaderContext leaf) {
                var here = listed[leaf.ord];
                return new LeafCollector() {

                    private @Nullable Scorable weight;

                    @Override
                    public void setScorer(Scorable scorer) {
                        weight = scorer;
                    }

                    @Override
                    public void collect(int document) throws IOException {
                        pass.look(here[document], weighs && weight != null ? weight.score() : 0);
                    }
                };
            }
        }
    }
}
