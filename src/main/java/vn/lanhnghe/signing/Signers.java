package vn.lanhnghe.signing;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** The signing keys of institutions and of the platform: made on first need, changed by an act, never deleted. */
@Service
public class Signers {

    /** How long what another node did to a key may go unnoticed here. */
    private static final long FRESH = TimeUnit.SECONDS.toNanos(5);

    /** What acts on keys are recorded under, by the owner's id. */
    static final String SUBJECT = "signing_key";

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Known(SigningKey key, PublicKey publicKey, long readAt) {}

    private final SigningRepository keys;
    private final Keystore keystore;
    private final SigningSettings settings;
    private final Acts acts;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Keystore.Handle> handles = new ConcurrentHashMap<>();

    Signers(
            SigningRepository keys,
            Keystore keystore,
            SigningSettings settings,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.keys = keys;
        this.keystore = keystore;
        this.settings = settings;
        this.acts = acts;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * The owner's current key, made when there is none. It stays the current one until the caller's transaction ends. Take the
     * time of signing after this call: a key signs nothing before it was made.
     */
    @Transactional
    public Signer current(KeyOwner owner, KeyUse use) {
        keys.hold(owner.id(), use);
        var key = keys.findCurrent(owner.id(), use).orElseGet(() -> makeApart(owner, use));
        return new Signer(key, handle(key));
    }

    /** All keys of the owner, the current ones and those before them. */
    public List<SigningKey> list(long ownerId) {
        return keys.list(ownerId);
    }

    public Optional<SigningKey> find(String id) {
        return Optional.ofNullable(known(id)).map(Known::key);
    }

    /** Whether that key signed exactly these bytes; whether its word counts at that time is another question ({@link SigningKey#trustedAt}). */
    public boolean verify(String id, byte[] message, byte[] signature) {
        var found = known(id);
        return found != null && Ciphers.verify(found.key().use(), found.publicKey(), message, signature);
    }

    /** A new key in place of the current one, which goes on verifying what it signed. */
    @Transactional
    @PreAuthorize("hasAuthority('KEY_MANAGE')")
    public SigningKey rotate(KeyOwner owner, KeyUse use, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Ghi lý do đổi khoá ký.");
        }
        keys.holdAlone(owner.id(), use);
        var now = OffsetDateTime.now(clock);
        keys.findCurrent(owner.id(), use).ifPresent(it -> retire(it, now));
        var key = make(owner, use, now);
        record(
                ActKind.SIGNING_KEY_ROTATED,
                owner.id(),
                "Đổi khoá ký %s; khoá mới %s".formatted(use.label(), key.id()),
                reason);
        return key;
    }

    /** The key is no longer its owner's alone: what it signed from that time on is not trusted, and it signs nothing more. */
    @Transactional
    @PreAuthorize("hasAuthority('KEY_MANAGE')")
    public void compromise(String id, OffsetDateTime from, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Ghi vì sao cho rằng khoá đã bị lộ.");
        }
        var now = OffsetDateTime.now(clock);
        if (from.isAfter(now)) {
            throw new Refusal("Lúc khoá bị lộ không thể ở tương lai. Chọn hôm nay hoặc một ngày trước.");
        }
        var key = keys.find(id).orElseThrow(() -> new NotFound("Không có khoá ký này."));
        keys.holdAlone(key.ownerId(), key.use());
        if (!keys.compromise(id, from)) {
            throw new Refusal("Khoá này đã được báo lộ từ lúc đó hoặc sớm hơn, hoặc không thuộc trường bạn.");
        }
        retire(key, now);
        record(
                ActKind.SIGNING_KEY_COMPROMISED,
                key.ownerId(),
                "Khoá ký %s bị lộ từ %s".formatted(id, Vi.time(from)),
                reason);
    }

    private void retire(SigningKey key, OffsetDateTime at) {
        keys.retire(key.id(), at);
        known.remove(key.id());
    }

    private void record(ActKind kind, long ownerId, String summary, String reason) {
        acts.record(
                kind, new Subject(SUBJECT, ownerId, ownerId == 0 ? null : ownerId), summary, Vietnamese.tidy(reason));
    }

    /** In a transaction of its own, for whoever needs the first signature may have no hand in the register of keys. */
    private SigningKey makeApart(KeyOwner owner, KeyUse use) {
        return Scope.current()
                .raised()
                .get(() -> apart.execute(status -> {
                    make(owner, use, OffsetDateTime.now(clock));
                    return keys.findCurrent(owner.id(), use).orElseThrow();
                }));
    }

    /** Another node may have been quicker; then this pair is never used. */
    private SigningKey make(KeyOwner owner, KeyUse use, OffsetDateTime now) {
        // whole seconds, as times of signing are told
        var from = now.truncatedTo(ChronoUnit.SECONDS);
        var id = randomId();
        var publicKey = keystore.make(id, use);
        var handle = handle(id, use);
        var certificate = Certificates.certify(owner, id, use, publicKey, handle, from, settings.certificateYears());
        var key = new SigningKey(
                id, owner.id(), owner.name(), use, publicKey.getEncoded(), certificate, from, null, null);
        keys.insert(key);
        return key;
    }

    private Keystore.Handle handle(SigningKey key) {
        return handle(key.id(), key.use());
    }

    private Keystore.Handle handle(String id, KeyUse use) {
        return handles.computeIfAbsent(id, wanted -> {
            var handle = keystore.find(wanted, use);
            if (handle == null) {
                throw new IllegalStateException(
                        "Phần bí mật của khoá ký %s không có ở %s. Chép nó về từ bản sao lưu hoặc từ máy đã tạo ra nó; nếu đã mất hẳn, hãy đổi khoá ký của đơn vị."
                                .formatted(wanted, keystore.place(wanted)));
            }
            return handle;
        });
    }

    private @Nullable Known known(String id) {
        var found = known.get(id);
        if (found == null || System.nanoTime() - found.readAt() > FRESH) {
            found = keys.find(id)
                    .map(it -> new Known(it, Ciphers.publicKey(it.use(), it.publicKey()), System.nanoTime()))
                    .orElse(null);
            if (found != null) {
                known.put(id, found);
            }
        }
        return found;
    }

    private static String randomId() {
        var bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
