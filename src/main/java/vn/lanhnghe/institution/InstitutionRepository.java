package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class InstitutionRepository {

    private static final String COLUMNS = """
            select i.id, i.code, i.slug, i.name, i.facts ->> 'NAME_EN' as name_en, i.type, t.label as type_label, t.trains, i.ownership,
                   o.label as ownership_label, i.facts ->> 'GOVERNING_BODY' as governing_body, a.label as autonomy_label, i.status,
                   (i.facts ->> 'STATUS_FROM')::date as status_from, (i.facts ->> 'FOUNDED_ON')::date as founded_on,
                   i.facts ->> 'ADDRESS' as address, i.ward_code, w.name as ward_name, w.region, i.lat, i.lon, i.location_verified,
                   i.facts ->> 'PHONE' as phone, i.facts ->> 'EMAIL' as email, i.facts ->> 'WEBSITE' as website,
                   i.facts ->> 'NATIONAL_CODE' as national_code, i.facts ->> 'AGENCY_CODE' as agency_code,
                   i.facts ->> 'TAX_CODE' as tax_code, i.verified, i.rehearsal, i.confirmed_at
            """;

    private static final String JOINS = """
              join institution.type t on t.code = i.type
              join institution.ownership o on o.code = i.ownership
              left join institution.autonomy a on a.code = i.facts ->> 'AUTONOMY'
              left join place.unit w on w.code = i.ward_code
            """;

    private static final String NOW = " from institution.institution i ";

    /** The register as at a day. */
    private static final String THEN = past("v.superseded_at is null");

    /** The same, as far as it was known at the end of another day. */
    private static final String THEN_KNOWN = past("""
            (v.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= :known
            and (v.superseded_at is null or (v.superseded_at at time zone 'Asia/Ho_Chi_Minh')::date > :known)""");

    private static String past(String known) {
        return """
                 from (select x.id, x.code, x.slug, v.name, v.name_folded, v.sort_key, v.facts, v.type, v.ownership, v.status, v.ward_code,
                              v.lat, v.lon, x.location_verified, x.verified, x.rehearsal, x.confirmed_at
                         from institution.version v join institution.institution x on x.id = v.institution_id
                        where v.valid_from <= :on and (v.valid_to is null or v.valid_to > :on) and %s) i
                """.formatted(known);
    }

    private static final String REGION = " left join place.unit w on w.code = i.ward_code ";

    private static final String TRAINS = """
             exists (select from institution.licence_line n where n.institution_id = i.id
                       and n.valid_from <= :on and (n.valid_to is null or n.valid_to >= :on)\
            """;

    private static final String SEARCHED = " join institution.search s on s.institution_id = i.id ";

    /** All words begin a word of the names, or of what else the institution is found by. */
    private static final String WORDS = "s.found like all (:patterns)";

    private static final String NEAR = "word_similarity(:near, i.name_folded) >= 0.6";

    private static final String BY_WORDS = """
            order by case when lower(i.code) = :code then 0
                          when :accented and s.exact like :exactPhrase then 1
                          when :accented and s.exact like all (:exact) then 2
                          when s.names like :phrase then 3
                          when s.names like all (:patterns) then 4
                          else 5 end, i.sort_key, i.id
            """;

    private static final String BY_NEARNESS = "order by word_similarity(:near, i.name_folded) desc, i.sort_key, i.id ";

    private static final String PAGE = " limit :size offset :offset";

    private static final RowMapper<Institution> INSTITUTION = new SimplePropertyRowMapper<>(Institution.class);

    private static final String BY_NAME = "order by i.sort_key, i.id ";

    /** A code of a list with its label. */
    record Choice(String code, String label) {}

    /** A list for choice, code to label, in its order. */
    static Map<String, String> labels(List<Choice> choices) {
        var labels = new LinkedHashMap<String, String>();
        choices.forEach(it -> labels.put(it.code(), it.label()));
        return labels;
    }

    /** A page of institutions; {@code near} when no name matched and these are the most alike. */
    record Found(Paging<Institution> institutions, boolean near) {}

    private static final long KEPT_MILLIS = 60_000;

    /** A list and when it was read. */
    private record Kept(List<Choice> choices, long at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept occupations;

    InstitutionRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Institution> find(long id) {
        return jdbc.sql(COLUMNS + NOW + JOINS + "where i.id = :id")
                .param("id", id)
                .query(Institution.class)
                .optional();
    }

    Optional<Institution> findByCode(String code) {
        return jdbc.sql(COLUMNS + NOW + JOINS + "where i.code = :code")
                .param("code", code)
                .query(Institution.class)
                .optional();
    }

    Optional<Institution> findBySlug(String slug) {
        return jdbc.sql(COLUMNS + NOW + JOINS + "where i.slug = :slug")
                .param("slug", slug)
                .query(Institution.class)
                .optional();
    }

    /** The entry as it was on a day; empty before its first. */
    Optional<Institution> findOn(long id, LocalDate on) {
        return jdbc.sql(COLUMNS + THEN + JOINS + "where i.id = :id")
                .param("id", id)
                .param("on", on)
                .query(Institution.class)
                .optional();
    }

    /** A page past the last one shows the last one; of names that are only alike, the first page is all. */
    Found list(InstitutionFilter filter, int page) {
        var total = new long[1];
        var rows = select(COLUMNS + ", count(*) over () as total", JOINS, filter, false, order(filter, false) + PAGE)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query((row, i) -> {
                    total[0] = row.getLong("total");
                    return Objects.requireNonNull(INSTITUTION.mapRow(row, i));
                })
                .list();
        if (!rows.isEmpty()) {
            return new Found(new Paging<>(rows, page, total[0], Paging.SIZE), false);
        }
        if (page > 1) {
            var last = new Paging<>(List.of(), 1, count(filter), Paging.SIZE).last();
            return last < page ? list(filter, last) : new Found(new Paging<>(rows, 1, 0, Paging.SIZE), false);
        }
        var alike = filter.words().isEmpty() ? rows : rows(filter, true, 0);
        return new Found(new Paging<>(alike, 1, alike.size(), Paging.SIZE), !alike.isEmpty());
    }

    private List<Institution> rows(InstitutionFilter filter, boolean near, int offset) {
        return select(COLUMNS, JOINS, filter, near, order(filter, near) + PAGE)
                .param("size", Paging.SIZE)
                .param("offset", offset)
                .query(Institution.class)
                .list();
    }

    /** All that match, in the order of the list: for downloads and the map. */
    List<Institution> listAll(InstitutionFilter filter) {
        return near(filter)
                ? rows(filter, true, 0)
                : select(COLUMNS, JOINS, filter, false, order(filter, false))
                        .query(Institution.class)
                        .list();
    }

    /** Does no name match the words, so that the most alike stand in? */
    boolean near(InstitutionFilter filter) {
        return !filter.words().isEmpty() && count(filter) == 0;
    }

    private static String order(InstitutionFilter filter, boolean near) {
        return filter.words().isEmpty() ? BY_NAME : near ? BY_NEARNESS : BY_WORDS;
    }

    private long count(InstitutionFilter filter) {
        return select("select count(*)", filter.region() == 0 ? "" : REGION, filter, false, "")
                .query(Long.class)
                .single();
    }

    /** Asks only what is asked for, so that PostgreSQL plans for just that. */
    private JdbcClient.StatementSpec select(
            String columns, String joins, InstitutionFilter filter, boolean near, String order) {
        var words = filter.words();
        var today = LocalDate.now(clock);
        var asked = new ArrayList<String>(List.of("true"));
        add(asked, !filter.q().isBlank() && words.isEmpty(), "false");
        add(asked, !filter.type().isEmpty(), "i.type = :type");
        add(asked, !filter.ownership().isEmpty(), "i.ownership = :ownership");
        add(asked, filter.region() != 0, "w.region = :region");
        add(asked, !filter.ward().isEmpty(), "i.ward_code = :ward");
        add(asked, !filter.status().isEmpty(), "i.status = :status");
        add(
                asked,
                !filter.occupation().isEmpty() || !filter.level().isEmpty(),
                TRAINS
                        + (filter.occupation().isEmpty() ? "" : " and n.occupation_code = :occupation")
                        + (filter.level().isEmpty() ? "" : " and n.level = :level")
                        + ")");
        add(asked, !words.isEmpty(), near ? NEAR : WORDS);
        var source = filter.known() != null ? THEN_KNOWN : filter.on() != null ? THEN : NOW;
        var sql = columns + source + joins + (words.isEmpty() ? "" : SEARCHED) + " where " + String.join(" and ", asked)
                + " " + order;
        var exact = Search.words(Search.exact(filter.q()));
        return jdbc.sql(sql)
                .param("type", filter.type())
                .param("ownership", filter.ownership())
                .param("region", filter.region())
                .param("ward", filter.ward())
                .param("status", filter.status())
                .param("occupation", filter.occupation())
                .param("level", filter.level())
                .param("on", filter.on() == null ? today : filter.on())
                .param("known", filter.known() == null ? today : filter.known())
                .param("patterns", patterns(words))
                .param("exact", exact.stream().map(it -> "% " + it + " %").toArray(String[]::new))
                .param("phrase", "% " + String.join(" ", words) + " %")
                .param("exactPhrase", "% " + String.join(" ", exact) + " %")
                .param("near", String.join(" ", words))
                .param("accented", filter.accented())
                .param("code", Vietnamese.fold(filter.q()));
    }

    private static void add(List<String> asked, boolean wanted, String condition) {
        if (wanted) {
            asked.add(condition);
        }
    }

    /** Words hold letters and digits only, so that no pattern sign is among them. */
    private static String[] patterns(List<String> words) {
        return words.stream().map(it -> "% " + it + "%").toArray(String[]::new);
    }

    /** How many institutions the register had as at the filter's day. */
    long countAll(InstitutionFilter filter) {
        if (filter.known() != null) {
            return count(new InstitutionFilter("", "", "", 0, "", "", "", "", filter.on(), filter.known()));
        }
        return jdbc.sql(
                        filter.on() == null
                                ? "select count(*) from institution.institution"
                                : "select count(*) from institution.version where valid_from <= :on and (valid_to is null or valid_to > :on) and superseded_at is null")
                .param("on", filter.on())
                .query(Long.class)
                .single();
    }

    /** Institutions of which more is known today about the day than was known on it. */
    long countLearned(LocalDate on) {
        return jdbc.sql("""
                select count(*) from institution.version n join institution.version k on k.institution_id = n.institution_id
                 where k.superseded_at is not null and n.superseded_at is null and n.valid_from <= :on and (n.valid_to is null or n.valid_to > :on)
                   and (k.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date <= :on
                   and (k.superseded_at at time zone 'Asia/Ho_Chi_Minh')::date > :on
                   and k.valid_from <= :on and (k.valid_to is null or k.valid_to > :on) and n.facts <> k.facts
                """).param("on", on).query(Long.class).single();
    }

    List<Site> listSites(long institutionId, @Nullable LocalDate on) {
        return jdbc.sql("""
                select s.id, s.institution_id, s.code, s.kind, s.name, s.address, s.ward_code, w.name as ward_name, s.lat, s.lon, s.phone,
                       s.email, s.decision, s.valid_from, s.valid_to
                  from institution.site s left join place.unit w on w.code = s.ward_code
                 where s.institution_id = :id and (:every or s.valid_from <= :on and (s.valid_to is null or s.valid_to > :on))
                 order by s.main desc, s.id
                """)
                .param("id", institutionId)
                .param("every", on == null)
                .param("on", on == null ? LocalDate.now(clock) : on)
                .query(Site.class)
                .list();
    }

    /** Every site that the institutions have or ever had. */
    List<Site> listSites(Collection<Long> institutionIds) {
        return jdbc.sql("""
                select s.id, s.institution_id, s.code, s.kind, s.name, s.address, s.ward_code, w.name as ward_name, s.lat, s.lon, s.phone,
                       s.email, s.decision, s.valid_from, s.valid_to
                  from institution.site s left join place.unit w on w.code = s.ward_code
                 where s.institution_id = any(:ids) order by s.main desc, s.id
                """)
                .param("ids", institutionIds.toArray(Long[]::new))
                .query(Site.class)
                .list();
    }

    List<Colleges.Seat> listSeats() {
        return jdbc.sql("""
                select s.id, s.institution_id, i.name || ' – ' || s.name as name
                  from institution.site s join institution.institution i on i.id = s.institution_id
                 where i.status = 'OPEN' and not s.main and s.valid_to is null order by i.sort_key, s.id
                """).query(Colleges.Seat.class).list();
    }

    List<Colleges.College> listOpen() {
        return jdbc.sql("select id, name from institution.institution where status = 'OPEN' order by sort_key")
                .query(Colleges.College.class)
                .list();
    }

    List<Choice> listTypes() {
        return jdbc.sql("select code, label from institution.type order by place")
                .query(Choice.class)
                .list();
    }

    List<Choice> listOwnerships() {
        return jdbc.sql("select code, label from institution.ownership order by code")
                .query(Choice.class)
                .list();
    }

    List<Choice> listWards() {
        return jdbc.sql("select code, name as label from place.unit order by region, code")
                .query(Choice.class)
                .list();
    }

    /** Occupations that some licence names, for a filter. */
    List<Choice> listOccupations() {
        var last = occupations;
        if (last == null || clock.millis() - last.at() > KEPT_MILLIS) {
            last = new Kept(queryOccupations(), clock.millis());
            occupations = last;
        }
        return last.choices();
    }

    private List<Choice> queryOccupations() {
        return jdbc.sql("""
                select occupation_code as code, min(occupation_name) as label from institution.licence_line
                 where occupation_code is not null group by occupation_code order by 2, 1
                """).query(Choice.class).list();
    }

    List<Choice> listChoices(Fact fact) {
        return switch (fact) {
            case TYPE -> listTypes();
            case OWNERSHIP -> listOwnerships();
            case WARD -> listWards();
            case AUTONOMY ->
                jdbc.sql("select code, label from institution.autonomy order by place")
                        .query(Choice.class)
                        .list();
            default -> List.of();
        };
    }

    List<Choice> listBarredWords() {
        return jdbc.sql("select word as code, why as label from institution.barred_word")
                .query(Choice.class)
                .list();
    }

    boolean hasName(String folded, long except) {
        return jdbc.sql(
                        "select exists (select from institution.institution where name_folded = :folded and id <> :id and status <> 'CLOSED')")
                .param("folded", folded)
                .param("id", except)
                .query(Boolean.class)
                .single();
    }

    /** Names in use, folded, with the institution that bears each. */
    long count() {
        return jdbc.sql("select count(*) from institution.institution")
                .query(Long.class)
                .single();
    }

    /** Every institution's code and id, in the order of the codes. */
    Map<String, Long> listCodes() {
        var codes = new TreeMap<String, Long>();
        jdbc.sql("select code, id from institution.institution")
                .query((row, i) -> codes.put(row.getString(1), row.getLong(2)))
                .list();
        return codes;
    }

    Map<String, Long> listNames() {
        var names = new TreeMap<String, Long>();
        jdbc.sql("select name_folded, id from institution.institution where status <> 'CLOSED'")
                .query((row, i) -> names.put(row.getString(1), row.getLong(2)))
                .list();
        return names;
    }

    int rule(String code, LocalDate on) {
        return jdbc.sql("""
                select value from institution.rule
                 where code = :code and valid_from <= :on and (valid_to is null or valid_to >= :on) order by valid_from desc limit 1
                """)
                .param("code", code)
                .param("on", on)
                .query(Integer.class)
                .single();
    }

    Map<String, Institution> findByCodes(Collection<String> codes) {
        var found = new TreeMap<String, Institution>();
        jdbc.sql(COLUMNS + NOW + JOINS + "where i.code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(Institution.class)
                .list()
                .forEach(it -> found.put(it.code(), it));
        return found;
    }

    Map<Long, Institution> findByIds(Collection<Long> ids) {
        var found = new TreeMap<Long, Institution>();
        jdbc.sql(COLUMNS + NOW + JOINS + "where i.id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(Institution.class)
                .list()
                .forEach(it -> found.put(it.id(), it));
        return found;
    }

    long insert(NewInstitution institution, Map<String, String> facts, String json) {
        var id = jdbc.sql("""
                insert into institution.institution (code, slug, name, name_folded, sort_key, type, ownership, status, status_from, ward_code,
                       lat, lon, rehearsal, valid_from, facts)
                values (:code, :slug, :name, :folded, :sortKey, :type, :ownership, :status, :from, :wardCode, :lat, :lon, :rehearsal, :from,
                        :facts::jsonb) returning id
                """)
                .param("code", institution.code())
                .param("slug", institution.slug())
                .param("name", institution.name())
                .param("folded", Vietnamese.fold(institution.name()))
                .param("sortKey", Vietnamese.wordKey(institution.name()))
                .param("type", institution.type())
                .param("ownership", institution.ownership())
                .param("status", facts.get("STATUS"))
                .param("from", institution.from())
                .param("wardCode", institution.wardCode())
                .param("lat", institution.lat())
                .param("lon", institution.lon())
                .param("rehearsal", institution.rehearsal())
                .param("facts", json)
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into institution.site (institution_id, name, address, ward_code, main, kind, code, lat, lon, valid_from)
                values (:id, 'Trụ sở chính', :address, :wardCode, true, 'MAIN', :code, :lat, :lon, :from)
                """)
                .param("id", id)
                .param("address", facts.get("ADDRESS"))
                .param("wardCode", institution.wardCode())
                .param("code", institution.code() + "-1")
                .param("lat", institution.lat())
                .param("lon", institution.lon())
                .param("from", institution.from())
                .update();
        return id;
    }

    void confirm(long id, String actor) {
        jdbc.sql("insert into institution.confirmation (institution_id, actor) values (:id, :actor)")
                .param("id", id)
                .param("actor", actor)
                .update();
        jdbc.sql("update institution.institution set confirmed_at = now(), verified = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Names it is also asked for by; the code is the alias's number. */
    List<Choice> listAliases(long institutionId) {
        return jdbc.sql(
                        "select id::text as code, name as label from institution.alias where institution_id = :id and valid_to is null order by id")
                .param("id", institutionId)
                .query(Choice.class)
                .list();
    }

    void insertAlias(long institutionId, String name) {
        jdbc.sql("insert into institution.alias (institution_id, name) values (:id, :name)")
                .param("id", institutionId)
                .param("name", name)
                .update();
    }

    void endAlias(long institutionId, long aliasId, LocalDate on) {
        jdbc.sql("update institution.alias set valid_to = :on where id = :alias and institution_id = :id")
                .param("on", on)
                .param("alias", aliasId)
                .param("id", institutionId)
                .update();
    }

    /** A name it once had, and from when to the day before when. */
    record FormerName(
            String name, LocalDate validFrom, @Nullable LocalDate validTo) {}

    List<FormerName> listFormerNames(long institutionId) {
        return jdbc.sql("""
                select v.name, min(v.valid_from) as valid_from, max(v.valid_to) as valid_to
                  from institution.version v join institution.institution i on i.id = v.institution_id
                 where v.institution_id = :id and v.superseded_at is null and v.name <> i.name
                   and v.valid_to <= (now() at time zone 'Asia/Ho_Chi_Minh')::date
                 group by v.name order by 2 desc
                """).param("id", institutionId).query(FormerName.class).list();
    }

    /** Institutions whose own people have not said for so many days that their entry is right; never counts as always. */
    long countUnconfirmed(int days) {
        return jdbc.sql("""
                select count(*) from institution.institution
                 where status = 'OPEN' and (confirmed_at is null or confirmed_at < now() - make_interval(days => :days))
                """).param("days", days).query(Long.class).single();
    }

    /** A college's emblem, a PNG. */
    Optional<byte[]> findLogo(String slug) {
        return jdbc.sql("""
                select l.picture from institution.logo l join institution.institution i on i.id = l.institution_id where i.slug = :slug
                """).param("slug", slug).query(byte[].class).optional();
    }

    /** When a college was given the emblem it shows. */
    Optional<OffsetDateTime> findLogoTime(long id) {
        return jdbc.sql("select at from institution.logo where institution_id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional();
    }

    void putLogo(long id, byte[] picture) {
        jdbc.sql("""
                insert into institution.logo (institution_id, picture) values (:id, :picture)
                on conflict (institution_id) do update set picture = excluded.picture, at = now()
                """).param("id", id).param("picture", picture).update();
    }

    void removeLogo(long id) {
        jdbc.sql("delete from institution.logo where institution_id = :id")
                .param("id", id)
                .update();
    }
}
