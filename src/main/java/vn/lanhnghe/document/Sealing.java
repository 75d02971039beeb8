package vn.lanhnghe.document;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

/** PAdES baseline-B signatures without a visible field, so that a tagged document stays one. */
final class Sealing {

    private static final int CMS_WITHOUT_CERTIFICATES = 2048;

    private static final PAdESService SERVICE = service();

    private Sealing() {}

    static byte[] seal(byte[] pdf, Seal seal, Instant at) {
        var chain = seal.chain().stream().map(CertificateToken::new).toList();
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setSignerName(DSSASN1Utils.getHumanReadableName(chain.getFirst()));
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setSigningTimeZone(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setContentSize(CMS_WITHOUT_CERTIFICATES
                + chain.stream().mapToInt(it -> it.getEncoded().length).sum());
        var document = new InMemoryDocument(pdf);
        var signed = SERVICE.getDataToSign(document, parameters);
        var value = new SignatureValue(
                SignatureAlgorithm.getAlgorithm(
                        EncryptionAlgorithm.forKey(seal.chain().getFirst().getPublicKey()), DigestAlgorithm.SHA256),
                seal.sign(signed.getBytes()));
        return DSSUtils.toByteArray(SERVICE.signDocument(document, parameters, value));
    }

    private static PAdESService service() {
        var service = new PAdESService(new CommonCertificateVerifier());
        var factory = new PdfBoxNativeObjectFactory();
        factory.setResourcesHandlerBuilder(Written::new);
        service.setPdfObjFactory(factory);
        return service;
    }
}
