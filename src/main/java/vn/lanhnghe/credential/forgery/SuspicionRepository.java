package vn.lanhnghe.credential.forgery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.ui.Paging;

@Repository
class SuspicionRepository {

    private static final String SELECT = """
            select s.id, s.code, s.institution_id, p.name as institution, s.diploma_id, d.full_name, d.serial, s.told, s.contact, s.file,
                   s.file_name, s.reported_at, s.due_on, s.finding, s.answer, s.answered_by_name, s.answered_at
              from credential.suspicion s join credential.diploma d on d.id = s.diploma_id join institution.plate p on p.id = s.institution_id
            """;

    private final JdbcClient jdbc;

    SuspicionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case about a released diploma; empty when no diploma has that code. Answers with the day by which it is to be answered. */
    Optional<LocalDate> insert(
            String code,
            String diplomaCode,
            String told,
            @Nullable String contact,
            @Nullable String file,
            @Nullable String fileName,
            LocalDate today) {
        return jdbc.sql("""
                insert into credential.suspicion (code, institution_id, diploma_id, told, contact, file, file_name, due_on)
                select :code, d.institution_id, d.id, :told, :contact, :file, :fileName, credential.due(:today, t.days, t.working)
                  from credential.look_up(:diploma) d
                  join credential.answer_term t on t.valid_from <= :today and (t.valid_to is null or t.valid_to >= :today)
                returning due_on
                """)
                .param("code", code)
                .param("diploma", diplomaCode)
                .param("told", told)
                .param("contact", contact)
                .param("file", file)
                .param("fileName", fileName)
                .param("today", today)
                .query(LocalDate.class)
                .optional();
    }

    /** Whose diploma this is; empty when no released diploma has that code. */
    Optional<Long> findIssuer(String diplomaCode) {
        return jdbc.sql("select d.institution_id from credential.look_up(:code) d")
                .param("code", diplomaCode)
                .query(Long.class)
                .optional();
    }

    Optional<Suspicion.Followed> lookUp(String code) {
        return jdbc.sql("select * from credential.look_up_suspicion(:code)")
                .param("code", code)
                .query(Suspicion.Followed.class)
                .optional();
    }

    Optional<Suspicion> find(long id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id)
                .query(Suspicion.class)
                .optional();
    }

    /** Those not answered first, the most urgent on top. */
    Paging<Suspicion> list(int page) {
        var rows = jdbc.sql(SELECT + """
                order by s.finding is not null, case when s.finding is null then s.due_on end, s.id desc limit :size offset :offset
                """)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Suspicion.class)
                .list();
        var total = jdbc.sql("select count(*) from credential.suspicion")
                .query(Long.class)
                .single();
        return new Paging<>(rows, page, total, Paging.SIZE);
    }

    /** How many wait for an answer, and by when the first of them is due. */
    record Waiting(long cases, @Nullable LocalDate firstDue) {}

    /** Those that wait, of the college in scope or of all; only those due before {@code before} where it is given. */
    Waiting waiting(@Nullable LocalDate before) {
        return jdbc.sql("""
                select count(*) as cases, min(due_on) as first_due from credential.suspicion
                 where finding is null and (:before::date is null or due_on < :before::date)
                """).param("before", before).query(Waiting.class).single();
    }

    List<Suspicion> listOf(long diplomaId) {
        return jdbc.sql(SELECT + "where s.diploma_id = :id order by s.id")
                .param("id", diplomaId)
                .query(Suspicion.class)
                .list();
    }

    /** Says whether it still waited for an answer. */
    boolean answer(long id, Suspicion.Finding finding, String answer, String by) {
        return jdbc.sql("""
                update credential.suspicion set finding = :finding, answer = :answer, answered_by_name = :by, answered_at = now()
                 where id = :id and finding is null
                """)
                        .param("finding", finding.name())
                        .param("answer", answer)
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }
}
