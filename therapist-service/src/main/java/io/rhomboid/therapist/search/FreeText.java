package io.rhomboid.therapist.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How words are found: whole, with typos, and the last one also when it is only begun. Case and accents don't matter.
 *
 * <ol>
 *   <li>Words that say nothing about anyone ("massage", "with") are passed over.
 *   <li>Of one or two words all must be found, of more at least two thirds.
 *   <li>A word of four letters may have one typo, of eight letters two; never in the first letter.
 *   <li>A word counts by the best place in which it is found. All weights are sums of powers of two and the same for
 *       rare and frequent words: so the weight of one therapist never changes because others come or go.
 * </ol>
 */
final class FreeText {

    static final String NAME = "name";
    static final String PRACTICE = "practice";
    static final String TRADE = "trade";
    static final String BEST_FOR = "bestFor";
    static final String PLACE = "place";
    static final String ABOUT = "about";
    /** All of them together: where typos and beginnings are looked for. */
    static final String ANYWHERE = "anywhere";

    private static final int MOST_WORDS = 12;
    private static final int ONE_TYPO_FROM = 4;
    private static final int TWO_TYPOS_FROM = 8;
    private static final int LONGEST_WITH_TYPOS = 30;

    private final Analyzer analyzer = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };
    private final TradeWords trade;

    FreeText(TradeWords trade) {
        this.trade = trade;
    }

    /** In small letters without accents, for comparing and sorting. */
    static String folded(String text) {
        var letters = text.toLowerCase(Locale.ROOT).toCharArray();
        var folded = new char[4 * letters.length];
        int length = ASCIIFoldingFilter.foldToASCII(letters, 0, folded, 0, letters.length);
        return new String(folded, 0, length).strip();
    }

    Analyzer analyzer() {
        return analyzer;
    }

    Query query(String text) {
        var words = words(text);
        if (words.isEmpty()) return new MatchAllDocsQuery();
        var all = new BooleanQuery.Builder().setMinimumNumberShouldMatch(words.size() - words.size() / 3);
        for (int i = 0; i < words.size(); i++) {
            all.add(anywhere(words.get(i), i == words.size() - 1), Occur.SHOULD);
        }
        return all.build();
    }

    private List<String> words(String text) {
        var words = new ArrayList<String>();
        try (var stream = analyzer.tokenStream(ANYWHERE, text)) {
            var word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                if (!trade.saysNothing(word.toString()) && !words.contains(word.toString())) words.add(word.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Query anywhere(String word, boolean mayGoOn) {
        var ways = new ArrayList<Query>();
        ways.add(weighted(8, new TermQuery(new Term(NAME, word))));
        ways.add(weighted(8, new TermQuery(new Term(PRACTICE, word))));
        ways.add(weighted(6, new TermQuery(new Term(TRADE, word))));
        ways.add(weighted(4, new TermQuery(new Term(PLACE, word))));
        ways.add(weighted(4, new TermQuery(new Term(BEST_FOR, word))));
        ways.add(weighted(2, new TermQuery(new Term(ABOUT, word))));
        if (mayGoOn) {
            ways.add(weighted(4, new PrefixQuery(new Term(NAME, word))));
            ways.add(weighted(4, new PrefixQuery(new Term(PRACTICE, word))));
            ways.add(weighted(1, new PrefixQuery(new Term(ANYWHERE, word))));
        }
        int typos = typos(word);
        if (typos > 0) {
            // Each typo weighs the same, and all words that near are looked up, however many there are.
            ways.add(weighted(
                    0.5f,
                    new FuzzyQuery(
                            new Term(ANYWHERE, word),
                            typos,
                            1,
                            FuzzyQuery.defaultMaxExpansions,
                            true,
                            MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE)));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static int typos(String word) {
        int length = word.length();
        if (length < ONE_TYPO_FROM || length > LONGEST_WITH_TYPOS) return 0;
        return length < TWO_TYPOS_FROM ? 1 : 2;
    }

    private static Query weighted(float weight, Query query) {
        return new BoostQuery(query, weight);
    }
}
