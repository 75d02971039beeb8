package vn.lanhnghe.person;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.intake.Difference;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetKind.Progress;
import vn.lanhnghe.intake.SheetRow;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Writes people and their spells in bulk, as a checked list gives them. */
@Repository
class StaffRegister {

    /** The columns of a row, as every statement below reads them. A null never overwrites anything, and nothing overwrites who it is. */
    private static final String ROWS = """
            jsonb_to_recordset(:rows::jsonb) as r (person bigint, fresh boolean, facts boolean, spell bigint, "fullName" text, folded text,
              "sortKey" text, "birthDate" date, sex text, "citizenId" text, phone text, email text, degree text, title text, department text,
              teaches boolean, contract text, percent integer, principal boolean, "startsOn" date, "endsOn" date)
            """;

    private static final List<String> OF_SPELL =
            List.of("title", "department", "teaches", "contract", "percent", "principal", "startsOn", "endsOn");

    private final JdbcClient jdbc;
    private final PersonRepository people;
    private final Acts acts;
    private final JsonMapper json;
    private final Clock clock;

    StaffRegister(JdbcClient jdbc, PersonRepository people, Acts acts, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.acts = acts;
        this.json = json;
        this.clock = clock;
    }

    /** What the rows of a file are to the register: whose they are, which spell each tells of, what those people do elsewhere. */
    record Known(
            Map<String, PersonRepository.Known> byKey,
            Map<String, Long> ownByName,
            Map<Long, PersonFile> files,
            Map<Long, List<Spell>> spells,
            Map<Long, List<Engagement>> engagements,
            Map<Long, Set<String>> corrected,
            Map<SheetRow, Spell> claims,
            Map<String, Set<Long>> claimed,
            LocalDate today) {

        @Nullable
        Long person(SheetRow row) {
            var number = row.text("staffNumber");
            var citizen = row.text("citizenId");
            var found = number == null ? null : byKey.get("N" + number);
            if (found == null && citizen != null) {
                found = byKey.get("C" + citizen);
            }
            return found != null
                    ? Long.valueOf(found.personId())
                    : ownByName.isEmpty() ? null : ownByName.get(nameKey(row));
        }

        /** Tells people of the file apart, whether the register knows them or not. */
        String key(SheetRow row) {
            var person = person(row);
            var citizen = row.text("citizenId");
            return person != null ? "#" + person : citizen != null ? citizen : nameKey(row);
        }

        private static String nameKey(SheetRow row) {
            return Vietnamese.fold(row.wrote("fullName")) + "|" + row.text("birthDate");
        }

        @Nullable
        Spell spell(SheetRow row) {
            return claims.get(row);
        }

        /** The spell of the same title that a new row would stand beside at the same time, and that no other row tells of. */
        @Nullable
        Spell beside(SheetRow row, Engagement added) {
            var person = person(row);
            var claimed = claimed(key(row));
            return person == null || spell(row) != null
                    ? null
                    : spells.getOrDefault(person, List.of()).stream()
                            .filter(it -> it.titleCode().equals(row.text("title")) && !claimed.contains(it.id()))
                            .filter(it -> it.endsOn() == null || !it.endsOn().isBefore(added.startsOn()))
                            .filter(it ->
                                    added.endsOn() == null || !it.startsOn().isAfter(added.endsOn()))
                            .findFirst()
                            .orElse(null);
        }

        Set<Long> claimed(String key) {
            return claimed.getOrDefault(key, Set.of());
        }

        List<Engagement> engagements(SheetRow row) {
            var person = person(row);
            return person == null ? List.of() : engagements.getOrDefault(person, List.of());
        }

        /** The spell as it will stand once the row is written; null when the row does not say enough. */
        @Nullable
        Engagement engagement(SheetRow row) {
            var starts = row.date("startsOn");
            if (starts == null || row.text("title") == null || row.text("contract") == null) {
                return null;
            }
            var before = spell(row);
            var percent = row.decimal("percent");
            var principal = row.text("principal");
            return new Engagement(
                    Objects.requireNonNullElse(person(row), 0L),
                    before == null ? null : before.id(),
                    true,
                    starts,
                    row.date("endsOn") != null ? row.date("endsOn") : before == null ? null : before.endsOn(),
                    percent != null ? percent.intValue() : before == null ? 100 : before.percent(),
                    principal != null
                            ? principal.equals("yes")
                            : before == null ? !"THINH_GIANG".equals(row.text("contract")) : before.principal());
        }

        /** May this college's file write the person's facts? If it keeps them, and no other college has them as its own. */
        boolean writable(long personId) {
            var all = engagements.getOrDefault(personId, List.of());
            return spells.containsKey(personId)
                    && Engagement.keeps(all, today)
                    && all.stream().noneMatch(it -> it.principal() && !it.own() && it.lasts(today));
        }

        /** Facts that somebody corrected by hand and the row does not insist on. */
        Set<String> byHand(SheetRow row) {
            var person = person(row);
            return person == null || row.text("overwrite") != null
                    ? Set.of()
                    : corrected.getOrDefault(person, Set.of());
        }

        boolean differs(SheetRow row, PersonFile file) {
            return StaffSheet.FACTS.stream().anyMatch(it -> {
                var after = row.text(it.field());
                return after != null && !PersonFact.same(file.value(it), after);
            });
        }
    }

