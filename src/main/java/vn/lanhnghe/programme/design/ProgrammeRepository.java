package vn.lanhnghe.programme.design;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.shared.Vietnamese;

@Repository
class ProgrammeRepository {

    private static final String SELECT = """
            select v.id, v.programme_id, p.identifier, v.institution_id, i.name as institution, i.slug, p.level, p.ended_on, v.number, v.state, v.name, v.english,
                   v.occupation_on_paper, v.occupation_code, o.name as occupation_name, v.mode, v.method, v.licence_line_id,
                   l.number || ', ' || l.occupation_name as licence, v.licence_note, v.hours, v.credits, v.months, v.admission, v.goal, v.decision_number,
                   v.decision_on, v.made_by_name, v.made_at, v.submitted_on, v.published_at, v.published_by_name, v.checked_at, v.checked_by_name, s.integrated
              from programme.version v
              join programme.programme p on p.id = v.programme_id
              join institution.plate i on i.id = v.institution_id
              left join programme.occupation o on o.code = v.occupation_code
              left join institution.licensed l on l.id = v.licence_line_id
              left join programme.standing s on s.version_id = v.id
            """;
    private static final String MATCHING = """
             where v.id = (select x.id from programme.version x where x.programme_id = v.programme_id and (:state = '' or x.state = :state) order by x.number desc limit 1)
               and (:folded = '' or v.name_folded like '%' || :folded || '%' or v.occupation_code like :folded || '%')
               and (:level = '' or p.level = :level)
               and (cast(:institution as bigint) is null or v.institution_id = :institution)
               and (:integrated = '' or coalesce(s.integrated, false) = (:integrated = 'yes'))
            """;

    private final JdbcClient jdbc;

    ProgrammeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private JdbcClient.StatementSpec matching(String sql, ProgrammeFilter it, @Nullable Long own) {
        return jdbc.sql(sql)
                .param(
                        "folded",
                        Vietnamese.fold(it.q())
                                .replace("\\", "\\\\")
                                .replace("%", "\\%")
                                .replace("_", "\\_"))
                .param("level", it.level())
                .param("state", it.state())
                .param("integrated", it.integrated())
                .param("institution", own == null ? it.institution() : own);
    }

    List<Version> list(ProgrammeFilter filter, @Nullable Long own, int limit, int offset) {
        return matching(
                        SELECT + MATCHING + " order by v.sort_key, i.name, v.id limit :limit offset :offset",
                        filter,
                        own)
                .param("limit", limit)
                .param("offset", offset)
                .query(Version.class)
                .list();
    }

    long count(ProgrammeFilter filter, @Nullable Long own) {
        return matching("select count(*) from (" + SELECT + MATCHING + ") as m", filter, own)
                .query(Long.class)
                .single();
    }

    Optional<Version> find(long version) {
        return jdbc.sql(SELECT + "where v.id = :id")
                .param("id", version)
                .query(Version.class)
                .optional();
    }

    /** The newest first. */
    List<Version> listVersions(long programme) {
        return jdbc.sql(SELECT + "where v.programme_id = :id order by v.number desc")
                .param("id", programme)
                .query(Version.class)
                .list();
    }

    /** The version in force first. A version is named in CASE by what its programme is called and its number, as an identifier of version 3. */
    Optional<Version> findIssued(UUID identifier) {
        return jdbc.sql(SELECT + """
                where v.state in ('PUBLISHED', 'SUPERSEDED') and v.id in (
                  select o.version_id from programme.outcome o where o.identifier = :identifier
                   union select m.version_id from programme.module m where m.identifier = :identifier
                   union select x.id from programme.version x join programme.programme y on y.id = x.programme_id
                          cross join lateral (select md5(y.identifier || ' ' || x.number) as name) n
                   where x.state in ('PUBLISHED', 'SUPERSEDED')
                     and overlay(overlay(n.name placing '3' from 13 for 1)
                           placing to_hex(('x' || substr(n.name, 17, 1))::bit(4)::integer & 3 | 8) from 17 for 1)::uuid = :identifier)
                 order by v.state = 'PUBLISHED' desc, v.number desc limit 1
                """)
                .param("identifier", identifier)
                .query(Version.class)
                .optional();
    }

