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
            "exists (select from person.leave l where l.spell_id = s.id and l.starts_on <= :day and (l.ends_on is null or l.ends_on >= :day))";

    private final JdbcClient jdbc;

    StaffRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The conditions on a spell that the filter sets; every parameter is bound. */
    private static String spells(Filter filter) {
        var where = new StringBuilder("true");
        if (filter.institution() != null) {
            where.append(" and s.institution_id = :institution");
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

    private static String people(Filter filter) {
        var where = new StringBuilder("p.merged_into is null");
        if (!filter.q().isBlank()) {
            where.append(
                    number(filter)
                            ? " and (p.staff_number = :number or p.id = (select a.person_id from person.alias a where a.staff_number = :number))"
                            : " and p.name_folded like :like");
        }
        where.append(" and exists (select from person.spell s where s.person_id = p.id and " + spells(filter) + ")");
        if (filter.state().equals("LEFT")) {
            where.append(" and not exists (select from person.spell o where o.person_id = p.id"
                    + (filter.institution() == null ? "" : " and o.institution_id = :institution")
                    + " and (o.ends_on is null or o.ends_on >= :day))");
        }
        return where.toString();
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
                .param("like", "%" + Vietnamese.fold(filter.q()).replaceAll("[%_\\\\]", "") + "%");
    }

    Paging<Line> list(Filter filter, int page, LocalDate day) {
        // whom no word and no missing spell is asked of are counted by their spells alone; a merged record has none
        var counted = filter.q().isBlank() && !filter.state().equals("LEFT")
                ? "select count(*) from (select s.person_id from person.spell s where " + spells(filter)
                        + " group by s.person_id) c"
                : "select count(*) from person.person p where " + people(filter);
        var total = bind(jdbc.sql(counted), filter, day).query(Long.class).single();
        var last = (int) Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE);
        var shown = Math.clamp(page, 1, last);
        return new Paging<>(lines(filter, day, Paging.SIZE, Paging.offset(shown)), shown, total, Paging.SIZE);
    }

    List<Line> listAll(Filter filter, LocalDate day, int most) {
        return lines(filter, day, most, 0);
    }

    /** The people of the page first, in the order of an index; their spells then, one look-up each. */
    private List<Line> lines(Filter filter, LocalDate day, int size, int offset) {
        var sql = """
                with shown as materialized (
                  select p.id, p.sort_key from person.person p where %s order by p.sort_key, p.id limit :size offset :offset)
                select p.id, p.staff_number, p.full_name, p.birth_date, p.phone, p.email, p.degree, s.institution_id, i.name as institution,
                       s.department, t.label as title, s.contract, s.percent, s.principal, s.starts_on, s.ends_on, s.away
                  from shown h join person.person p on p.id = h.id
                  cross join lateral (
                    select s.*, %s as away from person.spell s where s.person_id = p.id and %s
                     order by (%s) desc, s.principal desc, s.starts_on desc, s.id desc limit 1) s
                  join person.title t on t.code = s.title_code
                  join institution.plate i on i.id = s.institution_id
                 order by h.sort_key, h.id
                """.formatted(people(filter), AWAY, spells(filter), CURRENT);
        return bind(jdbc.sql(sql), filter, day)
                .param("size", size)
                .param("offset", offset)
                .query(Line.class)
                .list();
    }

    /** How many people the reader's part of the register holds, whatever they are today. */
    long count(@Nullable Long institution) {
        return institution == null
                ? jdbc.sql("select count(*) from person.person where merged_into is null")
                        .query(Long.class)
                        .single()
                : jdbc.sql("select count(distinct person_id) from person.spell where institution_id = :institution")
                        .param("institution", institution)
                        .query(Long.class)
                        .single();
    }

    List<String> listDepartments(long institution) {
        return jdbc.sql(
                        "select distinct department from person.spell where institution_id = :institution and department <> '' order by 1")
                .param("institution", institution)
                .query(String.class)
                .list();
    }
}
