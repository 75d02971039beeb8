package vn.lanhnghe.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which messages users meet most, by kind of sheet, column and college: what misleads people is mended at its source. */
@Repository
class FaultCounts {

    /** One message: how many cells met it, in how many files of how many colleges. */
    record Count(String sheetKind, String header, FaultKind fault, long cells, long files, long colleges) {}

    /** The same by college; institution 0 is the department itself. */
    record OfCollege(long institutionId, long files, long cells) {}

    private record Key(String header, FaultKind kind) {}

    private final JdbcClient jdbc;

    FaultCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts the faults of a file as it came; a later check of the same file counts nothing. */
    void count(Batch batch, SheetKind kind, List<Fault> faults) {
        Map<Key, Long> counted = faults.stream()
                .collect(Collectors.groupingBy(it -> new Key(it.column().header(), it.kind()), Collectors.counting()));
        if (counted.isEmpty()) {
            return;
        }
        var rows = List.copyOf(counted.entrySet());
        jdbc.sql("""
                insert into intake.fault_count (batch_id, institution_id, site_id, sheet_kind, header, fault, cells)
                select :batch, :institution, :site::bigint, :kind, f.header, f.fault, f.cells
                  from unnest(:headers::text[], :faults::text[], :cells::integer[]) as f (header, fault, cells)
                on conflict do nothing
                """)
                .param("batch", batch.id())
                .param("institution", batch.institutionId())
                .param("site", batch.siteId())
                .param("kind", kind.code())
                .param("headers", rows.stream().map(it -> it.getKey().header()).toArray(String[]::new))
                .param(
                        "faults",
                        rows.stream().map(it -> it.getKey().kind().name()).toArray(String[]::new))
                .param(
                        "cells",
                        rows.stream().map(it -> it.getValue().intValue()).toArray(Integer[]::new))
                .update();
    }

    List<Count> list(LocalDate since, @Nullable Long institution) {
        return jdbc.sql("""
                select sheet_kind, header, fault, sum(cells) as cells, count(distinct batch_id) as files,
                       count(distinct institution_id) as colleges
                  from intake.fault_count
                 where counted_at >= :since and (:institution::bigint is null or institution_id = :institution::bigint)
                 group by sheet_kind, header, fault order by files desc, cells desc, header limit 100
                """)
                .param("since", since)
                .param("institution", institution)
                .query(Count.class)
                .list();
    }

    List<OfCollege> listColleges(LocalDate since) {
        return jdbc.sql("""
                select institution_id, count(distinct batch_id) as files, sum(cells) as cells
                  from intake.fault_count where counted_at >= :since
                 group by institution_id order by cells desc limit 100
                """).param("since", since).query(OfCollege.class).list();
    }
}
