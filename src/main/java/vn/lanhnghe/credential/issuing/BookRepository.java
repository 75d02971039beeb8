package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.ui.Paging;

@Repository
class BookRepository {

    private static final String SELECT = """
            select b.id, b.institution_id, b.kind, b.year, b.level, b.numbered_by, b.pattern, b.last_line, b.last_number from credential.book b
            """;
    private static final String LINES = """
            select e.id, e.book_id, e.line, e.kind, e.number, e.register_number, e.diploma_id, e.content::text as content, e.decision, e.reason,
                   e.actor_name, e.at
              from credential.entry e
            """;
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BookRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Book> list() {
        return jdbc.sql(SELECT + "order by b.year desc, b.kind desc, b.level, b.institution_id limit 500")
                .query(Book.class)
                .list();
    }

    Optional<Book> find(long id) {
        return jdbc.sql(SELECT + "where b.id = :id")
                .param("id", id)
                .query(Book.class)
                .optional();
    }

    Optional<Book> find(long institutionId, Book.Kind kind, int year, String level) {
        return one("", institutionId, kind, year, level);
    }

    Optional<Book> lock(long institutionId, Book.Kind kind, int year, String level) {
        return one(" for update", institutionId, kind, year, level);
    }

    private Optional<Book> one(String how, long institutionId, Book.Kind kind, int year, String level) {
        return jdbc.sql(SELECT
                        + "where b.institution_id = :institution and b.kind = :kind and b.year = :year and b.level = :level"
                        + how)
                .param("institution", institutionId)
                .param("kind", kind.name())
                .param("year", year)
                .param("level", level)
                .query(Book.class)
                .optional();
    }

    String pattern(String level) {
        return jdbc.sql("select pattern from credential.numbering where level = :level")
                .param("level", level)
                .query(String.class)
                .single();
    }

    void insert(long institutionId, Book.Kind kind, int year, String level, Book.NumberedBy by, String actor) {
        jdbc.sql("""
                insert into credential.book (institution_id, kind, year, level, numbered_by, pattern, opened_by_name)
                values (:institution, :kind, :year, :level, :by, :pattern, :actor) on conflict do nothing
                """)
                .param("institution", institutionId)
                .param("kind", kind.name())
                .param("year", year)
                .param("level", level)
                .param("by", by.name())
                .param("pattern", pattern(level))
                .param("actor", actor)
                .update();
    }

    /** What a line says of a diploma: the columns of the book. */
    private static final String CONTENT = """
            jsonb_strip_nulls(jsonb_build_object('Họ và tên', d.full_name, 'Ngày sinh', to_char(d.birth_date, 'DD/MM/YYYY'), 'Nơi sinh', d.birth_place,
              'Ngành, nghề', d.occupation || ' (' || d.occupation_code || ')', 'Trình độ', d.level, 'Điểm trung bình', d.average::text, 'Xếp loại', d.rank,
              'Quyết định', d.decision_number, 'Ngày quyết định', to_char(d.decided_on, 'DD/MM/YYYY'), 'Số hiệu', d.serial))
            """;

    void write(
            long bookId, Entry.Kind kind, List<Books.Line> lines, @Nullable String decision, @Nullable String reason) {
        jdbc.sql("""
                insert into credential.entry (book_id, institution_id, line, kind, number, register_number, diploma_id, content, decision, reason,
                                              actor_id, actor_name)
                select b.id, b.institution_id, b.last_line + n.position, :kind, n.number, n.register_number, d.id,
                """ + CONTENT + """
                       || n.extra::jsonb, :decision, :reason, :account::bigint, :actor
                  from unnest(:ids::bigint[], :numbers::integer[], :registers::text[], :extras::text[]) with ordinality
                    as n (diploma_id, number, register_number, extra, position)
                  join credential.diploma d on d.id = n.diploma_id
                 cross join (select id, institution_id, last_line from credential.book where id = :book for update) b
                 order by n.position
                """)
                .param("kind", kind.name())
                .param("decision", decision)
                .param("reason", reason)
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .param("ids", lines.stream().map(Books.Line::diplomaId).toArray(Long[]::new))
                .param("numbers", lines.stream().map(Books.Line::number).toArray(Integer[]::new))
                .param(
                        "registers",
                        lines.stream().map(Books.Line::registerNumber).toArray(String[]::new))
                .param(
                        "extras",
                        lines.stream()
                                .map(it -> json.writeValueAsString(it.extra()))
                                .toArray(String[]::new))
                .param("book", bookId)
                .update();
    }

