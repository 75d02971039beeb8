package vn.lanhnghe.credential.issuing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.ui.Paging;

@Repository
class BlankRepository {

    private final JdbcClient jdbc;

    BlankRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insertLot(long institutionId, NewLot lot, Blanks.Serial first, long last) {
        return jdbc.sql("""
                insert into credential.blank_lot (institution_id, level, medium, prefix, first_number, last_number, digits, minutes, received_on,
                                                  recorded_by_name)
                values (:institution, :level, :medium, :prefix, :first, :last, :digits, :minutes, :on, :by) returning id
                """)
                .param("institution", institutionId)
                .param("level", Objects.requireNonNull(lot.level()).name())
                .param("medium", Objects.requireNonNull(lot.medium()).name())
                .param("prefix", first.prefix())
                .param("first", first.number())
                .param("last", last)
                .param("digits", first.digits())
                .param("minutes", lot.minutes())
                .param("on", lot.receivedOn())
                .param("by", Scope.current().actor())
                .query(Long.class)
                .single();
    }

    void insertForms(long lotId) {
        jdbc.sql("""
                insert into credential.blank (institution_id, serial, lot_id, ordinal)
                select l.institution_id, l.prefix || lpad(n::text, l.digits, '0'), l.id, n
                  from credential.blank_lot l, generate_series(l.first_number, l.last_number) n where l.id = :lot
                """).param("lot", lotId).update();
    }

    /** The whole lot as one movement. */
    void move(long institutionId, long lotId, Move.Act act, @Nullable String minutes, @Nullable String reason) {
        jdbc.sql("""
                insert into credential.blank_move (institution_id, level, lot_id, act, first_serial, last_serial, count, minutes, reason, actor_id, actor_name, at)
                select institution_id, level, id, :act, prefix || lpad(first_number::text, digits, '0'), prefix || lpad(last_number::text, digits, '0'),
                       last_number - first_number + 1, :minutes, :reason, :account::bigint, :actor, clock_timestamp()
                  from credential.blank_lot where id = :lot and institution_id = :institution
                """)
                .param("act", act.name())
                .param("minutes", minutes)
                .param("reason", reason)
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .param("lot", lotId)
                .param("institution", institutionId)
                .update();
    }

    /** The serials of a range that are in a state, in order; held until the transaction ends. */
    List<String> lock(long institutionId, Blanks.Serial first, long last, String state) {
        return jdbc.sql("""
                select b.serial from credential.blank b join credential.blank_lot l on l.id = b.lot_id
                 where l.institution_id = :institution and l.prefix = :prefix and l.digits = :digits and b.ordinal between :first and :last
                   and b.state = :state
                 order by b.ordinal for update of b
                """)
                .param("institution", institutionId)
                .param("prefix", first.prefix())
                .param("digits", first.digits())
                .param("first", first.number())
                .param("last", last)
                .param("state", state)
                .query(String.class)
                .list();
    }

