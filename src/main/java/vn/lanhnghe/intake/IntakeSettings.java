package vn.lanhnghe.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code undoDays}: how long a commit can be taken back. A file that changes at least {@code brakeRows} records and more than
 * {@code brakePercent} of those the college holds is written only with a reason.
 */
@ConfigurationProperties("lanhnghe.intake")
record IntakeSettings(
        @DefaultValue("7") int undoDays,
        @DefaultValue("30") int brakeRows,
        @DefaultValue("20") int brakePercent) {}
