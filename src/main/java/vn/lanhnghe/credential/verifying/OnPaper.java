package vn.lanhnghe.credential.verifying;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.document.reading.PdfSignature;
import vn.lanhnghe.document.reading.Uploaded;
import vn.lanhnghe.proof.Award;
import vn.lanhnghe.proof.Fact;
import vn.lanhnghe.signing.Signers;
import vn.lanhnghe.ui.Vi;

/** What a paper itself says: who sealed it, and whether each of the register's words is printed on it. */
@Component
class OnPaper {

    /** One thing that the paper prints for people to read. */
    record Line(String label, String english, String value) {

        /** A fact as papers print it; nothing where the register is silent. */
        static Stream<Line> of(Fact fact, String label, String english, Award award) {
            return Stream.ofNullable(shown(fact, fact.of(award))).map(it -> new Line(label, english, it));
        }

        static Stream<Line> of(Fact fact, Award award) {
            return of(fact, fact.label(), fact.english(), award);
        }
    }

    /** Whose seal the paper bears when it is {@code sealed}, and what it prints. */
    record Expected(long issuerId, String issuerName, boolean sealed, List<Line> lines) {}

    private final Signers signers;

    OnPaper(Signers signers) {
        this.signers = signers;
    }

    /** Adds what the paper says to what is known of it already. */
    Judge.Shown add(Uploaded.Paper paper, Expected expected, Judge.Shown before) {
        var compared = new ArrayList<>(before.compared());
        if (!paper.text().isBlank()) {
            compared.addAll(printed(expected.lines(), paper.text(), before.compared()));
        }
        if (before.against() != null) {
            return new Judge.Shown(compared, before.against(), before.told());
        }
        for (var signature : paper.signatures()) {
            var against = against(expected, signature);
            if (against != null) {
                return new Judge.Shown(compared, Outcome.FILE_ALTERED, against);
            }
        }
        var told = paper.kind() != Uploaded.Kind.PDF
                        || !expected.sealed()
                        || !paper.signatures().isEmpty()
                ? before.told()
                : "Tệp PDF này không còn chữ ký số (thường là bản in lại hoặc quét), nên chỉ so được nội dung.";
        return new Judge.Shown(compared, null, told);
    }

    private @Nullable String against(Expected expected, PdfSignature signature) {
        return switch (signature) {
            case PdfSignature.Valid it ->
                ours(expected.issuerId(), it.certificate())
                        ? null
                        : "Tệp được ký bằng một chứng thư không phải của %s.".formatted(expected.issuerName());
            case PdfSignature.Appended it -> "Có nội dung được thêm vào tệp sau khi ký.";
            case PdfSignature.Changed it -> "Nội dung tệp đã đổi sau khi ký.";
            case PdfSignature.Unreadable it -> "Chữ ký trong tệp không đọc được.";
        };
    }

    private boolean ours(long issuerId, X509Certificate certificate) {
        return signers.list(issuerId).stream().anyMatch(it -> {
            try {
                return Arrays.equals(it.certificate(), certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                return false;
            }
        });
    }

    /** Each of the register's words that the paper does not print; where a credential was compared already, only those. */
    private static List<Compared> printed(List<Line> lines, String text, List<Compared> compared) {
        var flat = flat(text);
        var words = Set.copyOf(List.of(flat.split(" ")));
        var missing = new ArrayList<Compared>();
        var same = new ArrayList<Compared>();
        for (var it : lines) {
            var wanted = flat(it.value());
            var there = flat.contains(wanted) || words.containsAll(List.of(wanted.split(" ")));
            (there ? same : missing)
                    .add(new Compared(
                            it.label() + " (chữ in)",
                            it.english() + " (in print)",
                            there ? it.value() : null,
                            it.value(),
                            there));
        }
        if (compared.isEmpty()) {
            missing.addAll(same);
        }
        return missing;
    }

    /** A fact as people read it. */
    static @Nullable String shown(Fact fact, @Nullable String value) {
        try {
            return value == null
                    ? null
                    : switch (fact) {
                        case BIRTH_DATE, DECIDED_ON -> Vi.day(LocalDate.parse(value));
                        case ISSUED_AT -> Vi.time(OffsetDateTime.parse(value));
                        default -> value;
                    };
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String flat(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }
}
