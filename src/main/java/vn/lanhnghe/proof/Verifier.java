package vn.lanhnghe.proof;

import com.apicatalog.jsonld.JsonLdError;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lanhnghe.signing.KeyUse;
import vn.lanhnghe.signing.Signers;

/**
 * Checks a credential that somebody hands in, as JSON of any origin. It is read within bounds, under contexts from the class
 * path, with issuers and keys from our register alone: nothing is fetched. Each word of it must be signed – a property, a class
 * or a node that JSON-LD would pass over is refused.
 */
@Service
public class Verifier {

    /** Bytes; a credential of ours has some five thousand. */
    static final int LARGEST = 65_536;

    private static final int DEEPEST = 12;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern LIST = Pattern.compile("(.*)/trang-thai/(\\d{1,18})/(\\d{1,9})/([a-z]+)");

    private final ProofRepository repository;
    private final Addresses addresses;
    private final Signers signers;
    private final Statuses statuses;

    Verifier(ProofRepository repository, Addresses addresses, Signers signers, Statuses statuses) {
        this.repository = repository;
        this.addresses = addresses;
        this.signers = signers;
        this.statuses = statuses;
    }

    public Verified verify(byte[] uploaded) {
        if (uploaded.length > LARGEST) {
            return unread("Tệp lớn hơn %d KB, không phải chứng chỉ số do nền tảng này cấp.".formatted(LARGEST / 1024));
        }
        try {
            return JSON.readTree(uploaded) instanceof ObjectNode document
                    ? new Checking(document).run()
                    : unread("Tệp là JSON nhưng không phải một chứng chỉ số.");
        } catch (JacksonException e) {
            return unread("Tệp không phải JSON hợp lệ, lồng nhau quá sâu hoặc ghi một mục hai lần.");
        }
    }

    private static Verified unread(String reason) {
        return new Verified(Verdict.NOT_JSON, reason, Map.of(), null, null);
    }

    /** One document on its way through the questions. */
    private final class Checking {

        private final ObjectNode document;
        private final Map<Fact, String> facts;
        private @Nullable Long issuerId;
        private @Nullable Proof proof;

        Checking(ObjectNode document) {
            this.document = document;
            this.facts = Fact.read(document);
        }

        private Verified is(Verdict verdict, String reason) {
            return new Verified(verdict, reason, facts, issuerId, proof);
        }

        Verified run() {
            var types = strings(document.path("type"));
            if (!types.contains(Term.CREDENTIAL.name())
                    || !types.contains(Term.ACHIEVEMENT_CREDENTIAL.name())
                    || !document.has("issuer")
                    || !document.has("credentialSubject")) {
                return is(
                        Verdict.NOT_A_CREDENTIAL,
                        "Tệp không phải chứng chỉ số kiểu AchievementCredential (Open Badges 3.0).");
            }
            var contexts = document.path("@context");
            for (var it : Words.each(contexts)) {
                if (!it.isString() || !known(it.asString())) {
                    return is(
                            Verdict.UNKNOWN_CONTEXT,
                            "Tệp dùng từ vựng (@context) mà hệ thống không biết, nên không ai dám nói nó có nghĩa gì.");
                }
            }
            var named = document.path("issuer");
            var did = named.isString() ? named.asString() : named.path("id").asString("");
            var issuer = issuer(did);
            if (issuer == null) {
                return is(
                        Verdict.UNKNOWN_ISSUER,
                        "Đơn vị cấp trong tệp không có trong sổ của hệ thống; tên ghi trong tệp ai cũng tự ghi được.");
            }
            issuerId = issuer.id();
            return checkProof(did, issuer);
        }

        private boolean known(String context) {
            return Contexts.OF_OTHERS.containsKey(context)
                    || context.endsWith(Contexts.OUR_PATH)
                            && addresses.known(context.substring(0, context.length() - Contexts.OUR_PATH.length()));
        }

        private @Nullable Issuer issuer(String did) {
            var slug = did.substring(did.lastIndexOf(':') + 1);
            return addresses.all().stream().anyMatch(it -> Shape.did(it, slug).equals(did))
                    ? repository.findIssuer(slug).orElse(null)
                    : null;
        }

