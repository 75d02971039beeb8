package vn.lanhnghe.proof;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StatusRepository {

    /** A list as it stands. */
    record Listed(int number, byte[] bits, long version, OffsetDateTime changedAt) {}

    /** Which edition of a list is the present one. */
    record Edition(long version, OffsetDateTime changedAt) {}

    /** One byte of a list. */
    record Eight(StatusPurpose purpose, int value) {}

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;

    StatusRepository(JdbcClient jdbc, NamedParameterJdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** The first of so many positions; whoever asks next waits until this transaction ends. */
    long give(long institutionId, int count) {
        return jdbc.sql("""
                insert into proof.status_counter (institution_id, given) values (:institution, :count)
                on conflict (institution_id) do update set given = status_counter.given + :count returning given - :count
                """)
                .param("institution", institutionId)
                .param("count", count)
                .query(Long.class)
                .single();
    }

    long countGiven(long institutionId) {
        return jdbc.sql("select c.given from proof.status_counter c where c.institution_id = :institution")
                .param("institution", institutionId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void open(long institutionId, int from, int to, OffsetDateTime at) {
        jdbc.sql("""
                insert into proof.status_list (institution_id, number, purpose, changed_at)
                select :institution, number, purpose, :at
                  from generate_series(:from, :to) as number cross join unnest(array['revocation', 'suspension']) as purpose
                on conflict do nothing
                """)
                .param("institution", institutionId)
                .param("from", from)
                .param("to", to)
                .param("at", at)
                .update();
    }

    List<Listed> listForChange(long institutionId, StatusPurpose purpose, Collection<Integer> numbers) {
        return jdbc.sql("""
                select l.number, l.bits, l.version, l.changed_at from proof.status_list l
                 where l.institution_id = :institution and l.purpose = :purpose and l.number = any(:numbers)
                 order by l.number for update
                """)
                .param("institution", institutionId)
                .param("purpose", purpose.word())
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(Listed.class)
                .list();
    }

    void change(long institutionId, StatusPurpose purpose, List<Listed> lists, OffsetDateTime at) {
        template.batchUpdate(
                """
                update proof.status_list set bits = :bits, version = version + 1, changed_at = :at
                 where institution_id = :institution and purpose = :purpose and number = :number
                """,
                lists.stream()
                        .map(it -> new MapSqlParameterSource()
                                .addValue("institution", institutionId)
                                .addValue("purpose", purpose.word())
                                .addValue("number", it.number())
                                .addValue("bits", it.bits())
                                .addValue("at", at))
                        .toArray(MapSqlParameterSource[]::new));
    }

    Optional<Edition> findEdition(long institutionId, int number, StatusPurpose purpose) {
        return jdbc.sql("""
                select l.version, l.changed_at from proof.status_list l
                 where l.institution_id = :institution and l.number = :number and l.purpose = :purpose
                """)
                .param("institution", institutionId)
                .param("number", number)
                .param("purpose", purpose.word())
                .query(Edition.class)
                .optional();
    }

    Optional<Listed> find(long institutionId, int number, StatusPurpose purpose) {
        return jdbc.sql("""
                select l.number, l.bits, l.version, l.changed_at from proof.status_list l
                 where l.institution_id = :institution and l.number = :number and l.purpose = :purpose
                """)
                .param("institution", institutionId)
                .param("number", number)
                .param("purpose", purpose.word())
                .query(Listed.class)
                .optional();
    }

    /** The byte that the position stands in, of each list that there is. */
    List<Eight> listEights(long institutionId, Position position) {
        return jdbc.sql("""
                select upper(l.purpose) as purpose, get_byte(l.bits, :at) as value from proof.status_list l
                 where l.institution_id = :institution and l.number = :number
                """)
                .param("institution", institutionId)
                .param("number", position.list())
                .param("at", position.at())
                .query(Eight.class)
                .list();
    }
}