    /** Moves forms to where the act leads, and writes each unbroken run of serials into the ledger. */
    void change(
            long institutionId,
            Collection<String> serials,
            Move.Act act,
            @Nullable String minutes,
            @Nullable String reason) {
        if (serials.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with changed as (
                  update credential.blank set state = :state, changed_at = now(),
                         diploma_id = case when :state = 'ISSUED' then diploma_id end
                   where institution_id = :institution and serial = any(:serials) returning lot_id, ordinal, serial),
                island as (
                  select lot_id, ordinal - row_number() over (partition by lot_id order by ordinal) as run, ordinal, serial from changed)
                insert into credential.blank_move (institution_id, level, lot_id, act, first_serial, last_serial, count, minutes, reason, actor_id, actor_name, at)
                select :institution, l.level, l.id, :act, (array_agg(i.serial order by i.ordinal))[1], (array_agg(i.serial order by i.ordinal desc))[1],
                       count(*), :minutes, :reason, :account::bigint, :actor, clock_timestamp()
                  from island i join credential.blank_lot l on l.id = i.lot_id group by l.level, l.id, i.run order by l.id, min(i.ordinal)
                """)
                .param("state", act.state())
                .param("institution", institutionId)
                .param("serials", serials.toArray(String[]::new))
                .param("act", act.name())
                .param("minutes", minutes)
                .param("reason", reason)
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .update();
    }

    List<Level> listLevels(long institutionId) {
        return jdbc.sql(
                        "select distinct level from credential.blank_lot where institution_id = :institution order by 1")
                .param("institution", institutionId)
                .query(Level.class)
                .list();
    }

    /** One person at a time writes a college's ledger, so that no movement falls between two periods. */
    void hold(long institutionId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('credential.blank', :institution))")
                .param("institution", institutionId)
                .query((row, i) -> i)
                .list();
    }

    Stock stock(long institutionId, Level level) {
        return jdbc.sql("""
                with last as (
                  select closed_at, closing from credential.blank_period where institution_id = :institution and level = :level
                   order by closed_at desc, id desc limit 1),
                moved as (
                  select coalesce(sum(count) filter (where act = 'RECEIVED'), 0) as received, coalesce(sum(count) filter (where act = 'ISSUED'), 0) as issued,
                         coalesce(sum(count) filter (where act = 'SPOILED'), 0) as spoiled, coalesce(sum(count) filter (where act = 'CANCELLED'), 0) as cancelled,
                         coalesce(sum(case act when 'LOST' then count when 'FOUND' then -count else 0 end), 0) as lost
                    from credential.blank_move
                   where institution_id = :institution and level = :level and at > coalesce((select closed_at from last), '-infinity')),
                forms as (
                  select count(*) filter (where b.state = 'IN_STOCK') as free, count(*) filter (where b.state in ('RESERVED', 'PRINTED')) as held
                    from credential.blank_lot l join credential.blank b on b.lot_id = l.id and b.state in ('IN_STOCK', 'RESERVED', 'PRINTED')
                   where l.institution_id = :institution and l.level = :level)
                select :level as level, (select closed_at from last) as since, coalesce((select closing from last), 0) as opening, m.received, m.issued,
                       m.spoiled, m.cancelled, m.lost, f.free, f.held
                  from moved m cross join forms f
                """)
                .param("institution", institutionId)
                .param("level", level.name())
                .query(Stock.class)
                .single();
    }

    void insertPeriod(long institutionId, Stock stock, int counted, String minutes) {
        jdbc.sql("""
                insert into credential.blank_period (institution_id, level, closed_at, opening, received, issued, spoiled, cancelled, lost, closing,
                                                     counted, minutes, closed_by_name)
                values (:institution, :level, clock_timestamp(), :opening, :received, :issued, :spoiled, :cancelled, :lost, :closing, :counted,
                        :minutes, :by)
                """)
                .param("institution", institutionId)
                .param("level", stock.level().name())
                .param("opening", stock.opening())
                .param("received", stock.received())
                .param("issued", stock.issued())
                .param("spoiled", stock.spoiled())
                .param("cancelled", stock.cancelled())
                .param("lost", stock.lost())
                .param("closing", stock.closing())
                .param("counted", counted)
                .param("minutes", minutes)
                .param("by", Scope.current().actor())
                .update();
    }

    List<String> next(long institutionId, Level level, Medium medium, int count, boolean hold) {
        return jdbc.sql("""
                select b.serial from credential.blank_lot l join credential.blank b on b.lot_id = l.id
                 where l.institution_id = :institution and l.level = :level and l.medium = :medium and b.state = 'IN_STOCK'
                 order by l.received_on, l.id, b.ordinal limit :count
                """ + (hold ? " for update of b" : ""))
                .param("institution", institutionId)
                .param("level", level.name())
                .param("medium", medium.name())
                .param("count", count)
                .query(String.class)
                .list();
    }

    List<String> free(long institutionId, Level level, Collection<String> serials, boolean hold) {
        return jdbc.sql("""
                select b.serial from credential.blank b join credential.blank_lot l on l.id = b.lot_id
                 where b.institution_id = :institution and l.level = :level and b.serial = any(:serials) and b.state = 'IN_STOCK' order by b.serial
                """ + (hold ? " for update of b" : ""))
                .param("institution", institutionId)
                .param("level", level.name())
                .param("serials", serials.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void reserve(long institutionId, List<String> serials, List<Long> diplomaIds) {
        jdbc.sql("""
                update credential.blank b set state = case when d.printed_at is null then 'RESERVED' else 'PRINTED' end, diploma_id = d.id, changed_at = now()
                  from unnest(:serials::text[], :ids::bigint[]) as n (serial, diploma_id) join credential.diploma d on d.id = n.diploma_id
                 where b.institution_id = :institution and b.serial = n.serial and b.state = 'IN_STOCK'
                """)
                .param("institution", institutionId)
                .param("serials", serials.toArray(String[]::new))
                .param("ids", diplomaIds.toArray(Long[]::new))
                .update();
    }

    void printed(Collection<Long> diplomaIds) {
        jdbc.sql(
                        "update credential.blank set state = 'PRINTED', changed_at = now() where diploma_id = any(:ids) and state = 'RESERVED'")
                .param("ids", diplomaIds.toArray(Long[]::new))
                .update();
    }

    List<String> lockHeld(Collection<Long> diplomaIds) {
        return jdbc.sql("""
                select serial from credential.blank where diploma_id = any(:ids) and state in ('RESERVED', 'PRINTED') order by serial for update
                """)
                .param("ids", diplomaIds.toArray(Long[]::new))
                .query(String.class)
                .list();
    }

    void giveBack(long institutionId, String serial) {
        jdbc.sql("""
                update credential.blank set state = 'IN_STOCK', diploma_id = null, changed_at = now()
                 where institution_id = :institution and serial = :serial and state = 'RESERVED'
                """)
                .param("institution", institutionId)
                .param("serial", serial)
                .update();
    }

    private static final String LOTS = """
            select l.id, l.institution_id, l.level, l.medium, l.prefix || lpad(l.first_number::text, l.digits, '0') as first,
                   l.prefix || lpad(l.last_number::text, l.digits, '0') as last, l.minutes, l.received_on, l.recorded_by_name,
                   n.forms, n.in_stock, n.held, n.issued, n.spoiled, n.cancelled, n.lost
              from credential.blank_lot l cross join lateral (
                select count(*) as forms, count(*) filter (where state = 'IN_STOCK') as in_stock,
                       count(*) filter (where state in ('RESERVED', 'PRINTED')) as held, count(*) filter (where state = 'ISSUED') as issued,
                       count(*) filter (where state = 'SPOILED') as spoiled, count(*) filter (where state = 'CANCELLED') as cancelled,
                       count(*) filter (where state = 'LOST') as lost
                  from credential.blank b where b.lot_id = l.id) n
            """;

    Paging<Lot> lots(int page) {
        var rows = jdbc.sql(LOTS + "order by l.received_on desc, l.id desc limit :size offset :offset")
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Lot.class)
                .list();
        return new Paging<>(
                rows,
                page,
                jdbc.sql("select count(*) from credential.blank_lot")
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    Paging<Move> moves(int page) {
        var rows = jdbc.sql("""
                select m.id, m.level, m.act, m.first_serial, m.last_serial, m.count, m.minutes, m.reason, m.actor_name, m.at
                  from credential.blank_move m order by m.at desc, m.id desc limit :size offset :offset
                """)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Move.class)
                .list();
        return new Paging<>(
                rows,
                page,
                jdbc.sql("select count(*) from credential.blank_move")
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    /** A closed period. */
    record Period(
            Level level,
            java.time.OffsetDateTime closedAt,
            long opening,
            long received,
            long issued,
            long spoiled,
            long cancelled,
            long lost,
            long closing,
            String minutes,
            String closedByName) {}

    List<Period> listPeriods() {
        return jdbc.sql("""
                select level, closed_at, opening, received, issued, spoiled, cancelled, lost, closing, minutes, closed_by_name
                  from credential.blank_period order by closed_at desc limit 60
                """).query(Period.class).list();
    }

    /** One form, and what became of it. */
    record Form(
            String serial,
            Level level,
            Medium medium,
            String state,
            @Nullable Long diplomaId,
            @Nullable String fullName) {
        public String label() {
            return switch (state) {
                case "IN_STOCK" -> "trong kho";
                case "RESERVED" -> "giữ cho văn bằng";
                case "PRINTED" -> "đã in";
                case "ISSUED" -> "đã cấp";
                case "SPOILED" -> "hỏng";
                case "CANCELLED" -> "đã huỷ";
                default -> "mất";
            };
        }
    }

    List<Form> find(String serial) {
        return jdbc.sql("""
                select b.serial, l.level, l.medium, b.state, b.diploma_id, d.full_name
                  from credential.blank b join credential.blank_lot l on l.id = b.lot_id left join credential.diploma d on d.id = b.diploma_id
                 where b.serial = :serial limit 20
                """).param("serial", serial).query(Form.class).list();
    }
}
