package vn.lanhnghe.credential.verifying;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Credentials;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.copying.Copies;
import vn.lanhnghe.document.reading.Danger;
import vn.lanhnghe.document.reading.Uploaded;
import vn.lanhnghe.document.reading.Uploads;
import vn.lanhnghe.proof.Fact;
import vn.lanhnghe.proof.Verdict;
import vn.lanhnghe.proof.Verified;
import vn.lanhnghe.proof.Verifier;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Holds a file against the register: its credential, its signature, its QR code, and every word it prints. Nothing is kept of it. */
@Component
class HandedIn {

    /** The enclosures that carry a credential: ours in a PDF, Open Badges' own in a PNG. */
    private static final List<String> CREDENTIALS = List.of("credential", "openbadgecredential");

    private static final Pattern PRINTED_CODE = Pattern.compile("LN-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{2}");

    /** What a diploma prints for people to read; the rest is for machines. */
    private static final Set<Fact> PRINTED = EnumSet.of(
            Fact.FULL_NAME,
            Fact.BIRTH_DATE,
            Fact.BIRTH_PLACE,
            Fact.OCCUPATION,
            Fact.RANK,
            Fact.DECISION_NUMBER,
            Fact.DECIDED_ON,
            Fact.SERIAL,
            Fact.REGISTER_NUMBER,
            Fact.INSTITUTION);

    private final Uploads uploads;
    private final Verifier verifier;
    private final FoundRepository diplomas;
    private final Copies copies;
    private final Credentials credentials;
    private final OnPaper onPaper;
    private final Judge judge;
    private final CertificateJudge certificates;

    HandedIn(
            Uploads uploads,
            Verifier verifier,
            FoundRepository diplomas,
            Copies copies,
            Credentials credentials,
            OnPaper onPaper,
            Judge judge,
            CertificateJudge certificates) {
        this.uploads = uploads;
        this.verifier = verifier;
        this.diplomas = diplomas;
        this.copies = copies;
        this.credentials = credentials;
        this.onPaper = onPaper;
        this.judge = judge;
        this.certificates = certificates;
    }

    Check check(byte[] bytes, String host) {
        if (bytes.length > 0 && bytes[0] == '{') {
            return byCredential(verifier.verify(bytes), null);
        }
        return switch (uploads.read(bytes)) {
            case Uploaded.Paper paper -> paper(paper, host);
            case Uploaded.Unknown it ->
                unreadable(
                        it.kind() == null
                                ? "Tệp không phải PDF, PNG hoặc JPEG, dù tên tệp ghi gì."
                                : "Tệp là %s. Hãy gửi PDF, hoặc ảnh PNG, JPEG.".formatted(it.kind()));
            case Uploaded.TooLarge it -> unreadable(tooLarge(it));
            case Uploaded.Encrypted it ->
                unreadable("Tệp PDF đặt mật khẩu hoặc khoá nội dung. Hãy gửi bản không khoá, tải từ hệ thống.");
            case Uploaded.Dangerous it ->
                unreadable("Tệp PDF có %s. Văn bằng không bao giờ có những thứ đó, nên hệ thống không đọc tiếp."
                        .formatted(it.dangers().stream()
                                .sorted()
                                .map(Danger::label)
                                .collect(Collectors.joining(", "))));
            case Uploaded.Damaged it -> unreadable("Tệp bị hỏng hoặc bị cắt, không đọc được đến cuối.");
            case Uploaded.Busy it -> unreadable("Đang có nhiều tệp chờ đọc. Hãy gửi lại sau một phút.");
        };
    }

    private static Check unreadable(String told) {
        return Check.without(Outcome.UNREADABLE, told);
    }

    private static String tooLarge(Uploaded.TooLarge it) {
        return switch (it.limit()) {
            case BYTES -> "Tệp lớn hơn %d MB.".formatted(it.limit().most() / 1_000_000);
            case PIXELS ->
                "Ảnh có %d triệu điểm; hệ thống đọc ảnh đến %d triệu điểm. Chụp lại ở độ phân giải thấp hơn."
                        .formatted(it.found() / 1_000_000, it.limit().most() / 1_000_000);
            case PAGES ->
                "Tệp PDF có %s trang; văn bằng chỉ có một, hai trang. Hãy gửi riêng trang văn bằng."
                        .formatted(Vi.count(it.found()));
            default -> "Tệp chứa nhiều dữ liệu nén bất thường hoặc mất quá lâu để đọc, nên hệ thống không đọc tiếp.";
        };
    }

