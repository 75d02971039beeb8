package vn.lanhnghe.programme;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lanhnghe.institution.Trades;

/** The list of occupations in force. */
@Service
public class Occupations implements Trades {

    private static final String SELECT =
            "select code, name, field, engineering, verified from programme.listed where valid_to is null ";

    private final JdbcClient jdbc;

    Occupations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Occupation> list() {
        return jdbc.sql(SELECT + "order by code").query(Occupation.class).list();
    }

    @Override
    public List<Trade> listTrades() {
        return list().stream().map(it -> new Trade(it.code(), it.name())).toList();
    }

    /** Those of the codes that are in the list, by code. */
    public Map<String, Occupation> find(Collection<String> codes) {
        return jdbc
                .sql(SELECT + "and code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Occupation.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Occupation::code, Function.identity()));
    }
}
