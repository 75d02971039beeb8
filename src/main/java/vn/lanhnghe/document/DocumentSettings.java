package vn.lanhnghe.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a signed document that nobody asks for is kept, and how much is kept in all; it can be made anew at any time. */
@ConfigurationProperties("lanhnghe.document")
record DocumentSettings(
        @DefaultValue("90") int keptDays,
        @DefaultValue("20000") int keptMegabytes) {}
