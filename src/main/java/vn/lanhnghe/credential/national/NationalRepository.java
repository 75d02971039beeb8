package vn.lanhnghe.credential.national;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.ui.Paging;

@Repository
class NationalRepository {

    private final JdbcClient jdbc;

    NationalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NationalField> listFields(LocalDate on) {
        return jdbc.sql("""
                select f.name, f.label, f.fact, f.required, f.longest, f.provisional, c.label as clause
                  from credential.national_field f join law.reference c on c.clause_code = f.clause_code
                 where f.valid_from <= :on and (f.valid_to is null or f.valid_to >= :on) order by f.place
                """).param("on", on).query(NationalField.class).list();
    }

    /** The college's diplomas released in these days that have not gone yet, and all that were sent back. */
    List<Diploma> listToSend(long institutionId, LocalDate from, LocalDate to, int most) {
        return jdbc.sql("select " + Diploma.COLUMNS + """
                  from credential.diploma d
                 where d.institution_id = :own and d.released_at is not null
                   and (d.released_at >= :from and d.released_at < :to + 1
                        or exists (select from credential.national_line r where r.diploma_id = d.id and r.rejected is not null))
                   and not exists (select from credential.national_line s where s.diploma_id = d.id and s.rejected is null)
                 order by d.id limit :most
                """)
                .param("own", institutionId)
                .param("from", from)
                .param("to", to)
                .param("most", most)
                .query(Diploma.class)
                .list();
    }

    long insert(long institutionId, LocalDate from, LocalDate to, String by, Collection<Long> diplomas) {
        var id = jdbc.sql("""
                insert into credential.national_package (institution_id, released_from, released_to, made_by_name)
                values (:own, :from, :to, :by) returning id
                """)
                .param("own", institutionId)
                .param("from", from)
                .param("to", to)
                .param("by", by)
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into credential.national_line (package_id, diploma_id, institution_id) select :id, it, :own from unnest(:ids::bigint[]) as it
                """)
                .param("id", id)
                .param("own", institutionId)
                .param("ids", diplomas.toArray(Long[]::new))
                .update();
        return id;
    }

    /** A package with how many diplomas went in it and how many of them came back. */
    public record Sent(
            long id,
            long institutionId,
            LocalDate releasedFrom,
            LocalDate releasedTo,
            String madeByName,
            OffsetDateTime madeAt,
            long diplomas,
            long rejected) {}

    private static final String SENT = """
            select p.id, p.institution_id, p.released_from, p.released_to, p.made_by_name, p.made_at, count(l.diploma_id) as diplomas,
                   count(l.rejected) as rejected
              from credential.national_package p left join credential.national_line l on l.package_id = p.id
            """;

    Paging<Sent> list(int page) {
        var rows = jdbc.sql(SENT + "group by p.id order by p.id desc limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Sent.class)
                .list();
        return new Paging<>(
                rows,
                page,
                jdbc.sql("select count(*) from credential.national_package")
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    Optional<Sent> find(long id) {
        return jdbc.sql(SENT + "where p.id = :id group by p.id")
                .param("id", id)
                .query(Sent.class)
                .optional();
    }

    List<Diploma> listDiplomas(long packageId) {
        return jdbc.sql("select " + Diploma.COLUMNS + """
                  from credential.diploma d join credential.national_line l on l.diploma_id = d.id where l.package_id = :id order by d.id
                """)
                .param("id", packageId)
                .query(Diploma.class)
                .list();
    }

    /** A diploma that came back. */
    public record Rejected(
            long diplomaId, String fullName, @Nullable String serial, String reason) {}

    List<Rejected> listRejected(long packageId) {
        return jdbc.sql("""
                select d.id as diploma_id, d.full_name, d.serial, l.rejected as reason
                  from credential.national_line l join credential.diploma d on d.id = l.diploma_id
                 where l.package_id = :id and l.rejected is not null order by d.id
                """).param("id", packageId).query(Rejected.class).list();
    }

    /** Marks lines of a package as sent back, by code of the diploma; answers with the codes that are in it. */
    List<String> reject(long packageId, List<String> codes, List<String> reasons) {
        return jdbc.sql("""
                update credential.national_line l set rejected = n.reason, rejected_at = now()
                  from unnest(:codes::text[], :reasons::text[]) as n (code, reason) join credential.diploma d on d.code = n.code
                 where l.package_id = :id and l.diploma_id = d.id
                returning d.code
                """)
                .param("id", packageId)
                .param("codes", codes.toArray(String[]::new))
                .param("reasons", reasons.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
