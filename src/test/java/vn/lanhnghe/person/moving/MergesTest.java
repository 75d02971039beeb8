package vn.lanhnghe.person.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.person.Event;
import vn.lanhnghe.person.NewSpell;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.Person;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.paper.NewPaper;
import vn.lanhnghe.person.paper.NewRecognition;
import vn.lanhnghe.person.paper.PaperKind;
import vn.lanhnghe.person.paper.StaffPapers;
import vn.lanhnghe.person.training.TrainingCertificates;
import vn.lanhnghe.person.training.TrainingEnrolments;
import vn.lanhnghe.person.training.TrainingResults;
import vn.lanhnghe.person.training.TrainingTown;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** Two records with everything a person can have, made one and taken apart, held against each other row by row. */
@RehearsalTest
class MergesTest {

    private static final String OFFICER = "chuyenvien";
    private static final Scan SCAN = new Scan(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47}, "giay.png", Scan.Kind.PNG);

    @Autowired
    ApplicationContext context;

    @Autowired
    Merges merges;

    @Autowired
    People people;

    @Autowired
    StaffPapers papers;

    @Autowired
    TrainingEnrolments enrolments;

    @Autowired
    TrainingResults results;

    @Autowired
    TrainingCertificates certificates;

    @Autowired
    Transfers transfers;

    @Autowired
    JdbcClient jdbc;

    TrainingTown town;
    long kept;
    long gone;

    @BeforeEach
    void two() {
        town = new TrainingTown(context);
        kept = town.person("CKC", LocalDate.of(1985, 3, 1));
        gone = town.person("TDC", LocalDate.of(1985, 3, 2));
    }

    private long merge(PersonFact... taken) {
        var id = new AtomicLong();
        var facts = EnumSet.noneOf(PersonFact.class);
        facts.addAll(List.of(taken));
        town.act(OFFICER, () -> id.set(merges.merge(kept, gone, facts, "Đã đối chiếu thẻ căn cước")));
        return id.get();
    }

    private Set<PersonFact> undo(long merge) {
        var later = EnumSet.noneOf(PersonFact.class);
        town.act(OFFICER, () -> later.addAll(merges.undo(merge, "Nhầm người").facts()));
        return later;
    }

    private void write(String sql) {
        Scope.system().run(() -> jdbc.sql(sql).update());
    }

    private long classOf(List<Long> members) {
        var id = town.past(OFFICER, town.course(OFFICER, "DIGITAL"), 10);
        town.act(OFFICER, () -> enrolments.enrol(id, members));
        return id;
    }

    private void certified(long classId) {
        town.finish(OFFICER, classId, Set.of());
        town.act(OFFICER, () -> {
            results.close(classId);
            results.confirmFor(classId);
            certificates.issue(classId);
        });
    }

    /** Every row of every table that names one of the two, as it stands. */
    private Map<String, String> photograph() {
        return Scope.system().get(() -> {
            var rows = new TreeMap<String, String>();
            var places = jdbc.sql("""
                    select c.conrelid::regclass::text || ' ' || a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                     where c.contype = 'f' and c.confrelid = 'person.person'::regclass and c.conrelid not in ('person.person'::regclass, 'person.merge'::regclass)
                    """).query(String.class).list();
            assertThat(places).contains("person.training_certificate person_id", "person.competence_attempt person_id");
            places.add("person.person id");
            for (var place : places) {
                var parts = place.split(" ");
                rows.put(
                        place,
                        jdbc.sql("select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]')::text from "
                                        + parts[0] + " t where " + parts[1] + " in (:kept, :gone)")
                                .param("kept", kept)
                                .param("gone", gone)
                                .query(String.class)
                                .single());
            }
            return rows;
        });
    }

    private void everything(long person, String registrar) {
        town.act(registrar, () -> {
            var scan = papers.keep(SCAN);
            papers.add(
                    person,
                    new NewPaper(
                            PaperKind.SU_PHAM, "NVSP " + person, "Trường Sư phạm", "", LocalDate.of(2016, 1, 1), null),
                    scan);
            papers.recognise(
                    person, new NewRecognition("Hàn", 7, "9/QĐ", LocalDate.of(2026, 1, 1), "Bậc 7/7", null), scan);
            var facts = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
            facts.put(PersonFact.PHONE, "090%07d".formatted(person % 10_000_000));
            people.correct(person, facts, "Theo phiếu", scan);
        });
        write("insert into person.training_passport values (%1$d, 'HC-' || %1$d, true, now())".formatted(person));
        write("""
                insert into person.competence_attempt (person_id, version_id, started_at, submitted_on, overall)
                select %d, min(id), now(), current_date, 3 from person.competence_version
                """.formatted(person));
    }

    @Test
    void two_full_records_become_one_and_come_apart_row_by_row() {
        everything(kept, "daotao.caothang");
        everything(gone, "daotao.thuduc");
        var own = classOf(List.of(gone));
        var both = classOf(List.of(kept, gone));
        var revoked = classOf(List.of(gone));
        for (var it : List.of(own, both, revoked)) {
            certified(it);
        }
        town.act(
                OFFICER,
                () -> certificates.revoke(
                        town.one("select id from person.training_certificate where class_id = " + revoked), "Học hộ"));
        var before = photograph();

        var merge = merge(PersonFact.FULL_NAME);
        assertThat(town.one("select count(*) from person.training_certificate where person_id = " + kept))
                .as("two of the other and one of its own; that of a seat that stays, stays with it")
                .isEqualTo(3);
        assertThat(town.one("select count(*) from person.training_enrolment where class_id = %d and person_id = %d"
                        .formatted(own, kept)))
                .isEqualTo(1);
        assertThat(town.one("select count(*) from person.training_enrolment where class_id = %d and person_id = %d"
                        .formatted(both, gone)))
                .as("a person learns in a class once: the other's place stays with the other")
                .isEqualTo(1);
        assertThat(town.one("select count(*) from person.training_passport where open and person_id in (%d, %d)"
                        .formatted(kept, gone)))
                .isEqualTo(1);
        assertThat(town.one("select count(*) from person.competence_attempt where person_id = " + kept))
                .isEqualTo(2);
        assertThat(town.one("select count(*) from person.recognition where person_id = " + kept))
                .isEqualTo(2);
        assertThat(photograph()).isNotEqualTo(before);

        assertThat(undo(merge)).isEmpty();
        assertThat(photograph()).isEqualTo(before);
    }

    @Test
    void what_is_signed_still_moves_by_a_merge_alone() {
        certified(classOf(List.of(gone)));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> write("update person.training_certificate set person_id = %d where person_id = %d"
                        .formatted(kept, gone)))
                .withMessageContaining("a signed certificate does not change");
        merge();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> write("update person.training_certificate set person_id = %d where person_id = %d"
                        .formatted(gone, kept)))
                .withMessageContaining("a signed certificate does not change");
    }

    @Test
    void what_cannot_stand_twice_is_named_before_anything_is_done() {
        var open = classOf(List.of(kept, gone));
        var name = town.text("select name from person.training_class where id = " + open);
        town.act(
                "daotao.caothang",
                () -> transfers.offer(
                        kept,
                        town.college("TDC"),
                        new NewTransfer(LocalDate.of(2026, 12, 10), "GIANG_VIEN", "", "BIEN_CHE", "QĐ 30")));
        town.act(
                "daotao.thuduc",
                () -> transfers.offer(
                        gone,
                        town.college("CKC"),
                        new NewTransfer(LocalDate.of(2026, 12, 10), "GIANG_VIEN", "", "BIEN_CHE", "QĐ 31")));
        var before = photograph();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(this::merge)
                .withMessageContaining("“" + name + "”")
                .withMessageContaining("chuyển công tác chờ trả lời: từ");
        assertThat(photograph()).isEqualTo(before);
    }

    @Test
    void who_sat_in_a_class_under_both_records_is_certified_once() {
        var before = classOf(List.of(kept, gone));
        var after = classOf(List.of(kept, gone));
        for (var it : List.of(before, after)) {
            town.finish(OFFICER, it, Set.of());
            town.act(OFFICER, () -> results.close(it));
        }
        town.act(OFFICER, () -> results.confirmFor(before));
        write(
                "update person.training_enrolment set confirmed_at = null, confirmed_by = null where class_id = %d and person_id = %d"
                        .formatted(before, kept));
        town.act(OFFICER, () -> assertThat(certificates.issue(before)).isEqualTo(1));
        merge();
        for (var it : List.of(before, after)) {
            town.act(OFFICER, () -> results.confirmFor(it));
        }

        assertThatExceptionOfType(Refusal.class)
                .as("the other record has the certificate already")
                .isThrownBy(() -> town.act(OFFICER, () -> certificates.issue(before)))
                .withMessageContaining("Không có ai đủ điều kiện cấp");
        town.act(OFFICER, () -> assertThat(certificates.issue(after)).isEqualTo(1));
        assertThat(town.one("select person_id from person.training_certificate where class_id = " + after))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_corrected_after_the_merge_stays_when_the_two_come_apart(boolean written) {
        everything(gone, "daotao.thuduc");
        var merge = merge();
        if (!written) {
            write("update person.merge set after = null where id = " + merge);
        }
        var facts = new EnumMap<PersonFact, @Nullable String>(PersonFact.class);
        facts.put(PersonFact.EMAIL, "moi.%d@truong.example".formatted(kept));
        town.act("daotao.caothang", () -> people.correct(kept, facts, "Địa chỉ mới", papers.keep(SCAN)));
        assertThat(undo(merge)).containsExactly(PersonFact.EMAIL);
        assertThat(town.text("select email || coalesce(phone, ' không có số') from person.person where id = " + kept))
                .as("corrected since, and given back")
                .isEqualTo("moi.%d@truong.example không có số".formatted(kept));
        assertThat(town.text("select summary from audit.act where kind = 'PEOPLE_PARTED' and subject_id = " + kept))
                .endsWith("giữ nguyên các ô sửa sau khi gộp: Thư điện tử");
    }

    private NewSpell spell(String college, int percent, boolean principal, LocalDate from) {
        return new NewSpell(
                town.college(college),
                null,
                "Khoa Thử",
                "GIANG_VIEN",
                true,
                "BIEN_CHE",
                percent,
                principal,
                from,
                null);
    }

    private long spellOf(long person, String college) {
        return town.one("select id from person.spell where person_id = %d and institution_id = %d"
                .formatted(person, town.college(college)));
    }

    @Test
    void spells_edited_and_a_transfer_made_after_the_merge_are_named_when_the_two_come_apart() {
        var own = spellOf(kept, "CKC");
        var other = spellOf(gone, "TDC");
        var merge = merge();
        town.act(
                "daotao.thuduc",
                () -> people.changeSpell(kept, other, spell("TDC", 60, false, LocalDate.of(2020, 1, 1)), "QĐ 12"));
        var day = town.today.plusDays(3);
        town.act(
                "daotao.caothang",
                () -> transfers.offer(
                        kept, town.college("TDC"), new NewTransfer(day, "GIANG_VIEN", "", "BIEN_CHE", "QĐ 30")));
        town.act(
                "daotao.thuduc",
                () -> transfers.accept(
                        town.one("select id from person.transfer where state = 'PENDING' and person_id = " + kept)));
        town.act(
                OFFICER,
                () -> assertThat(merges.undo(merge, "Nhầm người").work())
                        .anySatisfy(it ->
                                assertThat(it).startsWith("thời gian công tác").contains("Cao Thắng"))
                        .anySatisfy(it ->
                                assertThat(it).startsWith("thời gian công tác").contains("Thủ Đức"))
                        .anySatisfy(it -> assertThat(it).endsWith("(mới ghi)"))
                        .anySatisfy(it ->
                                assertThat(it).startsWith("chuyển công tác từ").endsWith(Vi.day(day)))
                        .hasSize(4));
        assertThat(town.one("select percent from person.spell where id = " + other))
                .isEqualTo(60);
        assertThat(town.text("select ends_on::text from person.spell where id = " + own))
                .isEqualTo(day.minusDays(1).toString());
    }

    @Test
    void time_beyond_what_may_be_written_is_told_before_the_merge_and_can_be_lowered_after_it() {
        town.act("daotao.thuduc", () -> people.addSpell(gone, spell("TDC", 40, false, LocalDate.of(2021, 5, 6))));
        town.act(
                OFFICER,
                () -> assertThat(people.overload(kept, gone))
                        .contains("240 %", "06/05/2021", "nhiều nhất được ghi là 200 %", "Vẫn gộp được"));
        merge();
        var other = spellOf(kept, "CKC");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> town.act(
                        "daotao.caothang",
                        () -> people.addSpell(kept, spell("CKC", 10, false, LocalDate.of(2022, 1, 1)))))
                .withMessageContaining("250 %");
        town.act(
                "daotao.caothang",
                () -> people.changeSpell(kept, other, spell("CKC", 90, true, LocalDate.of(2020, 1, 1)), "QĐ 13"));
        assertThatExceptionOfType(Refusal.class)
                .as("no more than before, and not more again")
                .isThrownBy(() -> town.act(
                        "daotao.caothang",
                        () -> people.changeSpell(
                                kept, other, spell("CKC", 95, true, LocalDate.of(2020, 1, 1)), "QĐ 14")))
                .withMessageContaining("235 %");
        town.act("daotao.caothang", () -> people.endSpell(kept, other, town.today, "Nghỉ hưu"));
    }

    @Test
    void one_timeline_tells_of_both_records_and_a_college_reads_no_more_than_the_page_shows() {
        everything(kept, "daotao.caothang");
        everything(gone, "daotao.thuduc");
        var number = town.staffNumber(gone);
        town.act(
                "daotao.thuduc",
                () -> people.changeSpell(
                        gone,
                        spellOf(gone, "TDC"),
                        new NewSpell(
                                town.college("TDC"),
                                null,
                                "Khoa Kín Đáo",
                                "GIANG_VIEN",
                                true,
                                "BIEN_CHE",
                                70,
                                true,
                                LocalDate.of(2020, 1, 1),
                                null),
                        "QĐ kín"));
        merge();
        town.act(OFFICER, () -> {
            var lines = people.timeline(kept);
            assertThat(lines)
                    .filteredOn(it -> number.equals(it.origin()))
                    .extracting(Event::what)
                    .contains("Ghi hồ sơ nhà giáo, cán bộ");
            assertThat(lines).anySatisfy(it -> assertThat(it.about()).contains("Khoa Kín Đáo"));
            assertThat(people.mergedInto(gone).map(Person::id)).contains(kept);
        });
        town.act("daotao.caothang", () -> {
            var lines = people.timeline(kept);
            assertThat(lines)
                    .extracting(Event::about)
                    .noneMatch(it -> it.contains("Khoa Kín Đáo") || it.contains("70 %"));
            assertThat(lines)
                    .extracting(Event::author)
                    .noneMatch(it -> it.contains("thuduc") || it.contains("Thủ Đức"));
            assertThat(lines).extracting(Event::what).contains("Ghi hồ sơ nhà giáo, cán bộ");
            assertThat(people.mergedInto(gone).map(Person::id)).contains(kept);
        });
        town.act("daotao.thuduc", () -> {
            assertThat(people.timeline(kept))
                    .filteredOn(it -> number.equals(it.origin()))
                    .extracting(Event::about)
                    .anyMatch(it -> it.contains("Khoa Kín Đáo"));
            assertThat(people.mergedInto(gone).map(Person::id))
                    .as("its old address leads on")
                    .contains(kept);
        });
    }

    @Test
    void numbers_beside_each_other_show_where_they_differ() {
        assertThat(PersonFile.masked("079185012001", "079186013001")).isEqualTo("•••••5••2001");
        assertThat(PersonFile.masked("079186013001", "079185012001")).isEqualTo("•••••6••3001");
        assertThat(PersonFile.masked("079186013001", "")).isEqualTo("•••••••••001");
    }

    @Test
    void a_number_that_somebody_else_was_given_in_the_meantime_is_named() {
        var number = town.text("select citizen_id from person.person where id = " + gone);
        var merge = merge();
        var third = town.person("CKC", LocalDate.of(1990, 1, 1));
        write("update person.person set citizen_id = '%s' where id = %d".formatted(number, third));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> undo(merge))
                .withMessageContaining("số định danh của hồ sơ kia");
        write("update person.person set citizen_id = null where id = " + third);
        assertThat(undo(merge)).isEmpty();
    }

    @Autowired
    MergeRepository repository;

    private long named(String name, String born, @Nullable String citizen, @Nullable String phone) {
        var id = town.person("CKC", LocalDate.parse(born));
        Scope.system()
                .run(() -> jdbc.sql("""
                        update person.person set full_name = :name, name_folded = :folded, sort_key = :key, citizen_id = :citizen, phone = :phone where id = :id
                        """)
                        .param("name", name)
                        .param("folded", Vietnamese.fold(name))
                        .param("key", Vietnamese.sortKey(name))
                        .param("citizen", citizen)
                        .param("phone", phone)
                        .param("id", id)
                        .update());
        return id;
    }

    @Test
    void records_that_look_alike_are_offered_with_the_reason_page_by_page() {
        var tail = "%06d".formatted(System.nanoTime() % 1_000_000);
        var first = named("Ưng Thị Khoắn", "1971-02-03", "079171" + tail, "0933" + tail);
        var again = named("Ứng Thi Khoan", "1971-02-03", null, null);
        var middle = named("Ưng Thị Hồng Khoắn", "1971-02-03", null, null);
        var slip = named("Ưng Thị Khoắn", "1971-02-13", "079117" + tail, null);
        var sequel = named("Ưng Thị Khoắn", "1980-05-06", "079172" + tail, null);
        var phoned = named("Ong Thị Khác Hẳn", "1971-02-03", null, "0933" + tail);
        var namesake = named("Ưng Thị Khoắn", "1990-01-01", "001190" + tail.substring(3) + "111", null);

        var offered = Scope.system().get(() -> {
            var all = new HashMap<String, String>();
            var pages = repository.listCandidates(1).last();
            var total = repository.listCandidates(1).total();
            for (var page = 1; page <= pages; page++) {
                repository
                        .listCandidates(page)
                        .rows()
                        .forEach(it -> all.put(it.firstId() + "-" + it.secondId(), it.why()));
            }
            assertThat(all).hasSize((int) total);
            return all;
        });
        assertThat(offered.get(first + "-" + again)).isEqualTo("cùng họ tên và ngày sinh");
        assertThat(offered.get(first + "-" + middle)).isEqualTo("cùng họ, tên và ngày sinh, khác tên đệm");
        assertThat(offered.get(first + "-" + slip)).isEqualTo("cùng họ tên, số định danh lệch một, hai chữ số");
        assertThat(offered.get(first + "-" + phoned)).isEqualTo("cùng ngày sinh và số điện thoại");
        for (var it : List.of(namesake, sequel)) {
            assertThat(offered.keySet())
                    .noneMatch(pair -> List.of(pair.split("-")).contains(Long.toString(it)));
        }

        town.act(OFFICER, () -> merges.tellApart(first, again));
        assertThat(Scope.system().get(() -> repository.listCandidates(1).total()))
                .isEqualTo(offered.size() - 1);
        assertThat(Scope.system().get(() -> repository.findByNumber(town.staffNumber(first))))
                .contains(first);
    }
}
