package vn.lanhnghe.credential.life;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.DiplomaState;
import vn.lanhnghe.database.Scope;

@Repository
class LifeRepository {

    private final JdbcClient jdbc;

    LifeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Diploma> find(long id) {
        return jdbc.sql("select " + Diploma.COLUMNS
                        + "from credential.diploma d where d.id = :id and d.institution_id = :own")
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .query(Diploma.class)
                .optional();
    }

    /** The diplomas in scope with these ids, in the order of their ids; held until the transaction ends. */
    List<Diploma> lock(Collection<Long> ids) {
        return jdbc.sql(
                        "select " + Diploma.COLUMNS
                                + "from credential.diploma d where d.id = any(:ids) and d.institution_id = :own order by d.id for update")
                .param("ids", ids.toArray(Long[]::new))
                .param("own", Scope.current().institutionId())
                .query(Diploma.class)
                .list();
    }

    void turn(Collection<Long> ids, DiplomaState to, boolean ends, @Nullable String decision, String reason) {
        jdbc.sql("""
                update credential.diploma set state = :state, state_at = now(), state_by_name = :by, state_decision = :decision,
                       state_reason = :reason, ended_at = case when :ends then now() end
                 where id = any(:ids)
                """)
                .param("state", to.name())
                .param("by", Scope.current().actor())
                .param("decision", decision)
                .param("reason", reason)
                .param("ends", ends)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }
}
