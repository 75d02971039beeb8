package vn.lanhnghe.signing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where private halves live: {@code keystore} is {@code file} or {@code pkcs11}. {@code password} seals the files. A PKCS#11 token
 * is named by {@code library} and {@code token} (its label); its PIN stands in {@code pin}, or in the file {@code pinFile}.
 * {@code certificateYears} is how long a certificate says it is good.
 */
@ConfigurationProperties("lanhnghe.signing")
record SigningSettings(
        @DefaultValue("file") String keystore,
        @DefaultValue("") String password,
        @DefaultValue("") String library,
        @DefaultValue("") String token,
        @DefaultValue("") String pin,
        @DefaultValue("") String pinFile,
        @DefaultValue("10") int certificateYears) {}
