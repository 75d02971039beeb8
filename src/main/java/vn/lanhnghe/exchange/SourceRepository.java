package vn.lanhnghe.exchange;

import static java.util.stream.Collectors.toMap;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.database.Scope;

/** The ids that colleges' own systems give their records. */
@Repository
class SourceRepository {

    /** A record as its source last sent it. */
    record Source(
            String sourceId,
            @Nullable String key,
            @Nullable String hash,
            String result,
            @Nullable String errors,
            @Nullable Long batchId,
            OffsetDateTime sentAt) {}

    /** What became of one item. */
    record Sent(
            String sourceId,
            @Nullable String key,
            @Nullable String hash,
            String result,
            @Nullable String errors,
            @Nullable Long batchId) {}

    private static final String SELECT =
            "select source_id, key, hash, result, errors, batch_id, sent_at from exchange.source_id ";

    private final JdbcClient jdbc;

    SourceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer at a time for each kind of a college, until the transaction ends. */
    void queue(String kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('exchange ' || :kind, :institution))")
                .param("kind", kind)
                .param("institution", Scope.current().institutionId())
                .query((row, i) -> true)
                .single();
    }

    Map<String, Source> find(String kind, Collection<String> sourceIds) {
        return jdbc
                .sql(SELECT + "where institution_id = :institution and kind = :kind and source_id = any(:ids::text[])")
                .param("institution", Scope.current().institutionId())
                .param("kind", kind)
                .param("ids", sourceIds.toArray(String[]::new))
                .query(Source.class)
                .list()
                .stream()
                .collect(toMap(Source::sourceId, Function.identity()));
    }

    List<Source> list(String kind, String after, String result, int size) {
        return jdbc.sql(SELECT + """
                where institution_id = :institution and kind = :kind and source_id > :after and (:result = '' or result = :result)
                order by source_id limit :size
                """)
                .param("institution", Scope.current().institutionId())
                .param("kind", kind)
                .param("after", after)
                .param("result", result)
                .param("size", size)
                .query(Source.class)
                .list();
    }

    /** A rejected item leaves in place what was accepted before. */
    void write(String kind, List<Sent> items) {
        jdbc.sql("""
                insert into exchange.source_id as s (institution_id, site_id, kind, source_id, key, hash, result, errors, batch_id)
                select :institution, :site::bigint, :kind, i.* from unnest(:ids::text[], :keys::text[], :hashes::text[],
                       :results::text[], :errors::text[], :batches::bigint[]) as i
                on conflict (institution_id, kind, source_id) do update
                  set key = coalesce(excluded.key, s.key), hash = coalesce(excluded.hash, s.hash), result = excluded.result,
                      errors = excluded.errors, batch_id = coalesce(excluded.batch_id, s.batch_id), sent_at = now()
                """)
                .param("institution", Scope.current().institutionId())
                .param("site", Scope.current().siteId())
                .param("kind", kind)
                .param("ids", column(items, Sent::sourceId))
                .param("keys", column(items, Sent::key))
                .param("hashes", column(items, Sent::hash))
                .param("results", column(items, Sent::result))
                .param("errors", column(items, Sent::errors))
                .param("batches", items.stream().map(Sent::batchId).toArray(Long[]::new))
                .update();
    }

    private static @Nullable String[] column(List<Sent> items, Function<Sent, @Nullable String> of) {
        return items.stream().map(of).toArray(String[]::new);
    }
}
