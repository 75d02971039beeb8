package vn.lanhnghe.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Two doors to one database: the owner's for migrations, and the application's, which owns nothing and bypasses nothing. */
@Configuration
class Database {

    static final String APPLICATION = "lanhnghe_app";

    /** For a connection; a database that does not answer for longer is away. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    /** The embedded database, or the server named by {@code spring.datasource.url}; its user must be allowed to create a role. */
    @Bean
    Owner owner(ObjectProvider<Postgres> embedded, DataSourceProperties server, DataFolder folder) {
        var postgres = embedded.getIfAvailable();
        return postgres == null
                ? new Owner(
                        server.determineUrl(),
                        Objects.requireNonNullElse(server.getUsername(), "postgres"),
                        Objects.requireNonNullElse(server.getPassword(), ""))
                : new Owner(
                        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres",
                        "postgres",
                        folder.password("owner-password"));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource pool(Owner owner, DataFolder folder, DatabaseSettings settings) throws SQLException {
        var password = folder.password("application-password");
        admitApplication(owner, password);
        var config = new HikariConfig();
        config.setJdbcUrl(owner.url());
        config.setUsername(APPLICATION);
        config.setPassword(password);
        config.setMaximumPoolSize(settings.pool());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        config.setConnectionInitSql("set time zone 'Asia/Ho_Chi_Minh'");
        return new HikariDataSource(config);
    }

    @Bean
    @Primary
    DataSource dataSource(HikariDataSource pool) {
        return new ScopedDataSource(pool);
    }

    private static void admitApplication(Owner owner, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
                      end if;
                    end $$
                    """.formatted(APPLICATION));
            // the password is hexadecimal, made by us
            statement.execute("alter role " + APPLICATION + " login password '" + password + "'");
        }
    }
}