    Known known(List<SheetRow> rows) {
        var today = LocalDate.now(clock);
        var byKey = people.listKnown(texts(rows, "citizenId"), texts(rows, "staffNumber")).stream()
                .collect(toMap(PersonRepository.Known::key, Function.identity(), (a, b) -> a));
        var ownByName = new HashMap<String, Long>();
        if (rows.stream().anyMatch(it -> it.text("staffNumber") == null)) {
            listNamesakes(rows).forEach(it -> ownByName.merge(it.key(), it.personId(), (a, b) -> -1L));
            ownByName.values().removeIf(it -> it < 0); // two of that name and day: the file has to say which
        }
        var bare = new Known(byKey, ownByName, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), today);
        var ids = rows.stream()
                .map(bare::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var files = people.listFiles(ids).stream().collect(toMap(PersonFile::id, Function.identity()));
        var own = Scope.current().institutionId();
        var spells = listSpells(ids, own).stream().collect(groupingBy(Spell::personId));
        var claims = new HashMap<SheetRow, Spell>();
        var taken = new HashSet<Long>();
        for (var pass = 0; pass < 2; pass++) {
            for (var row : rows) {
                var person = claims.containsKey(row) ? null : bare.person(row);
                if (person != null) {
                    claim(row, pass, spells.getOrDefault(person, List.of()), taken, claims);
                }
            }
        }
        var claimed = new HashMap<String, Set<Long>>();
        claims.forEach((row, spell) ->
                claimed.computeIfAbsent(bare.key(row), it -> new HashSet<>()).add(spell.id()));
        return new Known(
                byKey,
                ownByName,
                files,
                spells,
                people.listEngagements(ids, own).stream().collect(groupingBy(Engagement::personId)),
                listCorrected(ids),
                claims,
                claimed,
                today);
    }

    /** A row tells of the spell of the same title and first day; else of that day. Of another first day it tells of another spell. */
    private static void claim(
            SheetRow row, int pass, List<Spell> spells, Set<Long> taken, Map<SheetRow, Spell> claims) {
        var starts = row.date("startsOn");
        var title = row.text("title");
        if (starts == null) {
            return;
        }
        spells.stream()
                .filter(it -> !taken.contains(it.id()))
                .filter(it -> it.startsOn().equals(starts)
                        && (pass == 1 || it.titleCode().equals(title)))
                .findFirst()
                .ifPresent(it -> {
                    taken.add(it.id());
                    claims.put(row, it);
                });
    }

    private record Namesake(String key, long personId) {}

    /** The college's own people without a citizen number, by name and birth date. */
    private List<Namesake> listNamesakes(List<SheetRow> rows) {
        return jdbc.sql("""
                select p.name_folded || '|' || p.birth_date as key, p.id as person_id
                  from person.person p
                 where p.citizen_id is null and p.merged_into is null and p.name_folded = any(:names)
                   and exists (select from person.spell s where s.person_id = p.id and s.institution_id = :own)
                """)
                .param(
                        "names",
                        rows.stream()
                                .map(it -> Vietnamese.fold(it.wrote("fullName")))
                                .distinct()
                                .toArray(String[]::new))
                .param("own", Scope.current().institutionId())
                .query(Namesake.class)
                .list();
    }

