package vn.lanhnghe.credential;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class DiplomaRepository {

    private static final String FACTS = "select " + Diploma.COLUMNS;

    private static final String MATCHES = """
             where (:folded = '' or name_folded like :like or serial = :q or register_number = :q or code = :code)
               and (:state = '' or state = :state) and (:batch::bigint is null or batch_id = :batch::bigint)
               and (:decision::bigint is null or decision_id = :decision::bigint)
            """;

    /** What a list of diplomas is filtered by; empty or null means all. */
    record Filter(
            String q,
            String state,
            @Nullable Long batch,
            @Nullable Long decision,
            String sort) {

        String order() {
            return switch (sort) {
                case "register" -> "length(register_number), register_number";
                case "serial" -> "serial";
                case "decided" -> "decided_on desc, sort_key";
                default -> "sort_key, id";
            };
        }
    }

    private final JdbcClient jdbc;

    DiplomaRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Diploma> find(long id) {
        return jdbc.sql(FACTS + "from credential.diploma d where id = :id")
                .param("id", id)
                .query(Diploma.class)
                .optional();
    }

    List<Diploma> listOf(long enrolmentId) {
        return jdbc.sql(FACTS + "from credential.diploma d where enrolment_id = :id order by id")
                .param("id", enrolmentId)
                .query(Diploma.class)
                .list();
    }

    Paging<Diploma> list(Filter filter, int page) {
        var rows = matching(
                        FACTS + "from credential.diploma d" + MATCHES + "order by " + filter.order()
                                + " limit :size offset :offset",
                        filter)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Diploma.class)
                .list();
        var total = matching("select count(*) from credential.diploma d" + MATCHES, filter)
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    /** The ids of what the filter finds of the college in scope, in the order of the list. */
    List<Long> listOwn(Filter filter, int most) {
        return matching(
                        "select id from credential.diploma d" + MATCHES + " and institution_id = :own order by "
                                + filter.order() + " limit :most",
                        filter)
                .param("own", Scope.current().institutionId())
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** Those of the ids that are the college's in scope. */
    List<Long> listOwn(Collection<Long> ids) {
        return jdbc.sql(
                        "select id from credential.diploma where id = any(:ids) and institution_id = :own order by sort_key, id")
                .param("ids", ids.toArray(Long[]::new))
                .param("own", Scope.current().institutionId())
                .query(Long.class)
                .list();
    }

    /** The diplomas of the college in scope that these words name, by word: as a serial, a register number or a code. */
    Map<String, List<Long>> listNamed(List<String> words) {
        return jdbc
                .sql("""
                select w.word, d.id from unnest(:words::text[], :codes::text[]) as w (word, code)
                  join credential.diploma d on d.institution_id = :own and d.state <> 'VOID'
                   and (d.serial = w.word or d.register_number = w.word or d.code = w.code)
                 order by d.id
                """)
                .param("words", words.toArray(String[]::new))
                .param(
                        "codes",
                        words.stream().map(it -> Code.read(it).orElse("")).toArray(String[]::new))
                .param("own", Scope.current().institutionId())
                .query((row, i) -> Map.entry(Objects.toString(row.getString("word"), ""), row.getLong("id")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        var folded = Vietnamese.fold(filter.q());
        var like = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return jdbc.sql(sql)
                .param("folded", folded)
                .param("like", "%" + like + "%")
                .param("q", filter.q().strip())
                .param("code", Code.read(filter.q()).orElse(""))
                .param("state", filter.state())
                .param("batch", filter.batch())
                .param("decision", filter.decision());
    }

    long count() {
        return jdbc.sql("select count(*) from credential.diploma")
                .query(Long.class)
                .single();
    }
}
