package vn.lanhnghe.programme.suggesting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Vietnamese text as syllables or as pairs of neighbouring syllables, with their marks or without. */
final class SyllableAnalyzer extends Analyzer {

    static final String ONE = "one";
    static final String PAIR = "pair";
    static final String ONE_PLAIN = "one_plain";
    static final String PAIR_PLAIN = "pair_plain";

    SyllableAnalyzer() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var source = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(source);
        if (field.endsWith("_plain")) {
            stream = new ASCIIFoldingFilter(stream);
        }
        if (field.startsWith(PAIR)) {
            var pairs = new ShingleFilter(stream, 2, 2);
            pairs.setOutputUnigrams(false);
            pairs.setOutputUnigramsIfNoShingles(true); // a word of one syllable is said in full: PLC, Excel, virus
            stream = pairs;
        }
        return new TokenStreamComponents(source, stream);
    }

    /** The terms of a text in their order. */
    List<String> terms(String field, String text) {
        try (var stream = tokenStream(field, composed(text))) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var terms = new ArrayList<String>();
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sign a letter, however it was typed. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
