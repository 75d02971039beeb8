package vn.lanhnghe.credential.verifying;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code perMinute}: how many checks one address may make in a minute, by link or code; by serial a tenth of it. */
@ConfigurationProperties("lanhnghe.verification")
record VerificationSettings(@DefaultValue("60") int perMinute) {}