    /** One line a diploma, into the book that each stands in. */
    void annotate(
            Collection<Long> diplomaIds,
            Entry.Kind kind,
            Map<String, String> content,
            @Nullable String decision,
            @Nullable String reason) {
        if (diplomaIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with held as (
                  select b.id, b.last_line from credential.book b
                   where b.id in (select book_id from credential.diploma where id = any(:ids)) order by b.id for update)
                insert into credential.entry (book_id, institution_id, line, kind, register_number, diploma_id, content, decision, reason,
                                              actor_id, actor_name)
                select b.id, d.institution_id, b.last_line + row_number() over (partition by b.id order by d.register_number, d.id), :kind,
                       d.register_number, d.id, :content::jsonb, :decision, :reason, :account::bigint, :actor
                  from credential.diploma d join held b on b.id = d.book_id
                 where d.id = any(:ids)
                """)
                .param("ids", diplomaIds.toArray(Long[]::new))
                .param("kind", kind.name())
                .param("content", json.writeValueAsString(content))
                .param("decision", decision)
                .param("reason", reason)
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .update();
    }

    List<Entry> listOf(long diplomaId) {
        return jdbc.sql(LINES + "where e.diploma_id = :id order by e.id")
                .param("id", diplomaId)
                .query(line())
                .list();
    }

    /** A page of a book's lines, as they follow one another. */
    Paging<Entry> lines(Book book, int page) {
        var rows = jdbc.sql(LINES + "where e.book_id = :book and e.line > :from order by e.line limit :size")
                .param("book", book.id())
                .param("from", Paging.offset(page))
                .param("size", Paging.SIZE)
                .query(line())
                .list();
        return new Paging<>(rows, page, book.lastLine(), Paging.SIZE);
    }

    private static final int NUMBERS_A_PART = 500;

    /** The numbers of a book, five hundred a part, each with what its later lines say. */
    List<BookController.Printed> listPrinted(long bookId, int part) {
        return jdbc.sql("""
                with opened as (
                  select e.* from credential.entry e where e.book_id = :book and e.kind in ('NUMBERED', 'COPIED')
                   order by e.line limit :size offset :from)
                select o.line, o.register_number, o.content ->> 'Họ và tên' as full_name, o.content ->> 'Ngày sinh' as birth_date,
                       coalesce(o.content ->> 'Nơi sinh', '') as birth_place, o.content ->> 'Ngành, nghề' as occupation,
                       o.content ->> 'Xếp loại' as rank,
                       (o.content ->> 'Quyết định') || ' ngày ' || (o.content ->> 'Ngày quyết định') as decision,
                       coalesce((select c.content ->> 'Số hiệu mới' from credential.entry c
                                  where c.diploma_id = o.diploma_id and c.kind = 'BLANK_CHANGED' order by c.id desc limit 1),
                                o.content ->> 'Số hiệu') as serial,
                       coalesce(to_char(case o.kind when 'COPIED' then o.at else d.released_at end at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), '')
                         as issued_on,
                       case o.kind when 'COPIED' then 'sao từ số ' || (o.content ->> 'Số vào sổ gốc') || ', người yêu cầu ' || (o.content ->> 'Người yêu cầu')
                       else concat_ws('; ', 'thay cho ' || (o.content ->> 'Thay cho'), (select string_agg(concat_ws(' ', k.label,
                                 'ngày ' || to_char(c.at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'), 'theo ' || c.decision, '(' || c.reason || ')',
                                 case c.kind when 'COPIED' then 'số ' || c.register_number
                                 else (select string_agg(w.key || ': ' || w.value, ', ' order by w.key) from jsonb_each_text(c.content) w) end),
                                 '; ' order by c.id)
                          from credential.entry c
                          join unnest(:kinds::text[], :labels::text[]) as k (kind, label) on k.kind = c.kind
                         where c.diploma_id = o.diploma_id and c.kind <> 'NUMBERED')) end as notes
                  from opened o join credential.diploma d on d.id = o.diploma_id
                 order by o.line
                """)
                .param("book", bookId)
                .param("size", NUMBERS_A_PART)
                .param("from", (Math.max(1, part) - 1) * NUMBERS_A_PART)
                .param(
                        "kinds",
                        Stream.of(Entry.Kind.values()).map(Entry.Kind::name).toArray(String[]::new))
                .param(
                        "labels",
                        Stream.of(Entry.Kind.values()).map(Entry.Kind::label).toArray(String[]::new))
                .query(BookController.Printed.class)
                .list();
    }

    private RowMapper<Entry> line() {
        return (row, i) -> new Entry(
                row.getLong("id"),
                row.getLong("book_id"),
                row.getInt("line"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getObject("number", Integer.class),
                row.getString("register_number"),
                row.getLong("diploma_id"),
                json.readValue(row.getString("content"), WORDS),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("actor_name"),
                row.getObject("at", java.time.OffsetDateTime.class));
    }

    /** The highest number that a college has given in its own hand: the digits before the first slash. */
    int highestGiven(long bookId) {
        return jdbc.sql("""
                select coalesce(max(substring(register_number from '^\\d{1,9}')::integer), 0) from credential.entry
                 where book_id = :id and kind = 'NUMBERED'
                """).param("id", bookId).query(Integer.class).single();
    }

    /** Numbers between the first and the last given by the college that no line has. */
    List<Integer> listMissing(long bookId) {
        return jdbc.sql("""
                with given as (select distinct substring(register_number from '^\\d{1,9}')::integer as n from credential.entry
                                where book_id = :id and kind = 'NUMBERED' and register_number ~ '^\\d')
                select s from generate_series((select min(n) from given), (select max(n) from given)) s
                 where s not in (select n from given) order by s limit 200
                """).param("id", bookId).query(Integer.class).list();
    }

    void takeOver(long bookId, int last) {
        jdbc.sql("update credential.book set numbered_by = 'SYSTEM', last_number = :last where id = :id")
                .param("id", bookId)
                .param("last", last)
                .update();
    }
}
