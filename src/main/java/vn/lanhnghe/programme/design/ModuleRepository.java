package vn.lanhnghe.programme.design;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ModuleRepository {

    private final JdbcClient jdbc;

    ModuleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Module> list(long version) {
        return jdbc.sql("""
                select m.id, m.identifier, m.code, m.name, m.credits, m.theory, m.practice, m.exam, m.own_hours, m.material, m.platform, m.software, m.textbook,
                       m.textbook_paper, m.place
                  from programme.module m where m.version_id = :version order by m.place, m.id
                """).param("version", version).query(Module.class).list();
    }

    long insert(long version, long institution, UUID identifier, ModuleForm it, int place) {
        return write(jdbc.sql("""
                insert into programme.module (version_id, institution_id, identifier, code, name, credits, theory, practice, exam, own_hours, material, platform, software, textbook,
                       textbook_paper, place)
                values (:version, :institution, :identifier, :code, :name, :credits, :theory, :practice, :exam, :own, :material, :platform, :software, :textbook, :paper, :place)
                returning id
                """), it)
                .param("version", version)
                .param("institution", institution)
                .param("identifier", identifier)
                .param("place", place)
                .query(Long.class)
                .single();
    }

    void update(long version, long module, ModuleForm it) {
        write(jdbc.sql("""
                update programme.module set code = :code, name = :name, credits = :credits, theory = :theory, practice = :practice, exam = :exam, own_hours = :own,
                       material = :material, platform = :platform, software = :software, textbook = :textbook, textbook_paper = :paper
                 where id = :id and version_id = :version
                """), it).param("id", module).param("version", version).update();
    }

    private static JdbcClient.StatementSpec write(JdbcClient.StatementSpec sql, ModuleForm it) {
        return sql.param("code", it.code())
                .param("name", it.name())
                .param("credits", Objects.requireNonNull(it.credits()))
                .param("theory", it.theory())
                .param("practice", it.practice())
                .param("exam", it.exam())
                .param("own", it.ownHours())
                .param("material", it.material())
                .param("platform", it.platform())
                .param("software", it.software())
                .param("textbook", it.textbook())
                .param("paper", it.textbookPaper());
    }

    void place(long version, List<Long> order) {
        jdbc.sql("""
                update programme.module m set place = o.place from unnest(:ids::bigint[]) with ordinality as o (id, place) where m.id = o.id and m.version_id = :version
                """)
                .param("version", version)
                .param("ids", order.toArray(Long[]::new))
                .update();
    }

    void remove(long version, long module) {
        jdbc.sql("delete from programme.module where id = :id and version_id = :version")
                .param("id", module)
                .param("version", version)
                .update();
    }
}