    private List<Spell> listSpells(List<Long> ids, @Nullable Long own) {
        return jdbc.sql("""
                select s.id, s.person_id, s.institution_id, s.site_id, s.department, s.title_code, t.label as title, t.post,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.title t on t.code = s.title_code
                 where s.person_id = any(:ids) and s.institution_id = :own order by s.starts_on desc, s.id desc
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("own", own)
                .query(Spell.class)
                .list();
    }

    private Map<Long, Set<String>> listCorrected(List<Long> ids) {
        var corrected = new HashMap<Long, Set<String>>();
        jdbc.sql("select distinct person_id, field from person.correction where person_id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> corrected
                        .computeIfAbsent(row.getLong(1), it -> new HashSet<>())
                        .add(row.getString(2)))
                .list();
        return corrected;
    }

    private static List<String> texts(List<SheetRow> rows, String field) {
        return rows.stream().map(it -> it.text(field)).filter(Objects::nonNull).toList();
    }

    /** What writing a row would do: a blank cell changes nothing, nor does a cell that a person has corrected by hand. */
    Difference difference(SheetRow row, Known known, List<Field> fields) {
        var spell = known.spell(row);
        var person = known.person(row);
        if (spell == null || person == null) {
            return Difference.FRESH;
        }
        var file = known.files().get(person);
        var byHand = known.byHand(row);
        var changes = new ArrayList<Difference.Change>();
        var kept = new ArrayList<Difference.Change>();
        for (var field : fields) {
            var after = row.text(field.key());
            var fact = StaffSheet.FACTS.stream()
                    .filter(it -> it.field().equals(field.key()))
                    .findFirst()
                    .orElse(null);
            var before = fact == null
                    ? value(spell, field.key())
                    : file == null || !known.writable(person) ? null : file.value(fact);
            if (after != null
                    && before != null
                    && !after.equals(before)
                    && (fact == null || !fact.identity() || before.isEmpty())) {
                var covered = fact != null && fact.covered();
                (byHand.contains(field.key()) ? kept : changes)
                        .add(new Difference.Change(
                                field.label(),
                                covered ? "(được che)" : field.shown(before),
                                covered ? "số trong tệp" : field.shown(after)));
            }
        }
        return Difference.of(changes, kept);
    }

    private static @Nullable String value(Spell spell, String field) {
        return switch (field) {
            case "title" -> spell.titleCode();
            case "department" -> spell.department();
            case "teaches" -> spell.teaches() ? "yes" : "no";
            case "contract" -> spell.contract();
            case "percent" -> Integer.toString(spell.percent());
            case "principal" -> spell.principal() ? "yes" : "no";
            case "startsOn" -> spell.startsOn().toString();
            case "endsOn" -> Objects.toString(spell.endsOn(), "");
            default -> null;
        };
    }

    void write(long batchId, List<SheetRow> rows, List<Field> fields, Progress progress) {
        var known = known(rows);
        var changed = rows.stream()
                .filter(it -> difference(it, known, fields).effect() != Difference.Effect.UNCHANGED)
                .toList();
        if (!changed.isEmpty()) {
            try {
                write(batchId, changed, known);
                tell(batchId, changed, known, fields);
            } catch (DataIntegrityViolationException e) {
                throw People.conflict(e);
            }
        }
        progress.done(rows.size());
    }

    private void write(long batchId, List<SheetRow> rows, Known known) {
        var own = Objects.requireNonNull(Scope.current().institutionId());
        var fresh = new HashMap<String, Long>();
        var unknown = rows.stream()
                .filter(it -> known.person(it) == null)
                .map(known::key)
                .distinct()
                .toList();
        var ids = jdbc.sql("select nextval('person.person_id_seq') from generate_series(1, :n)")
                .param("n", unknown.size())
                .query(Long.class)
                .list();
        for (var i = 0; i < unknown.size(); i++) {
            fresh.put(unknown.get(i), ids.get(i));
        }
        var titles = people.listTitles(LocalDate.EPOCH).stream().collect(toMap(Title::code, Title::manager));
        var records = json.writeValueAsString(
                rows.stream().map(it -> columns(it, known, fresh, titles)).toList());
        keep(batchId, own, rows, known);
        run("""
                insert into person.person (id, full_name, name_folded, sort_key, birth_date, sex, citizen_id, phone, email, degree, batch_id, last_batch_id)
                overriding system value
                select distinct on (r.person) r.person, r."fullName", r.folded, r."sortKey", r."birthDate", r.sex, r."citizenId", r.phone, r.email,
                       r.degree, :batch, :batch
                  from %s where r.fresh order by r.person
                """, records, batchId, own);
        run("""
                update person.person p
                   set birth_date = coalesce(p.birth_date, r."birthDate"), sex = coalesce(p.sex, r.sex),
                       citizen_id = coalesce(p.citizen_id, r."citizenId"), phone = coalesce(r.phone, p.phone), email = coalesce(r.email, p.email),
                       degree = coalesce(r.degree, p.degree), last_batch_id = :batch
                  from %s where r.facts and p.id = r.person
                """, records, batchId, own);
        // spells that end make room for those that begin
        run("""
                update person.spell s
                   set title_code = coalesce(r.title, s.title_code), department = coalesce(r.department, s.department),
                       teaches = coalesce(r.teaches, s.teaches), contract = coalesce(r.contract, s.contract), percent = coalesce(r.percent, s.percent),
                       principal = coalesce(r.principal, s.principal), starts_on = coalesce(r."startsOn", s.starts_on),
                       ends_on = coalesce(r."endsOn", s.ends_on), last_batch_id = :batch
                  from %s where s.id = r.spell and s.institution_id = :own
                """, records, batchId, own);
        run("""
                insert into person.spell (person_id, institution_id, department, title_code, teaches, contract, percent, principal, starts_on, ends_on,
                  batch_id, last_batch_id)
                select r.person, :own, coalesce(r.department, ''), r.title, r.teaches, r.contract, r.percent, r.principal, r."startsOn", r."endsOn",
                       :batch, :batch
                  from %s where r.spell is null
                """, records, batchId, own);
        acts.record(
                ActKind.PERSON_RECORDED, "person", List.copyOf(fresh.values()), own, "Theo tệp số " + batchId, null);
    }

    /** What the file changed of people the register knew, in the timeline of each. */
    private void tell(long batchId, List<SheetRow> rows, Known known, List<Field> fields) {
        var facts = new LinkedHashMap<Long, List<String>>();
        var spells = new LinkedHashMap<Long, List<String>>();
        for (var row : rows) {
            var person = known.person(row);
            var file = person == null ? null : known.files().get(person);
            var spell = known.spell(row);
            if (person == null) {
                continue;
            }
            if (spell == null) {
                add(spells, person, "thêm " + name(row.text("title"), row.text("startsOn"), fields));
                continue;
            }
            if (file != null && known.writable(person)) {
                change(file, row, known.byHand(row)).forEach(it -> add(facts, person, it.told()));
            }
            var changes = new ArrayList<String>();
            for (var field : fields) {
                var after = OF_SPELL.contains(field.key()) ? row.text(field.key()) : null;
                var before = value(spell, field.key());
                if (after != null && before != null && !after.equals(before)) {
                    changes.add(told(field, before, after));
                }
            }
            if (!changes.isEmpty()) {
                add(
                        spells,
                        person,
                        name(spell.titleCode(), spell.startsOn().toString(), fields) + ": "
                                + String.join(", ", changes));
            }
        }
        tell(ActKind.PERSON_CORRECTED, "Theo tệp số " + batchId, facts);
        tell(ActKind.PERSON_SPELL, "Theo tệp số " + batchId, spells);
    }

    private static List<People.Change> change(PersonFile file, SheetRow row, Set<String> byHand) {
        var changes = new ArrayList<People.Change>();
        for (var fact : StaffSheet.FACTS) {
            var before = file.value(fact);
            var after = byHand.contains(fact.field()) ? null : row.text(fact.field());
            if (after != null && !after.equals(before) && (!fact.identity() || before.isEmpty())) {
                changes.add(new People.Change(fact, before, after));
            }
        }
        return changes;
    }

    private static void add(Map<Long, List<String>> lines, long person, String line) {
        lines.computeIfAbsent(person, it -> new ArrayList<>()).add(line);
    }

    private void tell(ActKind kind, String file, Map<Long, List<String>> lines) {
        var own = Scope.current().institutionId();
        acts.record(
                kind,
                lines.entrySet().stream()
                        .map(it -> new Acts.Told(
                                new Subject("person", it.getKey(), own),
                                file + ": " + String.join("; ", it.getValue()),
                                null))
                        .toList());
    }

    /** A spell in words: what somebody is, and since when. */
    private static String name(@Nullable String title, @Nullable String starts, List<Field> fields) {
        return "%s từ %s".formatted(shown(fields, "title", title), shown(fields, "startsOn", starts));
    }

    private static String shown(List<Field> fields, String key, @Nullable String value) {
        return fields.stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .map(it -> it.shown(value))
                .orElse("");
    }

    private static String told(Field field, String before, String after) {
        return "%s: “%s” → “%s”".formatted(field.label(), field.shown(before), field.shown(after));
    }

    private void run(String sql, String records, long batchId, long own) {
        jdbc.sql(sql.formatted(ROWS))
                .param("rows", records)
                .param("batch", batchId)
                .param("own", own)
                .update();
    }

    /** What the file is about to change, as it stands. */
    private void keep(long batchId, long own, List<SheetRow> rows, Known known) {
        jdbc.sql("""
                insert into person.image (batch_id, institution_id, place, id, before)
                select :batch, :own, 'person', p.id, to_jsonb(p) from person.person p where p.id = any(:people)
                union all
                select :batch, :own, 'spell', s.id, to_jsonb(s) from person.spell s where s.id = any(:spells)
                union all
                select :batch, :own, 'leave', l.id, to_jsonb(l) from person.leave l where l.spell_id = any(:spells)
                on conflict do nothing
                """)
                .param("batch", batchId)
                .param("own", own)
                .param(
                        "people",
                        rows.stream()
                                .filter(it -> known.spell(it) != null)
                                .map(known::person)
                                .filter(it -> it != null && known.writable(it))
                                .distinct()
                                .toArray(Long[]::new))
                .param(
                        "spells",
                        rows.stream()
                                .map(known::spell)
                                .filter(Objects::nonNull)
                                .map(Spell::id)
                                .toArray(Long[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> columns(
            SheetRow row, Known known, Map<String, Long> fresh, Map<String, Boolean> managers) {
        var columns = new HashMap<String, @Nullable Object>();
        var person = known.person(row);
        var spell = known.spell(row);
        var byHand = known.byHand(row);
        for (var fact : StaffSheet.FACTS) {
            columns.put(fact.field(), byHand.contains(fact.field()) ? null : row.text(fact.field()));
        }
        var name = columns.get("fullName");
        columns.put("folded", name == null ? null : Vietnamese.fold(name.toString()));
        columns.put("sortKey", name == null ? null : Vietnamese.sortKey(name.toString()));
        columns.put("person", person == null ? fresh.get(known.key(row)) : person);
        columns.put("fresh", person == null);
        columns.put("facts", person != null && spell != null && known.writable(person));
        columns.put("spell", spell == null ? null : spell.id());
        for (var field : OF_SPELL) {
            columns.put(field, row.text(field));
        }
        columns.put("teaches", row.text("teaches") == null ? null : "yes".equals(row.text("teaches")));
        columns.put("principal", row.text("principal") == null ? null : "yes".equals(row.text("principal")));
        if (spell == null) {
            var whole = Objects.requireNonNull(known.engagement(row));
            columns.put("percent", whole.percent());
            columns.put("principal", whole.principal());
            columns.putIfAbsent("teaches", !managers.getOrDefault(row.get("title"), false));
        }
        return columns;
    }

    long count() {
        return jdbc.sql("select count(*) from person.spell where institution_id = :own")
                .param("own", Scope.current().institutionId())
                .query(Long.class)
                .single();
    }

    /** The college's spells as rows of the sheet. */
    List<Map<String, String>> listAll() {
        return jdbc.sql("""
                select p.staff_number, p.full_name, p.birth_date, p.sex, p.phone, p.email, p.degree, s.title_code, s.department,
                       s.teaches or t.post <> 'MANAGER' as teaches, s.contract, s.percent, s.principal, s.starts_on, s.ends_on
                  from person.spell s join person.person p on p.id = s.person_id join person.title t on t.code = s.title_code
                 where s.institution_id = :own and p.merged_into is null
                 order by p.sort_key, p.id, s.starts_on
                """)
                .param("own", Scope.current().institutionId())
                .query((row, i) -> {
                    var values = new HashMap<String, String>();
                    values.put("staffNumber", row.getString("staff_number"));
                    values.put("fullName", row.getString("full_name"));
                    values.put("birthDate", Objects.toString(row.getString("birth_date"), ""));
                    values.put("sex", Objects.toString(row.getString("sex"), ""));
                    values.put("phone", Objects.toString(row.getString("phone"), ""));
                    values.put("email", Objects.toString(row.getString("email"), ""));
                    values.put("degree", Objects.toString(row.getString("degree"), ""));
                    values.put("title", row.getString("title_code"));
                    values.put("department", row.getString("department"));
                    values.put("teaches", row.getBoolean("teaches") ? "yes" : "no");
                    values.put("contract", row.getString("contract"));
                    values.put("percent", Integer.toString(row.getInt("percent")));
                    values.put("principal", row.getBoolean("principal") ? "yes" : "no");
                    values.put("startsOn", row.getString("starts_on"));
                    values.put("endsOn", Objects.toString(row.getString("ends_on"), ""));
                    return (Map<String, String>) values;
                })
                .list();
    }

    /** What keeps a list from being taken back, each with up to three of those it is about. */
    List<String> obstacles(long batchId) {
        var obstacles = new ArrayList<String>();
        obstacle(obstacles, "%d thời gian công tác đã được sửa sau khi ghi", """
                select s.id, s.person_id from person.spell s
                 where (s.batch_id = :batch or s.id in (select i.id from person.image i where i.batch_id = :batch and i.place = 'spell'))
                   and s.last_batch_id is distinct from :batch
                """, batchId);
        obstacle(obstacles, "%d hồ sơ đã được sửa sau khi ghi", """
                select p.id, p.id as person_id from person.person p
                 where (p.batch_id = :batch or p.id in (select i.id from person.image i where i.batch_id = :batch and i.place = 'person'))
                   and p.last_batch_id is distinct from :batch
                """, batchId);
        obstacle(obstacles, "%d thời gian công tác đã có ngày nghỉ", """
                select distinct s.id, s.person_id from person.leave l join person.spell s on s.id = l.spell_id where s.batch_id = :batch
                """, batchId);
        obstacle(obstacles, "%d người của tệp đã có văn bằng, chứng chỉ hoặc công nhận", """
                select p.id, p.id as person_id from person.person p where p.batch_id = :batch
                   and (exists (select from person.paper q where q.person_id = p.id) or exists (select from person.recognition q where q.person_id = p.id))
                """, batchId);
        obstacle(obstacles, "%d người của tệp đã gắn tài khoản hoặc gửi đề nghị sửa hồ sơ", """
                select p.id, p.id as person_id from person.person p where p.batch_id = :batch
                   and (exists (select from person.login q where q.person_id = p.id) or exists (select from person.request q where q.person_id = p.id))
                """, batchId);
        obstacle(obstacles, "%d người của tệp đang hoặc đã chuyển công tác", """
                select x.id, s.person_id from person.transfer x join person.spell s on s.id = x.spell_id where s.batch_id = :batch
                """, batchId);
        return obstacles;
    }

    private void obstacle(List<String> obstacles, String sentence, String sql, long batchId) {
        jdbc.sql("""
                with o as (%s)
                select (select count(*) from o) as count, (select count(distinct o.person_id) from o) as people,
                       (select string_agg(n.told, ', ') from
                         (select p.full_name || ' (' || p.staff_number || ')' as told from person.person p
                           where p.id in (select o.person_id from o) order by p.sort_key, p.id limit 3) n) as names
                """.formatted(sql))
                .param("batch", batchId)
                .query((row, i) -> {
                    var count = row.getLong("count");
                    var names = row.getString("names");
                    if (count > 0) {
                        obstacles.add(sentence.formatted(count)
                                + (names == null ? "" : ": " + names + (row.getLong("people") > 3 ? "…" : "")));
                    }
                    return count;
                })
                .list();
    }

    /** What is about to be taken back or given back, in the timeline of each person. */
    private void tellBack(long batchId, List<Field> fields) {
        var file = "Hoàn tác tệp số " + batchId;
        var own = Scope.current().institutionId();
        var facts = new LinkedHashMap<Long, List<String>>();
        var before =
                jdbc.sql("""
                select r.id, r.staff_number, r.full_name, r.birth_date, r.sex, r.citizen_id, r.phone, r.email, r.degree, r.merged_into, r.batch_id,
                       r.recorded_at
                  from person.image i cross join jsonb_populate_record(null::person.person, i.before) r
                 where i.batch_id = :batch and i.place = 'person'
                """).param("batch", batchId).query(PersonFile.class).list();
        var now = people.listFiles(before.stream().map(PersonFile::id).toList()).stream()
                .collect(toMap(PersonFile::id, Function.identity()));
        for (var was : before) {
            var is = now.get(was.id());
            for (var fact : StaffSheet.FACTS) {
                if (is != null && !is.value(fact).equals(was.value(fact))) {
                    add(facts, was.id(), new People.Change(fact, is.value(fact), was.value(fact)).told());
                }
            }
        }
        tell(ActKind.PERSON_CORRECTED, file, facts);
        var spells = new LinkedHashMap<Long, List<String>>();
        jdbc.sql("""
                select s.person_id, t.label, s.starts_on, s.batch_id is not distinct from :batch as brought
                  from person.spell s join person.title t on t.code = s.title_code
                 where s.institution_id = :own
                   and (s.batch_id = :batch or s.id in (select i.id from person.image i where i.batch_id = :batch and i.place = 'spell'))
                 order by s.person_id, s.starts_on
                """)
                .param("batch", batchId)
                .param("own", own)
                .query((row, i) -> {
                    add(
                            spells,
                            row.getLong("person_id"),
                            "%s %s từ %s%s"
                                    .formatted(
                                            row.getBoolean("brought") ? "bỏ" : "trả lại",
                                            row.getString("label"),
                                            shown(fields, "startsOn", row.getString("starts_on")),
                                            row.getBoolean("brought") ? "" : " như trước khi ghi tệp"));
                    return i;
                })
                .list();
        tell(ActKind.PERSON_SPELL, file, spells);
    }

    /** Removes what the file brought and puts back what it changed; tells how many spells that were. */
    int undo(long batchId, List<Field> fields) {
        try {
            tellBack(batchId, fields);
            var gone = jdbc.sql("select person.take_back(:batch, :own)")
                    .param("batch", batchId)
                    .param("own", Scope.current().institutionId())
                    .query(Integer.class)
                    .single();
            var restored = jdbc.sql("""
                    update person.spell s
                       set (title_code, department, teaches, contract, percent, principal, starts_on, ends_on, last_batch_id)
                         = (select r.title_code, r.department, r.teaches, r.contract, r.percent, r.principal, r.starts_on, r.ends_on, r.last_batch_id
                              from jsonb_populate_record(null::person.spell, i.before) r)
                      from person.image i where i.batch_id = :batch and i.place = 'spell' and i.id = s.id
                    """).param("batch", batchId).update();
            jdbc.sql("select person.give_back_leaves(:batch, :own)")
                    .param("batch", batchId)
                    .param("own", Scope.current().institutionId())
                    .query(rows -> {});
            jdbc.sql("""
                    update person.person p
                       set (full_name, name_folded, sort_key, birth_date, sex, citizen_id, phone, email, degree, last_batch_id)
                         = (select r.full_name, r.name_folded, r.sort_key, r.birth_date, r.sex, r.citizen_id, r.phone, r.email, r.degree, r.last_batch_id
                              from jsonb_populate_record(null::person.person, i.before) r)
                      from person.image i where i.batch_id = :batch and i.place = 'person' and i.id = p.id
                    """).param("batch", batchId).update();
            jdbc.sql("delete from person.image where batch_id = :batch")
                    .param("batch", batchId)
                    .update();
            return gone + restored;
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(
                    "Chưa hoàn tác được: người của tệp này đã có dữ liệu khác (bồi dưỡng, năng lực số…). Sửa từng hồ sơ hoặc tải tệp mới.");
        }
    }
}
