package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.shared.Vietnamese;

/** The dated versions of the register, and the present one that every list reads. */
@Repository
class VersionRepository {

    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VersionRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is known today of each institution's whole life, by day; locks the institutions until the transaction ends. */
    List<Version> lockKnown(Collection<Long> institutionIds) {
        var ids = institutionIds.toArray(Long[]::new);
        jdbc.sql("select id from institution.institution where id = any(:ids) order by id for update")
                .param("ids", ids)
                .query(Long.class)
                .list();
        return listKnown(institutionIds);
    }

    List<Version> listKnown(Collection<Long> institutionIds) {
        return jdbc.sql("""
                select id, institution_id, valid_from, valid_to, facts from institution.version
                 where institution_id = any(:ids) and superseded_at is null order by institution_id, valid_from
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query((row, i) -> new Version(
                        row.getLong("id"),
                        row.getLong("institution_id"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        json.readValue(row.getString("facts"), FACTS)))
                .list();
    }

    /** Writes a value over what held from a day on, up to the day on which that fact itself was to change again. */
    void write(Map<Long, Map<String, @Nullable String>> values, LocalDate from) {
        var stale = new ArrayList<Long>();
        var fresh = new ArrayList<Version>();
        var before = new TreeMap<Long, Map<String, String>>();
        for (var version : lockKnown(values.keySet())) {
            if (version.validTo() != null && !version.validTo().isAfter(from)) {
                continue;
            }
            var asked = Objects.requireNonNull(values.get(version.institutionId()));
            var first = before.putIfAbsent(version.institutionId(), version.facts());
            var facts = written(version.facts(), Objects.requireNonNullElse(first, version.facts()), asked);
            if (facts.equals(version.facts())) {
                continue;
            }
            stale.add(version.id());
            if (version.validFrom().isBefore(from)) {
                fresh.add(new Version(0, version.institutionId(), version.validFrom(), from, version.facts()));
                fresh.add(new Version(0, version.institutionId(), from, version.validTo(), facts));
            } else {
                fresh.add(new Version(0, version.institutionId(), version.validFrom(), version.validTo(), facts));
            }
        }
        supersede(stale);
        insert(fresh);
    }

    private static Map<String, String> written(
            Map<String, String> facts, Map<String, String> before, Map<String, @Nullable String> asked) {
        var written = new TreeMap<>(facts);
        asked.forEach((fact, value) -> {
            if (Objects.equals(facts.get(fact), before.get(fact))) {
                if (value == null) {
                    written.remove(fact);
                } else {
                    written.put(fact, value);
                }
            }
        });
        return written;
    }

    private void supersede(List<Long> ids) {
        jdbc.sql("update institution.version set superseded_at = clock_timestamp() where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    void insert(List<Version> versions) {
        jdbc.sql("""
                insert into institution.version (institution_id, valid_from, valid_to, recorded_at, facts, name_folded, sort_key)
                select v.id, v.valid_from, v.valid_to, clock_timestamp(), v.facts::jsonb, v.folded, v.sort_key
                  from unnest(:ids::bigint[], :from::date[], :to::date[], :facts::text[], :folded::text[], :keys::text[])
                    as v (id, valid_from, valid_to, facts, folded, sort_key)
                """)
                .param("ids", versions.stream().map(Version::institutionId).toArray(Long[]::new))
                .param(
                        "from",
                        versions.stream().map(it -> it.validFrom().toString()).toArray(String[]::new))
                .param(
                        "to",
                        versions.stream()
                                .map(it -> it.validTo() == null
                                        ? null
                                        : it.validTo().toString())
                                .toArray(String[]::new))
                .param(
                        "facts",
                        versions.stream()
                                .map(it -> json.writeValueAsString(it.facts()))
                                .toArray(String[]::new))
                .param(
                        "folded",
                        versions.stream().map(it -> Vietnamese.fold(name(it))).toArray(String[]::new))
                .param(
                        "keys",
                        versions.stream()
                                .map(it -> Vietnamese.wordKey(name(it)))
                                .toArray(String[]::new))
                .update();
    }

    private static String name(Version version) {
        return Objects.requireNonNull(version.facts().get(Fact.NAME.name()));
    }

    /** Makes the register show the version of the day; all institutions when {@code ids} is null. Says which changed. */
    List<Long> show(LocalDate today, @Nullable Collection<Long> ids) {
        return jdbc.sql("""
                update institution.institution i
                   set facts = v.facts, name = v.name, name_folded = v.name_folded, sort_key = v.sort_key, type = v.type,
                       ownership = v.ownership, status = v.status, status_from = (v.facts ->> 'STATUS_FROM')::date,
                       ward_code = v.ward_code, lat = v.lat, lon = v.lon,
                       valid_to = case when v.status = 'CLOSED' then (v.facts ->> 'STATUS_FROM')::date - 1 end
                  from institution.version v
                 where v.institution_id = i.id and v.superseded_at is null and v.valid_from <= :today
                   and (v.valid_to is null or v.valid_to > :today) and (:all or i.id = any(:ids)) and i.facts <> v.facts
                returning i.id
                """)
                .param("today", today)
                .param("all", ids == null)
                .param("ids", ids == null ? new Long[0] : ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }
}
