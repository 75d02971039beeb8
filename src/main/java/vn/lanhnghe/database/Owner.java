package vn.lanhnghe.database;

import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** The connection that owns the tables; only migrations use it. */
record Owner(String url, String user, String password) implements FlywayConnectionDetails {

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
