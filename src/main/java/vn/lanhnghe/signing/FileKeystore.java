package vn.lanhnghe.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.DataFolder;

/**
 * Private halves in files, one each, of mode 600 in the data folder: PEM “ENCRYPTED PRIVATE KEY” (PKCS#8, PBES2 with AES-256),
 * which other programs read as well. The password comes from the settings or is made at first start beside the other secrets.
 */
@Component
@ConditionalOnProperty(name = "lanhnghe.signing.keystore", havingValue = "file", matchIfMissing = true)
class FileKeystore implements Keystore {

    private static final int ROUNDS = 100_000;

    /** Not registered with the platform: the rest of the program goes on without it. */
    private static final Provider BOUNCY = new BouncyCastleProvider();

    private final Path folder;
    private final Supplier<char[]> password;

    @Autowired
    FileKeystore(DataFolder data, SigningSettings settings) {
        this(
                data.root().resolve("secrets").resolve("signing"),
                () -> settings.password().isEmpty()
                        ? new String(data.secret("signing-password", FileKeystore::random), StandardCharsets.US_ASCII)
                                .toCharArray()
                        : settings.password().toCharArray());
    }

    FileKeystore(Path folder, Supplier<char[]> password) {
        this.folder = folder;
        this.password = password;
    }

    @Override
    public PublicKey make(String id, KeyUse use) {
        var pair = Ciphers.generate(use);
        write(id, sealed(pair.getPrivate().getEncoded()));
        return pair.getPublic();
    }

    @Override
    public @Nullable Handle find(String id, KeyUse use) {
        var file = file(id);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            var key = Ciphers.privateKey(use, opened(Files.readString(file)));
            return message -> Ciphers.sign(use, key, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PKCSException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Không mở được khoá ký %s: sai mật khẩu (lanhnghe.signing.password) hoặc tệp đã hỏng."
                            .formatted(file),
                    e);
        }
    }

    @Override
    public String place(String id) {
        return file(id).toString();
    }

    private Path file(String id) {
        return folder.resolve(id + ".pem");
    }

    private String sealed(byte[] pkcs8) {
        try {
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(BOUNCY)
                    .setPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256))
                    .setIterationCount(ROUNDS)
                    .build(password.get());
            var text = new StringWriter();
            try (var pem = new JcaPEMWriter(text)) {
                pem.writeObject(
                        new PKCS8EncryptedPrivateKeyInfoBuilder(PrivateKeyInfo.getInstance(pkcs8)).build(encryptor));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] opened(String text) throws IOException, PKCSException {
        try (var pem = new PEMParser(new StringReader(text))) {
            if (!(pem.readObject() instanceof PKCS8EncryptedPrivateKeyInfo sealed)) {
                throw new PKCSException("no encrypted private key in the file");
            }
            return sealed.decryptPrivateKeyInfo(new JcePKCSPBEInputDecryptorProviderBuilder()
                            .setProvider(BOUNCY)
                            .build(password.get()))
                    .getEncoded();
        }
    }

    /** Whole on the disk, or not there at all. */
    private void write(String id, String text) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var draft = folder.resolve(id + ".new");
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
            Files.move(draft, file(id), StandardCopyOption.ATOMIC_MOVE);
            try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
                entry.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
    }
}
