package vn.lanhnghe.exchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What one key may send: calls and items in a minute, items in one request, and the size of its body. */
@ConfigurationProperties("exchange")
record ExchangeSettings(
        @DefaultValue("600") int callsPerMinute,
        @DefaultValue("300000") int itemsPerMinute,
        @DefaultValue("10000") int largestBatch,
        @DefaultValue("20") int bodyMegabytes) {}
