package vn.lanhnghe.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The PostgreSQL that comes with the program. It listens on the loopback address alone and asks everyone for a password. */
@Configuration
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
class EmbeddedDatabase {

    private static final String GUARDED = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    @Bean
    Postgres postgres(DatabaseSettings settings, DataFolder folder) throws IOException, SQLException {
        var data = settings.data().toAbsolutePath().resolve("postgres");
        var password = folder.password("owner-password");
        var postgres = new Postgres(data, password);
        guard(postgres, data, password);
        return postgres;
    }

    /** A fresh cluster trusts every local user; from the first start on it does not. */
    private static void guard(Postgres postgres, Path data, String password) throws IOException, SQLException {
        var rules = data.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(GUARDED)) {
            return;
        }
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres", "postgres", password);
                var statement = connection.createStatement()) {
            // the password is hexadecimal, made by us
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(rules, GUARDED);
            statement.execute("select pg_reload_conf()");
        }
    }
}
