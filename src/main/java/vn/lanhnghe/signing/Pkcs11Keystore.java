package vn.lanhnghe.signing;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.xipki.pkcs11.wrapper.AttributeVector;
import org.xipki.pkcs11.wrapper.KeyPairTemplate;
import org.xipki.pkcs11.wrapper.Mechanism;
import org.xipki.pkcs11.wrapper.PKCS11Constants;
import org.xipki.pkcs11.wrapper.PKCS11Exception;
import org.xipki.pkcs11.wrapper.PKCS11Module;
import org.xipki.pkcs11.wrapper.PKCS11Token;
import org.xipki.pkcs11.wrapper.StaticLogger;
import org.xipki.pkcs11.wrapper.Token;
import org.xipki.pkcs11.wrapper.TokenException;

/**
 * Private halves in a PKCS#11 token – a hardware module, or SoftHSM in tests –, which they never leave: sensitive, not
 * extractable, found by their id.
 */
@Component
@ConditionalOnProperty(name = "lanhnghe.signing.keystore", havingValue = "pkcs11")
class Pkcs11Keystore implements Keystore {

    private final String label;
    private final PKCS11Module module;
    private final PKCS11Token token;
    private final boolean opened;

    Pkcs11Keystore(SigningSettings settings) {
        StaticLogger.setLogger(new Pkcs11Log());
        this.label = settings.token();
        try {
            this.module = PKCS11Module.getInstance(settings.library());
            this.opened = open(module);
        } catch (IOException | TokenException e) {
            throw new IllegalStateException(
                    "Không nạp được thư viện PKCS#11 “%s”. Ghi đường dẫn đầy đủ của tệp .so vào lanhnghe.signing.library."
                            .formatted(settings.library()),
                    e);
        }
        try {
            this.token = new PKCS11Token(slot(), false, pin(settings));
        } catch (TokenException e) {
            throw new IllegalStateException(
                    "Không đăng nhập được vào token “%s”: %s. Kiểm tra LANHNGHE_SIGNING_PIN hoặc tệp lanhnghe.signing.pin-file."
                            .formatted(label, e.getMessage()),
                    e);
        }
    }

    /** Says whether it was closed before: a library is opened once a process. */
    private static boolean open(PKCS11Module module) throws PKCS11Exception {
        try {
            module.initialize();
            return true;
        } catch (PKCS11Exception e) {
            if (e.getErrorCode() == PKCS11Constants.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
                return false;
            }
            throw e;
        }
    }

    private Token slot() throws TokenException {
        for (var slot : module.getSlotList(true)) {
            var found = slot.getToken();
            if (found.getTokenInfo().getLabel().strip().equals(label)) {
                return found;
            }
        }
        throw new IllegalStateException(
                "Không có token nào tên “%s” trong thiết bị. Kiểm tra lanhnghe.signing.token, hoặc khởi tạo token trước."
                        .formatted(label));
    }

    private static char[] pin(SigningSettings settings) {
        if (settings.pinFile().isEmpty()) {
            return settings.pin().toCharArray();
        }
        try {
            return Files.readString(Path.of(settings.pinFile())).strip().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Không đọc được tệp mã PIN %s (lanhnghe.signing.pin-file).".formatted(settings.pinFile()), e);
        }
    }

    @Override
    public PublicKey make(String id, KeyUse use) {
        var pair = new KeyPairTemplate(keyType(use))
                .id(bytes(id))
                .labels("lanhnghe " + use.name().toLowerCase(java.util.Locale.ROOT) + " " + id)
                .token(true)
                .signVerify(true);
        pair.privateKey().sensitive(true).extractable(false).private_(true);
        try {
            pair.publicKey().ecParams(curve(use).getEncoded());
            var made = token.generateKeyPair(new Mechanism(generation(use)), pair);
            var point = token.getAttrValues(made.getPublicKey(), PKCS11Constants.CKA_EC_POINT)
                    .ecPoint();
            return Ciphers.publicKey(use, new SubjectPublicKeyInfo(algorithm(use), bare(use, point)).getEncoded());
        } catch (TokenException | IOException e) {
            throw new IllegalStateException("Token “%s” không tạo được khoá %s.".formatted(label, use), e);
        }
    }

    @Override
    public @Nullable Handle find(String id, KeyUse use) {
        try {
            var found = token.findObjects(
                    AttributeVector.newPrivateKey(keyType(use)).id(bytes(id)), 1);
            return found.length == 0 ? null : message -> sign(found[0], id, use, message);
        } catch (TokenException e) {
            throw new IllegalStateException("Token “%s” không tìm được khoá ký %s.".formatted(label, id), e);
        }
    }

    private byte[] sign(long handle, String id, KeyUse use, byte[] message) {
        try {
            return use == KeyUse.CREDENTIAL
                    ? token.sign(new Mechanism(PKCS11Constants.CKM_EDDSA), handle, message)
                    : der(token.sign(
                            new Mechanism(PKCS11Constants.CKM_ECDSA),
                            handle,
                            MessageDigest.getInstance("SHA-256").digest(message)));
        } catch (TokenException | GeneralSecurityException e) {
            throw new IllegalStateException("Token “%s” không ký được bằng khoá %s.".formatted(label, id), e);
        }
    }

    @Override
    public String place(String id) {
        return "token PKCS#11 “%s” (CKA_ID %s)".formatted(label, id);
    }

    @PreDestroy
    void close() throws TokenException {
        token.closeAllSessions();
        if (opened) {
            module.finalize(null);
        }
    }

    private static long keyType(KeyUse use) {
        return use == KeyUse.CREDENTIAL ? PKCS11Constants.CKK_EC_EDWARDS : PKCS11Constants.CKK_EC;
    }

    private static long generation(KeyUse use) {
        return use == KeyUse.CREDENTIAL
                ? PKCS11Constants.CKM_EC_EDWARDS_KEY_PAIR_GEN
                : PKCS11Constants.CKM_EC_KEY_PAIR_GEN;
    }

    private static ASN1ObjectIdentifier curve(KeyUse use) {
        return use == KeyUse.CREDENTIAL ? EdECObjectIdentifiers.id_Ed25519 : X9ObjectIdentifiers.prime256v1;
    }

    private static AlgorithmIdentifier algorithm(KeyUse use) {
        return use == KeyUse.CREDENTIAL
                ? new AlgorithmIdentifier(curve(use))
                : new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve(use));
    }

    /** The point itself: tokens tell it bare, or as an OCTET STRING of two bytes more. */
    private static byte[] bare(KeyUse use, byte[] point) {
        var length = use == KeyUse.CREDENTIAL ? 32 : 65;
        return java.util.Arrays.copyOfRange(point, point.length - length, point.length);
    }

    /** Two numbers one behind the other, as tokens sign, in the form that certificates and documents want. */
    private static byte[] der(byte[] plain) {
        var order = ECNamedCurveTable.getParameterSpec("secp256r1").getN();
        try {
            var numbers = PlainDSAEncoding.INSTANCE.decode(order, plain);
            return StandardDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String id) {
        return HexFormat.of().parseHex(id);
    }
}
