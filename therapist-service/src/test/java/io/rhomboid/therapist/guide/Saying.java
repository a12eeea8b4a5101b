package io.rhomboid.therapist.guide;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.guide.file.GuideFiles;
import io.rhomboid.therapist.treatment.Catalogue;

/** The guide with its real files, and complaints in one line for it. */
final class Saying {

    static final JsonMapper JSON = StrictJson.mapper();
    static final Catalogue CATALOGUE = Catalogue.load(JSON);
    static final Rules RULES = GuideFiles.read(JSON, "rules.json", Rules.class);
    static final Questions QUESTIONS = GuideFiles.read(JSON, "questions.json", Questions.class);
    static final Synonyms SYNONYMS = GuideFiles.read(JSON, "words.json", Synonyms.class);
    static final Guide GUIDE = new Guide(RULES, SYNONYMS, CATALOGUE.general(), CATALOGUE.rulesVersion());

    private Saying() {}

    static List<Offered> everything() {
        return CATALOGUE.treatments().entrySet().stream()
                .map(entry -> new Offered(entry.getKey(), 1, entry.getValue()))
                .toList();
    }

    static Advice advice(String said) {
        return GUIDE.advise(complaint(said), "", everything());
    }

    static Advice adviceOnWords(String words) {
        return GUIDE.advise(complaint(""), words, everything());
    }

    /** Reads {@code "pain 7, days 100, wanted THAI, QUALITY KNOTS, QUALITY DULL"}; no pain named is a pain of 5. */
    static Complaint complaint(String said) {
        var options = new EnumMap<Question, Set<String>>(Question.class);
        int pain = 5;
        @Nullable Integer days = null;
        @Nullable TreatmentCode wanted = null;
        for (var part :
                Arrays.stream(said.split(", ")).filter(it -> !it.isBlank()).toList()) {
            var words = part.strip().split(" ");
            switch (words[0]) {
                case "pain" -> pain = Integer.parseInt(words[1]);
                case "days" -> days = Integer.valueOf(words[1]);
                case "wanted" -> wanted = TreatmentCode.of(words[1]);
                default ->
                    options.computeIfAbsent(Question.valueOf(words[0]), _ -> new TreeSet<>())
                            .add(words[1]);
            }
        }
        return new Complaint(options, pain, days, wanted);
    }
}
