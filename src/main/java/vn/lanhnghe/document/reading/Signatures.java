package vn.lanhnghe.document.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of a PDF. One is valid only if it covers the file from its first byte to its last but for its own value: then
 * nothing can have been put beside what was signed, wherever the readers of this world would look for it.
 */
final class Signatures {

    private static final Set<String> KINDS = Set.of("ETSI.CAdES.detached", "adbe.pkcs7.detached");
    private static final String TIME_STAMP = "ETSI.RFC3161";

    /** Mail programs and editors add an empty line; nothing that could be read. */
    private static final int EMPTY_LINES = 8;

    private final byte[] bytes;
    private final PDDocument document;
    private final Deadline deadline;

    /** One that claims to sign: the bytes before its value, the bytes after, and the value between. */
    private record Claim(COSDictionary dictionary, int before, int after, int end) {}

    Signatures(byte[] bytes, PDDocument document, Deadline deadline) {
        this.bytes = bytes;
        this.document = document;
        this.deadline = deadline;
    }

    List<PdfSignature> read() throws IOException {
        var claims = new ArrayList<Claim>();
        for (var key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary it
                    && it.containsKey(COSName.BYTERANGE)
                    && !TIME_STAMP.equals(it.getNameAsString(COSName.SUB_FILTER))) {
                claims.add(claim(it));
            }
        }
        claims.sort(Comparator.comparingInt(Claim::end));
        var signatures = new ArrayList<PdfSignature>();
        for (var claim : claims) {
            deadline.check();
            signatures.add(judged(claim));
        }
        return signatures;
    }

    /** With an end of 0 if it does not cover a document from its beginning around exactly its own value. */
    private Claim claim(COSDictionary it) {
        var ranges = it.getDictionaryObject(COSName.BYTERANGE) instanceof COSArray array ? array : new COSArray();
        var numbers = new long[4];
        for (var i = 0; i < 4; i++) {
            numbers[i] = i < ranges.size() && ranges.getObject(i) instanceof COSNumber number ? number.longValue() : -1;
        }
        var whole = ranges.size() == 4
                && numbers[0] == 0
                && 0 < numbers[1]
                && numbers[1] < numbers[2]
                && numbers[2] <= bytes.length
                && 0 <= numbers[3]
                && numbers[3] <= bytes.length - numbers[2]
                && isValue(it, (int) numbers[1], (int) numbers[2]);
        return whole
                ? new Claim(it, (int) numbers[1], (int) numbers[2], (int) (numbers[2] + numbers[3]))
                : new Claim(it, 0, 0, 0);
    }

    private boolean isValue(COSDictionary it, int from, int to) {
        if (bytes[from] != '<' || bytes[to - 1] != '>' || !(it.getItem(COSName.CONTENTS) instanceof COSString value)) {
            return false;
        }
        try {
            var hex = new String(bytes, from + 1, to - from - 2, java.nio.charset.StandardCharsets.US_ASCII);
            return Arrays.equals(HexFormat.of().parseHex(hex), value.getBytes());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private PdfSignature judged(Claim claim) {
        X509Certificate certificate = null;
        try {
            var value = claim.dictionary().getDictionaryObject(COSName.CONTENTS) instanceof COSString string
                    ? string.getBytes()
                    : new byte[0];
            var cms = cms(claim, value);
            var signers = cms.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return new PdfSignature.Unreadable(null);
            }
            var signer = signers.iterator().next();
            var chain = chain(cms, signer);
            certificate = chain.getFirst();
            if (claim.end() == 0 || !KINDS.contains(claim.dictionary().getNameAsString(COSName.SUB_FILTER))) {
                return new PdfSignature.Unreadable(certificate);
            }
            var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey());
            if (!signer.verify(verifier)) {
                return new PdfSignature.Changed(certificate);
            }
            return nothingAfter(claim.end())
                    ? new PdfSignature.Valid(certificate, chain, time(signer, claim))
                    : appended(claim, certificate, time(signer, claim));
        } catch (CMSSignerDigestMismatchException e) {
            return new PdfSignature.Changed(certificate);
        } catch (CMSException
                | OperatorCreationException
                | CertificateException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException e) {
            return new PdfSignature.Unreadable(certificate);
        }
    }

    private CMSSignedData cms(Claim claim, byte[] value) throws IOException, CMSException {
        var signed = new ByteArrayOutputStream(claim.end());
        signed.write(bytes, 0, claim.before());
        signed.write(bytes, claim.after(), claim.end() - claim.after());
        try (var in = new ASN1InputStream(value)) {
            var info = ContentInfo.getInstance(in.readObject());
            if (info == null) {
                throw new CMSException("empty");
            }
            return new CMSSignedData(new CMSProcessableByteArray(signed.toByteArray()), info);
        }
    }

    private static List<X509Certificate> chain(CMSSignedData cms, SignerInformation signer)
            throws CertificateException, CMSException {
        var converter = new JcaX509CertificateConverter();
        var chain = new ArrayList<X509Certificate>();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> own = cms.getCertificates().getMatches(signer.getSID());
        for (X509CertificateHolder it : own) {
            chain.add(converter.getCertificate(it));
        }
        if (chain.isEmpty()) {
            throw new CMSException("no certificate of the signer");
        }
        for (X509CertificateHolder it : cms.getCertificates().getMatches(null)) {
            var certificate = converter.getCertificate(it);
            if (!chain.contains(certificate)) {
                chain.add(certificate);
            }
        }
        return chain;
    }

    /** Within the signature as CMS has it, else beside it, where PAdES has it. */
    private static @Nullable Instant time(SignerInformation signer, Claim claim) {
        var attributes = signer.getSignedAttributes();
        var time = attributes == null ? null : attributes.get(CMSAttributes.signingTime);
        if (time == null || time.getAttrValues().size() == 0) {
            var told = claim.dictionary().getDate(COSName.M);
            return told == null ? null : told.toInstant();
        }
        return Time.getInstance(time.getAttrValues().getObjectAt(0)).getDate().toInstant();
    }

    private boolean nothingAfter(int end) {
        return bytes.length - end <= EMPTY_LINES
                && IntStream.range(end, bytes.length)
                        .allMatch(it -> bytes[it] == '\n' || bytes[it] == '\r' || bytes[it] == ' ');
    }

    private PdfSignature appended(Claim claim, X509Certificate certificate, @Nullable Instant at) throws IOException {
        try (var signed = new BoundedParser(Arrays.copyOf(bytes, claim.end())).parse(true)) {
            Dangers.in(signed.getDocument(), deadline);
            return new PdfSignature.Appended(
                    certificate, at, Looks.different(signed, document, deadline), VisibleText.of(signed, deadline));
        }
    }
}