    private Check paper(Uploaded.Paper paper, String host) {
        for (var name : CREDENTIALS) {
            var text = paper.enclosures().get(name);
            if (text != null) {
                return byCredential(verifier.verify(text.getBytes(StandardCharsets.UTF_8)), paper);
            }
        }
        var elsewhere = new ArrayList<String>();
        for (var text : paper.codes()) {
            var link = link(text);
            if (link != null && !host.equals(link.getAuthority())) {
                elsewhere.add(link.getAuthority());
                continue;
            }
            var code = code(text);
            if (code.isPresent()) {
                return byCode(code.get(), paper);
            }
        }
        if (!elsewhere.isEmpty()) {
            return Check.without(
                    Outcome.LINK_ELSEWHERE, "Mã QR dẫn tới “%s”.".formatted(shortened(elsewhere.getFirst())));
        }
        if (!paper.codes().isEmpty()) {
            return Check.without(
                    Outcome.NOT_OUR_CODE,
                    "Mã QR đọc được ghi “%s”.".formatted(shortened(paper.codes().getFirst())));
        }
        return codes(paper)
                .findFirst()
                .map(it -> byCode(it, paper))
                .orElseGet(() -> unreadable("Không thấy mã QR hay mã tra cứu nào trong tệp."));
    }

    private static @Nullable URI link(String text) {
        try {
            var uri = URI.create(text.strip());
            return uri.getAuthority() != null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The code in what a QR code says: alone, or as the last part of a link. */
    private static Optional<String> code(String text) {
        var tidy = text.strip();
        return Code.read(tidy.substring(tidy.lastIndexOf('/') + 1));
    }

    /** The codes of ours that a paper shows, whatever site its QR code leads to. */
    private static Stream<String> codes(Uploaded.Paper paper) {
        return Stream.concat(
                paper.codes().stream().flatMap(it -> code(it).stream()),
                PRINTED_CODE.matcher(paper.text()).results().flatMap(it -> Code.read(it.group()).stream()));
    }

    private static String shortened(String text) {
        return Vietnamese.brief(text, 80);
    }

    private Check byCode(String code, Uploaded.Paper paper) {
        var found = diplomas.lookUp(code);
        if (found.isPresent()) {
            return judge.judge(
                    found.get(), onPaper.add(paper, expected(found.get().diploma(), true), Judge.Shown.NOTHING), null);
        }
        return copies.lookUp(code)
                .flatMap(copy -> diplomas.lookUp(copy.diplomaCode())
                        .map(it -> judge.judge(
                                it, onPaper.add(paper, expected(it.diploma(), false), Judge.Shown.NOTHING), copy)))
                .or(() -> certificates.byCode(code, paper))
                .orElseGet(() -> Check.without(Outcome.NOT_FOUND, null));
    }

    /** A credential by itself, or the one that a paper encloses. */
    private Check byCredential(Verified verified, Uploaded.@Nullable Paper paper) {
        var against = against(verified.verdict());
        if (against == Outcome.UNREADABLE) {
            return unreadable(verified.reason());
        }
        var told = against == null ? null : verified.reason();
        var codes = Stream.concat(
                        Stream.ofNullable(verified.facts().get(Fact.CODE)).flatMap(it -> Code.read(it).stream()),
                        paper == null ? Stream.<String>empty() : codes(paper))
                .toList();
        var found = codes.stream().flatMap(it -> diplomas.lookUp(it).stream()).findFirst();
        if (found.isEmpty()) {
            return codes.stream()
                    .flatMap(it -> certificates.byCredential(it, verified, against, paper).stream())
                    .findFirst()
                    .orElseGet(() -> Check.without(against == null ? Outcome.NOT_FOUND : against, verified.reason()));
        }
        var diploma = found.get().diploma();
        var compared = credentials
                .award(diploma)
                .map(award -> Stream.of(Fact.values())
                        .map(it -> new Compared(
                                it.label(),
                                it.english(),
                                OnPaper.shown(it, verified.facts().get(it)),
                                OnPaper.shown(it, it.of(award)),
                                it.agrees(award, verified.facts())))
                        .toList())
                .orElseGet(List::of);
        var shown = new Judge.Shown(compared, against, told);
        return judge.judge(
                found.get(), paper == null ? shown : onPaper.add(paper, expected(diploma, true), shown), null);
    }

    /** What the verdict over a credential comes to; null where the register has the last word. */
    private static @Nullable Outcome against(Verdict verdict) {
        return switch (verdict) {
            case NOT_JSON, NOT_A_CREDENTIAL, UNKNOWN_CONTEXT -> Outcome.UNREADABLE;
            case UNKNOWN_ISSUER, UNKNOWN_KEY -> Outcome.UNKNOWN_ISSUER;
            case WRONG_SIGNATURE, ALTERED -> Outcome.FILE_ALTERED;
            case KEY_NOT_VALID_THEN -> Outcome.KEY_NOT_TRUSTED;
            case STATUS_GONE -> Outcome.STATUS_GONE;
            case REVOKED, SUSPENDED, FINE -> null;
        };
    }

    private OnPaper.Expected expected(Diploma diploma, boolean sealed) {
        return new OnPaper.Expected(
                diploma.institutionId(),
                diploma.institutionName(),
                sealed,
                credentials
                        .award(diploma)
                        .map(award -> PRINTED.stream()
                                .flatMap(it -> OnPaper.Line.of(it, award))
                                .toList())
                        .orElseGet(List::of));
    }
}
