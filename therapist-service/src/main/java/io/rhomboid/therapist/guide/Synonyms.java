package io.rhomboid.therapist.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people say and what they mean by it, as the file {@code words.json} has it.
 *
 * @param about for who edits the file
 * @param negations a phrase right after one of them does not count
 * @param fillers words that may stand between a negation and a phrase
 */
public record Synonyms(String about, Set<String> negations, Set<String> fillers, List<Synonym> synonyms) {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}']+|[.,;:!?\\n]");

    public Synonyms {
        negations = Set.copyOf(negations);
        fillers = Set.copyOf(fillers);
        synonyms = List.copyOf(synonyms);
    }

    public record Synonym(Question question, String option, List<String> phrases) {}

    /** @param phrase as the file has it, not as the client wrote it */
    public record Heard(Question question, String option, String phrase) {}

    /** What is meant, once each, in the order of the file. Takes time in proportion to the text. */
    public List<Heard> hear(String text) {
        var tokens = tokens(text);
        var places = new HashMap<String, List<Integer>>();
        for (int i = 0; i < tokens.size(); i++) {
            places.computeIfAbsent(tokens.get(i), _ -> new ArrayList<>()).add(i);
        }
        var denied = new boolean[tokens.size()];
        var heard = new ArrayList<Heard>();
        // Twice, because "no fever or chills" denies the second by way of the first.
        for (int pass = 0; pass < 2; pass++) {
            heard.clear();
            for (var synonym : synonyms) {
                for (var phrase : synonym.phrases) {
                    if (isSaid(tokens(phrase), tokens, places, denied)) {
                        heard.add(new Heard(synonym.question, synonym.option, phrase));
                        break;
                    }
                }
            }
        }
        return heard;
    }

    private boolean isSaid(
            List<String> phrase, List<String> tokens, Map<String, List<Integer>> places, boolean[] denied) {
        boolean said = false;
        for (int at : places.getOrDefault(phrase.getFirst(), List.of())) {
            int end = at + phrase.size();
            if (end > tokens.size() || !tokens.subList(at, end).equals(phrase)) continue;
            if (!isDenied(at, tokens, denied)) {
                said = true;
            } else {
                for (int i = at; i < end; i++) denied[i] = true;
            }
        }
        return said;
    }

    private boolean isDenied(int at, List<String> tokens, boolean[] denied) {
        for (int i = at - 1; i >= 0; i--) {
            if (negations.contains(tokens.get(i))) return true;
            if (!denied[i] && !fillers.contains(tokens.get(i))) return false;
        }
        return false;
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
        while (matcher.find()) tokens.add(matcher.group());
        return tokens;
    }
}
