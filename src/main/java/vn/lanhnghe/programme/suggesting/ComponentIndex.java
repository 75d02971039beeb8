package vn.lanhnghe.programme.suggesting;

import static vn.lanhnghe.programme.suggesting.SyllableAnalyzer.ONE;
import static vn.lanhnghe.programme.suggesting.SyllableAnalyzer.ONE_PLAIN;
import static vn.lanhnghe.programme.suggesting.SyllableAnalyzer.PAIR;
import static vn.lanhnghe.programme.suggesting.SyllableAnalyzer.PAIR_PLAIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import vn.lanhnghe.programme.suggesting.SuggestionRepository.Row;

/** The components of one framework, searchable in memory by what is said of them. */
final class ComponentIndex {

    private static final int MOST_SYLLABLES = 200;

    private final SyllableAnalyzer analyzer = new SyllableAnalyzer();
    private final List<Row> components;
    private final List<Set<String>> said = new ArrayList<>();
    private final Set<String> idle = new HashSet<>();
    private final Set<String> digital = new HashSet<>();
    private final Weights weights;
    private final IndexSearcher searcher;

    /**
     * How much a syllable and a pair of syllables count, with marks and without, how much a component with much to say is held back, and
     * below which sum of the first nothing is suggested, for an outcome with a digital word and for one without; found on the outcomes for tuning.
     */
    record Weights(
            float one, float pair, float onePlain, float pairPlain, float length, float least, float leastWithout) {
        static final Weights TUNED = new Weights(0.5f, 1.0f, 0.25f, 0.5f, 0.75f, 1.5f, 5.2f);
    }