        private Verified checkProof(String did, Issuer issuer) {
            var told = document.path("proof");
            var text = told.path("proofValue").asString("");
            var value = text.startsWith("z") ? Base58.decode(text.substring(1), 64) : null;
            var created = time(told.path("created").asString(""));
            if (!told.path("type").asString("").equals("DataIntegrityProof")
                    || !told.path("cryptosuite").asString("").equals(Shape.SUITE)
                    || !told.path("proofPurpose").asString("").equals("assertionMethod")
                    || value == null
                    || created == null) {
                return is(
                        Verdict.WRONG_SIGNATURE,
                        "Tệp không có chữ ký số, hoặc chữ ký không phải loại mà nền tảng này dùng (%s)."
                                .formatted(Shape.SUITE));
            }
            var method = told.path("verificationMethod").asString("");
            var keyId = method.substring(method.indexOf('#') + 1);
            var key = method.equals(did + "#" + keyId) ? signers.find(keyId).orElse(null) : null;
            if (key == null || key.ownerId() != issuer.id() || key.use() != KeyUse.CREDENTIAL) {
                return is(
                        Verdict.UNKNOWN_KEY,
                        "Tệp ghi tên %s nhưng khoá ký không có trong sổ khoá của đơn vị này: có thể do người khác tự làm."
                                .formatted(issuer.name()));
            }
            var made = new Proof(value, created, keyId);
            proof = made;
            var message = message();
            if (message == null || !signers.verify(keyId, message, value)) {
                return is(
                        Verdict.ALTERED,
                        "Chữ ký không khớp với nội dung: tệp đã bị sửa sau khi ký, hoặc chữ ký được chép từ nơi khác.");
            }
            if (!key.trustedAt(made.created())) {
                return is(
                        Verdict.KEY_NOT_VALID_THEN,
                        "Khoá này không có giá trị vào lúc ký: đã thôi dùng, chưa dùng, hoặc đã bị báo lộ trước lúc đó.");
            }
            return checkStatus(did, issuer);
        }

        /** What must have been signed; null when a part of the document cannot be part of it. */
        private byte @Nullable [] message() {
            var body = document.deepCopy();
            var options = (ObjectNode) body.remove("proof");
            options.remove("proofValue");
            var words = Words.count(body);
            var optionWords = Words.count(options);
            if (words < 0 || optionWords < 0) {
                return null;
            }
            try {
                var signed = Canonicaliser.canonical(body.toString());
                options.set("@context", body.path("@context"));
                var signedOptions = Canonicaliser.canonical(options.toString());
                return signed.quads().size() == words && signedOptions.quads().size() == optionWords
                        ? Shape.hashes(signedOptions.bytes(), signed.bytes())
                        : null;
            } catch (JsonLdError | RuntimeException e) {
                return null;
            }
        }

        private Verified checkStatus(String did, Issuer issuer) {
            var told = new HashSet<StatusPurpose>();
            var set = new HashSet<StatusPurpose>();
            for (var it : Words.each(document.path("credentialStatus"))) {
                var entry = entry(it, did, issuer);
                var found = entry == null
                        ? null
                        : statuses.find(issuer.id(), entry.status()).orElse(null);
                if (entry == null || found == null) {
                    return is(
                            Verdict.STATUS_GONE,
                            "Không còn danh sách tình trạng mà tệp chỉ tới, nên không biết văn bằng còn hiệu lực hay không.");
                }
                told.add(entry.purpose());
                if (found.contains(entry.purpose())) {
                    set.add(entry.purpose());
                }
            }
            if (told.size() < StatusPurpose.values().length) {
                return is(Verdict.STATUS_GONE, "Tệp không nói tình trạng của nó được ghi ở đâu.");
            }
            if (set.contains(StatusPurpose.REVOCATION)) {
                return is(Verdict.REVOKED, "%s đã thu hồi văn bằng này.".formatted(issuer.name()));
            }
            return set.contains(StatusPurpose.SUSPENSION)
                    ? is(Verdict.SUSPENDED, "%s đang tạm dừng hiệu lực văn bằng này.".formatted(issuer.name()))
                    : is(Verdict.FINE, "Nguyên vẹn từng chữ, do %s ký.".formatted(issuer.name()));
        }
    }

    private record Entry(StatusPurpose purpose, long status) {}

    private @Nullable Entry entry(JsonNode told, String did, Issuer issuer) {
        var list = LIST.matcher(told.path("statusListCredential").asString(""));
        var index = told.path("statusListIndex").asString("");
        if (!list.matches()
                || !Shape.did(list.group(1), issuer.slug()).equals(did)
                || Long.parseLong(list.group(2)) != issuer.id()
                || !index.matches("\\d{1,6}")
                || Integer.parseInt(index) >= Position.LIST_LENGTH) {
            return null;
        }
        for (var purpose : StatusPurpose.values()) {
            if (purpose.word().equals(list.group(4))
                    && purpose.word().equals(told.path("statusPurpose").asString(""))) {
                return new Entry(
                        purpose, Long.parseLong(list.group(3)) * Position.LIST_LENGTH + Integer.parseInt(index));
            }
        }
        return null;
    }

    private static Set<String> strings(JsonNode node) {
        var strings = new HashSet<String>();
        Words.each(node).forEach(it -> strings.add(it.asString("")));
        return strings;
    }

    private static @Nullable OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
