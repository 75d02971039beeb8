package vn.lanhnghe.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Hands out connections that know the present {@link Scope}; asks the server only when it differs from the last one. */
class ScopedDataSource extends DelegatingDataSource {

    private final Map<PGConnection, String> told = Collections.synchronizedMap(new WeakHashMap<>());

    ScopedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            tell(connection, Scope.current().settings());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void tell(Connection connection, String settings) throws SQLException {
        var server = connection.unwrap(PGConnection.class);
        if (settings.equals(told.get(server))) {
            return;
        }
        var part = settings.split("\\|", -1);
        try (var set = connection.prepareStatement("""
                select set_config('lanhnghe.reach', ?, false), set_config('lanhnghe.institution', ?, false),
                       set_config('lanhnghe.site', ?, false), set_config('lanhnghe.learner', ?, false)
                """)) {
            for (var i = 0; i < part.length; i++) {
                set.setString(i + 1, part[i]);
            }
            set.execute();
        }
        told.put(server, settings);
    }
}