    ComponentIndex(List<Row> rows, Phrases phrases, Weights weights) {
        this.weights = weights;
        var byCode = rows.stream().collect(Collectors.toMap(Row::code, it -> it));
        components = rows.stream().filter(it -> it.kind().equals("COMPONENT")).toList();
        phrases.idle().forEach(it -> {
            idle.add(String.join(" ", analyzer.terms(ONE, it)));
            idle.add(String.join(" ", analyzer.terms(ONE_PLAIN, it)));
        });
        phrases.digital().forEach(it -> {
            digital.add(spaced(analyzer.terms(ONE, it)));
            digital.add(spaced(analyzer.terms(ONE_PLAIN, it)));
        });
        var indicators = new HashMap<String, List<String>>();
        rows.stream()
                .filter(it -> it.kind().equals("INDICATOR") && it.parentCode() != null)
                .forEach(it -> indicators
                        .computeIfAbsent(it.parentCode(), code -> new ArrayList<>())
                        .add(it.name()));
        try (var writer = new IndexWriter(
                new ByteBuffersDirectory(), new IndexWriterConfig(analyzer).setSimilarity(similarity()))) {
            for (var it : components) {
                var texts = new ArrayList<String>();
                texts.add(it.name());
                texts.add(it.english());
                var domain = it.parentCode() == null ? null : byCode.get(it.parentCode());
                if (domain != null) {
                    texts.add(domain.name());
                }
                texts.addAll(indicators.getOrDefault(it.code(), List.of()));
                texts.addAll(phrases.of(it.frameworkCode(), it.code()));
                writer.addDocument(document(texts));
            }
            searcher = new IndexSearcher(DirectoryReader.open(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        searcher.setSimilarity(similarity());
    }

    private BM25Similarity similarity() {
        return new BM25Similarity(1.2f, weights.length());
    }

    private Document document(List<String> texts) {
        var document = new Document();
        var words = new HashSet<String>();
        for (var text : texts) {
            var composed = SyllableAnalyzer.composed(text);
            for (var field : List.of(ONE, PAIR, ONE_PLAIN, PAIR_PLAIN)) {
                document.add(new TextField(field, composed, Field.Store.NO));
            }
            words.addAll(analyzer.terms(PAIR, composed));
            words.addAll(analyzer.terms(PAIR_PLAIN, composed));
        }
        said.add(words);
        return document;
    }

    List<Suggestion> suggest(String outcome, int most) {
        var marked = syllables(ONE, outcome);
        var plain = syllables(ONE_PLAIN, outcome);
        var query = new BooleanQuery.Builder();
        var bare = marked.equals(plain);
        ask(
                query,
                ONE_PLAIN,
                PAIR_PLAIN,
                plain,
                bare ? weights.one() : weights.onePlain(),
                bare ? weights.pair() : weights.pairPlain());
        if (!bare) {
            ask(query, ONE, PAIR, marked, weights.one(), weights.pair());
        }
        var asked = query.build();
        if (asked.clauses().isEmpty() || components.isEmpty() || most < 1) {
            return List.of();
        }
        try {
            var suggestions = new ArrayList<Suggestion>();
            for (var hit : searcher.search(asked, most).scoreDocs) {
                var it = components.get(hit.doc);
                var because = because(said.get(hit.doc), marked);
                if (!because.isEmpty()) {
                    suggestions.add(new Suggestion(it.id(), it.code(), it.name(), hit.score, because));
                }
            }
            var least = digital(marked) ? weights.least() : weights.leastWithout();
            if (suggestions.isEmpty() || suggestions.getFirst().score() < least) {
                return List.of();
            }
            return suggestions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> syllables(String field, String outcome) {
        var terms = analyzer.terms(field, outcome);
        return terms.subList(0, Math.min(MOST_SYLLABLES, terms.size()));
    }

    private void ask(
            BooleanQuery.Builder query, String ones, String pairs, List<String> syllables, float one, float pair) {
        each(
                syllables,
                it -> {
                    if (it.length() > 1) {
                        add(query, ones, it, one);
                    }
                    add(query, pairs, it, pair);
                },
                it -> add(query, pairs, it, pair));
    }

    private static void add(BooleanQuery.Builder query, String field, String term, float weight) {
        query.add(new BoostQuery(new TermQuery(new Term(field, term)), weight), BooleanClause.Occur.SHOULD);
    }

    private boolean digital(List<String> syllables) {
        var text = spaced(syllables);
        return digital.stream().anyMatch(text::contains);
    }

    private static String spaced(List<String> syllables) {
        return " " + String.join(" ", syllables) + " ";
    }

    /** The syllables and pairs of an outcome that say something, each once. */
    private void each(List<String> syllables, Consumer<String> one, Consumer<String> pair) {
        var idles = idles(syllables);
        var seen = new HashSet<String>();
        for (int i = 0; i < syllables.size(); i++) {
            if (!idles[i] && seen.add(syllables.get(i))) {
                one.accept(syllables.get(i));
            }
            if (i > 0 && !(idles[i - 1] && idles[i])) {
                var both = syllables.get(i - 1) + " " + syllables.get(i);
                if (seen.add(both)) {
                    pair.accept(both);
                }
            }
        }
    }

    private boolean[] idles(List<String> syllables) {
        var idles = new boolean[syllables.size()];
        for (int i = 0; i < idles.length; i++) {
            idles[i] |= idle.contains(syllables.get(i));
            if (i > 0 && idle.contains(syllables.get(i - 1) + " " + syllables.get(i))) {
                idles[i - 1] = true;
                idles[i] = true;
            }
        }
        return idles;
    }

    /** The words of the outcome that the component has too, as they stand in the outcome. */
    private String because(Set<String> words, List<String> syllables) {
        var idles = idles(syllables);
        var met = new boolean[syllables.size()];
        for (int i = 0; i < met.length; i++) {
            met[i] |= !idles[i] && words.contains(syllables.get(i));
            if (i > 0 && !(idles[i - 1] && idles[i]) && words.contains(syllables.get(i - 1) + " " + syllables.get(i))) {
                met[i - 1] = true;
                met[i] = true;
            }
        }
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        for (int i = 0; i <= met.length; i++) {
            if (i < met.length && met[i]) {
                part.append(part.isEmpty() ? "" : " ").append(syllables.get(i));
            } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
            }
        }
        return parts.stream().distinct().collect(Collectors.joining(", "));
    }
}
