package vn.lanhnghe.document.reading;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a PDF and what it still says of the file. Whose certificate it is, and whether that could be relied on when it
 * signed, is for whoever keeps the register of keys to say: anybody can make a certificate with anybody's name.
 */
public sealed interface PdfSignature {

    /** Whose key signed, as far as the file tells. */
    @Nullable
    X509Certificate certificate();

    /**
     * Every byte of the file but the signature itself is as it was signed.
     *
     * @param chain certificates the file encloses, the signer's own first
     * @param signedAt the signer's word, and no proof of time
     */
    record Valid(
            X509Certificate certificate,
            List<X509Certificate> chain,
            @Nullable Instant signedAt) implements PdfSignature {}

    /** What was signed is no longer what stands there, or the signature itself was altered. */
    record Changed(@Nullable X509Certificate certificate) implements PdfSignature {}

    /**
     * What was signed still stands in the file, and something was written after it that may hide it.
     *
     * @param pages which pages, from 1, look or may look other than they were signed
     * @param signedText what was printed on the pages when they were signed
     */
    record Appended(X509Certificate certificate, @Nullable Instant signedAt, List<Integer> pages, String signedText)
            implements PdfSignature {}

    /** Claims to be a signature and cannot be read as one that covers a document. */
    record Unreadable(@Nullable X509Certificate certificate) implements PdfSignature {}
}