    /** Keeps others from changing the version until the transaction ends. */
    boolean lock(long version) {
        return jdbc.sql("select id from programme.version where id = :id for update")
                .param("id", version)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Keeps others from adding a version until the transaction ends. */
    void lockAll(long programme) {
        jdbc.sql("select id from programme.programme where id = :id for update")
                .param("id", programme)
                .query(Long.class)
                .single();
    }

    List<Licensed> listLicensed(long institution, LocalDate day) {
        return jdbc.sql("""
                select l.id, l.number, l.occupation_code, l.occupation_name, l.level from institution.licensed l
                 where l.institution_id = :institution and l.valid_from <= :day and (l.valid_to is null or l.valid_to >= :day) order by l.level, l.occupation_name, l.id
                """)
                .param("institution", institution)
                .param("day", day)
                .query(Licensed.class)
                .list();
    }

    long open(long institution, String level) {
        return jdbc.sql(
                        "insert into programme.programme (institution_id, level) values (:institution, :level) returning id")
                .param("institution", institution)
                .param("level", level)
                .query(Long.class)
                .single();
    }

    long insert(long programme, long institution, ProgrammeForm it, String by) {
        return write(jdbc.sql("""
                insert into programme.version (programme_id, institution_id, number, name, english, name_folded, sort_key, occupation_on_paper, occupation_code, mode, method,
                       licence_line_id, licence_note, hours, credits, months, admission, goal, made_by_name)
                values (:programme, :institution, 1, :name, :english, :folded, :sortKey, :onPaper, :occupation, :mode, :method,
                       :licence, :licenceNote, :hours, :credits, :months, :admission, :goal, :by) returning id
                """), it)
                .param("programme", programme)
                .param("institution", institution)
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void update(long version, ProgrammeForm it) {
        write(jdbc.sql("""
                update programme.version set name = :name, english = :english, name_folded = :folded, sort_key = :sortKey, occupation_on_paper = :onPaper,
                       occupation_code = :occupation, mode = :mode, method = :method, licence_line_id = :licence, licence_note = :licenceNote, hours = :hours,
                       credits = :credits, months = :months, admission = :admission, goal = :goal
                 where id = :id
                """), it).param("id", version).update();
    }

    private static JdbcClient.StatementSpec write(JdbcClient.StatementSpec sql, ProgrammeForm it) {
        return sql.param("name", it.name())
                .param("english", it.english())
                .param("folded", Vietnamese.fold(it.name()))
                .param("sortKey", Vietnamese.wordKey(it.name()))
                .param("onPaper", it.occupationOnPaper())
                .param("occupation", it.occupationCode().isEmpty() ? null : it.occupationCode())
                .param("mode", Objects.requireNonNull(it.mode()).name())
                .param("method", Objects.requireNonNull(it.method()).name())
                .param("licence", it.licenceLineId())
                .param("licenceNote", it.licenceNote())
                .param("hours", it.hours())
                .param("credits", it.credits())
                .param("months", it.months())
                .param("admission", it.admission())
                .param("goal", it.goal());
    }

    /** A draft with all that is in the version, statements and modules under the identifiers they have. */
    long copy(long version, String by) {
        var draft = jdbc.sql("""
                insert into programme.version (programme_id, institution_id, number, name, english, name_folded, sort_key, occupation_on_paper, occupation_code, mode, method,
                       licence_line_id, licence_note, hours, credits, months, admission, goal, copied_from, made_by_name)
                select v.programme_id, v.institution_id, (select max(x.number) + 1 from programme.version x where x.programme_id = v.programme_id), v.name, v.english,
                       v.name_folded, v.sort_key, v.occupation_on_paper, v.occupation_code, v.mode, v.method, v.licence_line_id, v.licence_note, v.hours, v.credits,
                       v.months, v.admission, v.goal, v.id, :by
                  from programme.version v where v.id = :version returning id
                """)
                .param("version", version)
                .param("by", by)
                .query(Long.class)
                .single();
        for (var sql : List.of("""
                insert into programme.module (version_id, institution_id, identifier, code, name, credits, theory, practice, exam, own_hours, material, platform, software, textbook,
                       textbook_paper, place)
                select :draft, m.institution_id, m.identifier, m.code, m.name, m.credits, m.theory, m.practice, m.exam, m.own_hours, m.material, m.platform, m.software, m.textbook,
                       m.textbook_paper, m.place
                  from programme.module m where m.version_id = :version
                """, """
                insert into programme.outcome (version_id, institution_id, identifier, code, kind, statement, hours, place)
                select :draft, o.institution_id, o.identifier, o.code, o.kind, o.statement, o.hours, o.place from programme.outcome o where o.version_id = :version
                """, """
                update programme.outcome n set parent_id = np.id
                  from programme.outcome o join programme.outcome op on op.id = o.parent_id join programme.outcome np on np.version_id = :draft and np.identifier = op.identifier
                 where n.version_id = :draft and o.version_id = :version and o.identifier = n.identifier
                """, """
                insert into programme.teaching (version_id, institution_id, outcome_id, module_id, teaches, assesses)
                select :draft, t.institution_id, no.id, nm.id, t.teaches, t.assesses
                  from programme.teaching t join programme.outcome o on o.id = t.outcome_id join programme.module m on m.id = t.module_id
                  join programme.outcome no on no.version_id = :draft and no.identifier = o.identifier
                  join programme.module nm on nm.version_id = :draft and nm.identifier = m.identifier
                 where t.version_id = :version
                """, """
                insert into programme.alignment (version_id, institution_id, outcome_id, framework_id, item_id, relation, level_code)
                select :draft, a.institution_id, n.id, a.framework_id, a.item_id, a.relation, a.level_code
                  from programme.alignment a join programme.outcome o on o.id = a.outcome_id
                  join programme.outcome n on n.version_id = :draft and n.identifier = o.identifier
                 where a.version_id = :version
                """)) {
            jdbc.sql(sql).param("draft", draft).param("version", version).update();
        }
        return draft;
    }

    /** Has an employer answered about the version? */
    boolean hasAnswers(long version) {
        return jdbc.sql(
                        "select exists (select from programme.inquiry where version_id = :id and answered_at is not null)")
                .param("id", version)
                .query(Boolean.class)
                .single();
    }

    /** Has a council met about the version? */
    boolean hasMinutes(long version) {
        return jdbc.sql("select exists (select from programme.minutes where version_id = :id)")
                .param("id", version)
                .query(Boolean.class)
                .single();
    }

    /** A draft that never was more; the programme with it when there is nothing else of it. */
    void remove(long version, long programme) {
        jdbc.sql("delete from programme.version where id = :id")
                .param("id", version)
                .update();
        jdbc.sql("""
                delete from programme.programme where id = :id and not exists (select from programme.version v where v.programme_id = :id)
                """).param("id", programme).update();
    }

    void end(long programme, LocalDate day) {
        jdbc.sql("update programme.programme set ended_on = :day where id = :id")
                .param("id", programme)
                .param("day", day)
                .update();
    }

    Total total(long version) {
        return jdbc.sql("""
                select count(*) as modules, (select count(*) from programme.outcome o where o.version_id = :id) as outcomes,
                       coalesce(sum(m.theory + m.practice + m.exam), 0) as hours, coalesce(sum(m.credits), 0) as credits, coalesce(sum(m.own_hours), 0) as own,
                       count(*) filter (where m.material and m.platform and m.software) as online
                  from programme.module m where m.version_id = :id
                """).param("id", version).query(Total.class).single();
    }
}
