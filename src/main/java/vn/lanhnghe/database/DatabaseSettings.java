package vn.lanhnghe.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code data} is the folder for the embedded database, its secrets and the signing keys; {@code pool} counts connections. */
@ConfigurationProperties("lanhnghe")
record DatabaseSettings(
        @DefaultValue("data") Path data, @DefaultValue("16") int pool) {}
