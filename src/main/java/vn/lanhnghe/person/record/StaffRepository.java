package vn.lanhnghe.person.record;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

/** Finds people by what they are to a college on a day. */
@Repository
class StaffRepository {

    /** What of all people is asked for; empty means all. {@code state} empty: those who are employed. */
    record Filter(
            String q,
            @Nullable Long institution,
            String department,
            String post,
            String title,
            String contract,
            String state,
            @Nullable Long batch) {

        /** The address of this list without its page number. */
        String address(String path) {
            return path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)
                    + (institution == null ? "" : "&institution=" + institution)
                    + (department.isEmpty()
                            ? ""
                            : "&department=" + URLEncoder.encode(department, StandardCharsets.UTF_8))
                    + word("post", post)
                    + word("title", title)
                    + word("contract", contract)
                    + word("state", state)
                    + (batch == null ? "" : "&batch=" + batch);
        }

        private static String word(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    /** A person as the list shows them: the spell that fits the filter, the present and principal one first. */
    record Line(
            long id,
            String staffNumber,
            String fullName,
            @Nullable LocalDate birthDate,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String degree,
            long institutionId,
            String institution,
            String department,
            String title,
            String contract,
            int percent,
            boolean principal,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            boolean away) {

        public String state(LocalDate day) {
            return startsOn.isAfter(day)
                    ? "SOON"
                    : endsOn != null && endsOn.isBefore(day) ? "LEFT" : away ? "ON_LEAVE" : "WORKING";
        }
    }

    private static final String CURRENT = "s.starts_on <= :day and (s.ends_on is null or s.ends_on >= :day)";
    private static final String AWAY =
            "s.id in (select l.spell_id from person.leave l where l.starts_on <= :day and (l.ends_on is null or l.ends_on >= :day))";

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conditions on a spell that the filter sets; every parameter is bound. */
    private static String spells(Filter filter) {
        var where = new StringBuilder(within(filter));
        if (!filter.q().isBlank()) {
            where.append(
                    number(filter)
                            ? " and s.person_id in (select p.id from person.person p where p.staff_number = :number union all select a.person_id from person.alias a where a.staff_number = :number)"
                            : " and s.person_id in (select p.id from person.person p where p.name_folded like :like)");
        }
        if (!filter.department().isEmpty()) {
            where.append(" and s.department = :department");
        }
        if (!filter.title().isEmpty()) {
            where.append(" and s.title_code = :title");
        }
        if (!filter.post().isEmpty()) {
            where.append(" and s.title_code in (select t.code from person.title t where t.post = :post)");
        }
        if (!filter.contract().isEmpty()) {
            where.append(" and s.contract = :contract");
        }
        if (filter.batch() != null) {
            where.append(" and (s.batch_id = :batch or s.last_batch_id = :batch)");
        }
        where.append(
                switch (filter.state()) {
                    case "ALL" -> "";
                    case "WORKING" -> " and " + CURRENT + " and not " + AWAY;
                    case "ON_LEAVE" -> " and " + CURRENT + " and " + AWAY;
                    case "LEFT" -> " and s.ends_on < :day";
                    default -> filter.batch() == null ? " and " + CURRENT : "";
                });
        return where.toString();
    }

    /** The spells among which is looked: a college's, or all that the reader sees. A merged record has none. */
    private static String within(Filter filter) {
        return filter.institution() == null ? "true" : "s.institution_id = :institution";
    }

    /** Who has left is told by all spells of theirs: one that fits, and none that goes on. */
    private static boolean left(Filter filter) {
        return filter.state().equals("LEFT");
    }

    private static String gone(Filter filter) {
        return "bool_or(" + spells(filter) + ") and bool_and(coalesce(s.ends_on < :day, false))";
    }

    private static boolean number(Filter filter) {
        return filter.q().strip().toUpperCase(Locale.ROOT).matches("NG\\d+");
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Filter filter, LocalDate day) {
        return statement
                .param("day", day)
                .param("institution", filter.institution(), Types.BIGINT)
                .param("department", filter.department())
                .param("title", filter.title())
                .param("post", filter.post())
                .param("contract", filter.contract())
                .param("batch", filter.batch(), Types.BIGINT)
                .param("number", filter.q().strip().toUpperCase(Locale.ROOT))
                .param("like", "%" + Vietnamese.fold(filter.q()).replaceAll("[%_\\\\]", "\\\\$0") + "%");
    }

    /** How many fit, and how many the college, or the reader's part of the register, has had at all. */
    record Counts(long shown, long whole) {}

    Counts count(Filter filter, LocalDate day) {
        var sql = left(filter)
                ? "select count(*) filter (where c.gone) as shown, count(*) as whole from (select %s as gone from person.spell s where %s group by s.person_id) c"
                        .formatted(gone(filter), within(filter))
                : filter.q().isBlank()
                        ? "select count(distinct s.person_id) filter (where %s) as shown, count(distinct s.person_id) as whole from person.spell s where %s"
                                .formatted(spells(filter), within(filter))
                        : "select (select count(distinct s.person_id) from person.spell s where %s) as shown, (select count(distinct s.person_id) from person.spell s where %s) as whole"
                                .formatted(spells(filter), within(filter));
        return bind(jdbc.sql(sql), filter, day).query(Counts.class).single();
    }

    Paging<Line> list(Filter filter, int page, long total, LocalDate day) {
        return Paging.of(total, page, shown -> lines(filter, day, Paging.SIZE, Paging.offset(shown)));
    }

    List<Line> listAll(Filter filter, LocalDate day, int most) {
        return lines(filter, day, most, 0);
    }

    /** The people of the page first, in the order of an index; their spells then, one look-up each. */
    private List<Line> lines(Filter filter, LocalDate day, int size, int offset) {
        var sql = """
                with shown as materialized (
                  select s.sort_key, s.person_id from person.spell s where %s group by s.sort_key, s.person_id %s
                   order by s.sort_key, s.person_id limit :size offset :offset)
                select p.id, p.staff_number, p.full_name, p.birth_date, p.phone, p.email, p.degree, s.institution_id, i.name as institution,
                       s.department, t.label as title, s.contract, s.percent, s.principal, s.starts_on, s.ends_on, s.away
                  from shown h join person.person p on p.id = h.person_id
                  cross join lateral (
                    select s.*, %s as away from person.spell s where s.person_id = h.person_id and %s
                     order by (%s) desc, s.principal desc, s.starts_on desc, s.id desc limit 1) s
                  join person.title t on t.code = s.title_code
                  join institution.plate i on i.id = s.institution_id
                 order by h.sort_key, h.person_id
                """.formatted(
                        left(filter) ? within(filter) : spells(filter),
                        left(filter) ? "having " + gone(filter) : "",
                        AWAY,
                        spells(filter),
                        CURRENT);
        return bind(jdbc.sql(sql), filter, day)
                .param("size", size)
                .param("offset", offset)
                .query(Line.class)
                .list();
    }

    List<String> listDepartments(long institution) {
        return jdbc.sql(
                        "select distinct department from person.spell where institution_id = :institution and department <> '' order by 1")
                .param("institution", institution)
                .query(String.class)
                .list();
    }
}
