package vn.lanhnghe.document;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Signed documents, each made once: whoever asks again for the same text, enclosures and seal is given the same bytes, by every
 * node. What has not been asked for in a long time is made anew. A text that says when it was printed is never the same twice.
 */
@Service
public class SignedDocuments {

    private final Documents documents;
    private final KeptRepository kept;

    SignedDocuments(Documents documents, KeptRepository kept) {
        this.documents = documents;
        this.kept = kept;
    }

    public byte[] get(String xhtml, List<Enclosure> enclosures, Seal seal) {
        var key = key(xhtml, enclosures, seal);
        return kept.find(key).orElseGet(() -> kept.insert(key, documents.signed(xhtml, enclosures, seal)));
    }

    private static byte[] key(String xhtml, List<Enclosure> enclosures, Seal seal) {
        var all = new ByteArrayOutputStream(xhtml.length() * 2);
        try (var out = new DataOutputStream(all)) {
            add(out, seal.chain().getFirst().getEncoded());
            add(out, xhtml.getBytes(StandardCharsets.UTF_8));
            for (var it : enclosures) {
                add(out, it.name().getBytes(StandardCharsets.UTF_8));
                add(out, it.description().getBytes(StandardCharsets.UTF_8));
                add(out, it.text().getBytes(StandardCharsets.UTF_8));
            }
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }
}
