package vn.lanhnghe.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.database.DataFolder;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;

@SpringBootTest
class SignersTest {

    private static final AtomicLong NEXT = new AtomicLong(9_000_000);
    private static final byte[] MESSAGE = "Bằng tốt nghiệp".getBytes(UTF_8);

    @Autowired
    Signers keys;

    @Autowired
    DataFolder folder;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    KeyOwner owner = new KeyOwner(0, "");

    @BeforeEach
    void anOwnerWithoutKeys() {
        owner = new KeyOwner(NEXT.incrementAndGet(), "Trường Cao đẳng Thử nghiệm");
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("head", "", "KEY_MANAGE"));
    }

    @AfterEach
    void nobodySignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_key_is_made_on_first_need_and_used_again() {
        for (var use : KeyUse.values()) {
            var first = keys.current(owner, use);
            var again = keys.current(owner, use);
            assertThat(again.key().id()).isEqualTo(first.key().id());
            var signed = first.sign(MESSAGE);
            assertThat(keys.verify(first.key().id(), MESSAGE, signed)).isTrue();
            assertThat(keys.verify(first.key().id(), "Bằng khác".getBytes(UTF_8), signed))
                    .isFalse();
            signed[5] ^= 1;
            assertThat(keys.verify(first.key().id(), MESSAGE, signed)).isFalse();
            assertThat(keys.verify(first.key().id(), MESSAGE, new byte[3])).isFalse();
            assertThat(keys.verify("0000000000000000", MESSAGE, signed)).isFalse();
        }
        assertThat(keys.list(owner.id())).hasSize(2);
    }

    @Test
    void many_who_need_the_first_key_at_once_get_the_same() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return keys.current(owner, KeyUse.CREDENTIAL).key().id();
                    }))
                    .toList();
            start.countDown();
            var ids = new java.util.HashSet<String>();
            for (var it : asked) {
                ids.add(it.get(30, TimeUnit.SECONDS));
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(keys.list(owner.id())).hasSize(1);
    }

    @Test
    void the_certificate_names_the_owner_and_verifies_by_itself() throws Exception {
        for (var use : KeyUse.values()) {
            var certificate = keys.current(owner, use).certificate();
            certificate.verify(certificate.getPublicKey());
            certificate.checkValidity();
            assertThat(certificate.getSubjectX500Principal().getName())
                    .contains("CN=Trường Cao đẳng Thử nghiệm", "O=Trường Cao đẳng Thử nghiệm", "C=VN");
            assertThat(certificate.getKeyUsage()).startsWith(true, true, false);
            assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        }
    }

    @Test
    void a_name_too_long_for_a_certificate_is_cut() {
        var wordy = new KeyOwner(owner.id(), "Trường Cao đẳng " + "rất dài ".repeat(30));
        assertThat(keys.current(wordy, KeyUse.DOCUMENT)
                        .certificate()
                        .getSubjectX500Principal()
                        .getName())
                .contains("…");
    }

    @Test
    void the_private_half_lies_sealed_in_a_file_nobody_else_reads() throws Exception {
        var signer = keys.current(owner, KeyUse.DOCUMENT);
        var file = folder.root().resolve("secrets/signing/" + signer.key().id() + ".pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        // a program that is not ours opens it
        var password = folder.root().resolve("secrets/signing-password");
        var openssl = new ProcessBuilder(
                        "openssl", "pkey", "-in", file.toString(), "-passin", "file:" + password, "-pubout")
                .redirectErrorStream(true)
                .start();
        var said = new String(openssl.getInputStream().readAllBytes(), UTF_8);
        assertThat(said.replaceAll("-----.*-----|\\s", ""))
                .isEqualTo(java.util.Base64.getEncoder()
                        .encodeToString(signer.key().publicKey()));
    }

    @Test
    void a_rotated_key_signs_no_more_and_verifies_what_it_signed() {
        var old = keys.current(owner, KeyUse.CREDENTIAL);
        var signed = old.sign(MESSAGE);
        var at = OffsetDateTime.now();
        var fresh = college(() -> keys.rotate(owner, KeyUse.CREDENTIAL, "Định kỳ hằng năm"));
        assertThat(keys.current(owner, KeyUse.CREDENTIAL).key().id())
                .isEqualTo(fresh.id())
                .isNotEqualTo(old.key().id());
        assertThat(keys.verify(old.key().id(), MESSAGE, signed)).isTrue();
        var retired = keys.find(old.key().id()).orElseThrow();
        assertThat(retired.validTo()).isNotNull();
        assertThat(retired.trustedAt(at)).isTrue();
        assertThat(retired.trustedAt(at.plusDays(1))).isFalse();
        assertThat(retired.trustedAt(at.minusDays(1))).isFalse();
    }

    @Test
    void a_rotation_waits_for_whoever_is_signing() throws Exception {
        var old = keys.current(owner, KeyUse.CREDENTIAL).key().id();
        var signing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var signed = threads.submit(() -> transaction.execute(status -> {
                keys.current(owner, KeyUse.CREDENTIAL);
                signing.countDown();
                await(goOn);
                return OffsetDateTime.now();
            }));
            signing.await();
            var rotated = threads.submit(() -> {
                SecurityContextHolder.getContext()
                        .setAuthentication(new TestingAuthenticationToken("head", "", "KEY_MANAGE"));
                return college(() -> keys.rotate(owner, KeyUse.CREDENTIAL, "Thử"));
            });
            Thread.sleep(300);
            assertThat(rotated.isDone()).isFalse();
            goOn.countDown();
            rotated.get(30, TimeUnit.SECONDS);
            assertThat(keys.find(old).orElseThrow().trustedAt(signed.get())).isTrue();
        }
    }

    @Test
    void what_a_compromised_key_signed_since_is_not_trusted() {
        var key = keys.current(owner, KeyUse.CREDENTIAL).key();
        var now = OffsetDateTime.now();
        college(() -> {
            keys.compromise(key.id(), now.minusHours(1), "Mất máy ký");
            return null;
        });
        var found = keys.find(key.id()).orElseThrow();
        assertThat(found.trustedAt(now)).isFalse();
        assertThat(keys.current(owner, KeyUse.CREDENTIAL).key().id()).isNotEqualTo(key.id());
        assertThatThrownBy(() -> college(() -> {
                    keys.compromise(key.id(), now, "Muộn hơn");
                    return null;
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("update signing.key set compromised_from = null where id = :id")
                                .param("id", key.id())
                                .update()))
                .hasMessageContaining("a compromised key stays compromised");
    }

    @Test
    void only_the_owner_writes_and_nobody_deletes() {
        var key = keys.current(owner, KeyUse.CREDENTIAL).key();
        var stranger = new Scope(Scope.Reach.COLLEGE, owner.id() + 1_000_000, null, null, 1L, "Người lạ");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.get(() -> keys.rotate(owner, KeyUse.CREDENTIAL, "Chiếm")));
        assertThatThrownBy(() -> stranger.run(() -> keys.compromise(key.id(), OffsetDateTime.now(), "Phá")))
                .isInstanceOf(Refusal.class);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("clerk", "", "CREDENTIAL_VIEW"));
        assertThatThrownBy(() -> college(() -> keys.rotate(owner, KeyUse.CREDENTIAL, "Tự ý")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("delete from signing.key").update()));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> Scope.system()
                        .run(() -> jdbc.sql("update signing.key set public_key = ''")
                                .update()));
        assertThat(keys.current(owner, KeyUse.CREDENTIAL).key().id()).isEqualTo(key.id());
    }

    @Test
    void a_lost_private_half_is_told_with_its_place() throws Exception {
        var id = "00000000000000ff";
        Scope.system()
                .run(() ->
                        jdbc.sql("""
                insert into signing.key (id, owner_id, owner_name, use, public_key, certificate, valid_from)
                values (:id, :owner, 'Trường', 'CREDENTIAL', '', '', now())
                """).param("id", id).param("owner", owner.id()).update());
        assertThatThrownBy(() -> keys.current(owner, KeyUse.CREDENTIAL))
                .hasMessageContaining(id)
                .hasMessageContaining("secrets/signing");
    }

    @Test
    void five_thousand_signatures_take_well_under_half_a_second() {
        var signer = keys.current(owner, KeyUse.CREDENTIAL);
        var message = new byte[64];
        for (var warm = 0; warm < 2_000; warm++) {
            signer.sign(message);
        }
        var processor = ManagementFactory.getThreadMXBean();
        var begun = processor.getCurrentThreadCpuTime();
        for (var i = 0; i < 5_000; i++) {
            message[0] = (byte) i;
            signer.sign(message);
        }
        var millis = (processor.getCurrentThreadCpuTime() - begun) / 1_000_000;
        System.out.println("5,000 signatures in " + millis + " ms of one core");
        assertThat(millis).isLessThan(500);
    }

    private <T> T college(java.util.function.Supplier<T> work) {
        return new Scope(Scope.Reach.COLLEGE, owner.id(), null, null, 1L, "Hiệu trưởng").get(work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
