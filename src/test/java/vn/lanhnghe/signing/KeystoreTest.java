package vn.lanhnghe.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.lanhnghe.database.DataFolder;

/** What holds of every keystore: of files, and of a PKCS#11 token – Debian's SoftHSM – alike. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeystoreTest {

    private static final String SOFTHSM = "/usr/lib/softhsm/libsofthsm2.so";
    private static final String ID = "00112233445566ff";
    private static final byte[] MESSAGE = "Bằng tốt nghiệp".getBytes(UTF_8);

    private FileKeystore files = new FileKeystore(Path.of(""), () -> new char[0]);
    private Pkcs11Keystore token = new Pkcs11Keystore(tokenSettings("thu", "1234"));
    private Path folder = Path.of("");

    @BeforeAll
    void open(@TempDir Path folder) {
        this.folder = folder;
        files = new FileKeystore(folder.resolve("signing"), "mật khẩu"::toCharArray);
    }

    @AfterAll
    void close() throws Exception {
        token.close();
    }

    List<Keystore> keystores() {
        return List.of(files, token);
    }

    /** A token is set up once a process, before the library is loaded: the library keeps what it saw. */
    private static SigningSettings tokenSettings(String label, String pin) {
        return new SigningSettings("pkcs11", "", SOFTHSM, label, pin, "", 10);
    }

    static {
        try {
            var configuration = Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF"), "SOFTHSM2_CONF"));
            Files.createDirectories(configuration.toAbsolutePath().getParent());
            var tokens =
                    Files.createTempDirectory(configuration.toAbsolutePath().getParent(), "softhsm");
            Files.writeString(
                    configuration, "directories.tokendir = %s%nobjectstore.backend = file%n".formatted(tokens));
            var setUp = new ProcessBuilder(
                            "softhsm2-util",
                            "--init-token",
                            "--free",
                            "--label",
                            "thu",
                            "--so-pin",
                            "12345678",
                            "--pin",
                            "1234")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(setUp.getInputStream().readAllBytes(), UTF_8);
            assertThat(setUp.waitFor()).as(said).isZero();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void what_it_signs_others_verify(Keystore keystore) throws Exception {
        for (var use : KeyUse.values()) {
            var id = id(use.ordinal());
            var publicKey = keystore.make(id, use);
            var handle = Objects.requireNonNull(keystore.find(id, use));
            var signed = handle.sign(MESSAGE);
            // by the JDK's own provider
            var verifier = Signature.getInstance(use.algorithm(), "SunEC");
            verifier.initVerify(publicKey);
            verifier.update(MESSAGE);
            assertThat(verifier.verify(signed)).isTrue();
            assertThat(Ciphers.verify(use, Ciphers.publicKey(use, publicKey.getEncoded()), MESSAGE, signed))
                    .isTrue();
            signed[10] ^= 1;
            assertThat(Ciphers.verify(use, publicKey, MESSAGE, signed)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void a_certificate_verifies_by_itself(Keystore keystore) throws Exception {
        for (var use : KeyUse.values()) {
            var id = id(10 + use.ordinal());
            var publicKey = keystore.make(id, use);
            var handle = Objects.requireNonNull(keystore.find(id, use));
            var bytes = Certificates.certify(
                    new KeyOwner(17, "Trường Thử"), id, use, publicKey, handle, OffsetDateTime.now(), 10);
            var certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            certificate.verify(publicKey);
        }
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void a_key_is_found_under_its_id_alone(Keystore keystore) {
        keystore.make(id(20), KeyUse.CREDENTIAL);
        assertThat(keystore.find(id(20), KeyUse.CREDENTIAL)).isNotNull();
        assertThat(keystore.find(id(21), KeyUse.CREDENTIAL)).isNull();
        assertThat(keystore.place(id(21))).contains(id(21));
    }

    @ParameterizedTest
    @MethodSource("keystores")
    void many_sign_at_once(Keystore keystore) throws Exception {
        var publicKey = keystore.make(id(30), KeyUse.CREDENTIAL);
        var handle = Objects.requireNonNull(keystore.find(id(30), KeyUse.CREDENTIAL));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var signing = threads.invokeAll(Collections.nCopies(200, (Callable<byte[]>) () -> handle.sign(MESSAGE)));
            for (Future<byte[]> it : signing) {
                assertThat(Ciphers.verify(KeyUse.CREDENTIAL, publicKey, MESSAGE, it.get()))
                        .isTrue();
            }
        }
        var processor = ManagementFactory.getThreadMXBean();
        var begun = processor.getCurrentThreadCpuTime();
        for (var i = 0; i < 1000; i++) {
            handle.sign(MESSAGE);
        }
        System.out.println("1,000 signatures of %s in %d ms of one core"
                .formatted(
                        keystore.getClass().getSimpleName(),
                        (processor.getCurrentThreadCpuTime() - begun) / 1_000_000));
    }

    @Test
    void files_open_with_their_password_alone() throws Exception {
        files.make(ID, KeyUse.DOCUMENT);
        var strange = new FileKeystore(folder.resolve("signing"), "khác"::toCharArray);
        assertThatThrownBy(() -> strange.find(ID, KeyUse.DOCUMENT)).hasMessageContaining("lanhnghe.signing.password");
        Files.writeString(folder.resolve("signing").resolve(ID + ".pem"), "hỏng");
        assertThatThrownBy(() -> files.find(ID, KeyUse.DOCUMENT)).hasMessageContaining("đã hỏng");
    }

    @Test
    void a_token_that_does_not_answer_is_told_how_to_mend() {
        assertThatThrownBy(() -> new Pkcs11Keystore(tokenSettings("khong-co", "1234")))
                .hasMessageContaining("khong-co")
                .hasMessageContaining("lanhnghe.signing.token");
        assertThatThrownBy(() ->
                        new Pkcs11Keystore(new SigningSettings("pkcs11", "", "/khong/co.so", "thu", "1234", "", 10)))
                .hasMessageContaining("lanhnghe.signing.library");
        assertThatThrownBy(() ->
                        new Pkcs11Keystore(new SigningSettings("pkcs11", "", SOFTHSM, "thu", "", "/khong/co", 10)))
                .hasMessageContaining("lanhnghe.signing.pin-file");
    }

    @Test
    void the_settings_choose_the_keystore() {
        var data = mock(DataFolder.class);
        when(data.root()).thenReturn(folder);
        var program = new ApplicationContextRunner()
                .withBean(DataFolder.class, () -> data)
                .withBean(SigningSettings.class, () -> tokenSettings("thu", "1234"))
                .withUserConfiguration(FileKeystore.class, Pkcs11Keystore.class);
        program.run(it -> assertThat(it.getBean(Keystore.class)).isInstanceOf(FileKeystore.class));
        program.withPropertyValues("lanhnghe.signing.keystore=pkcs11")
                .run(it -> assertThat(it.getBean(Keystore.class)).isInstanceOf(Pkcs11Keystore.class));
    }

    private static String id(int number) {
        return "%016x".formatted(0x1000 + number);
    }
}
