package vn.lanhnghe.rehearsal;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.file.Scan;
import vn.lanhnghe.intake.Batches;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.paper.NewRecognition;
import vn.lanhnghe.person.paper.StaffPapers;

/**
 * The staff of the two colleges of the rehearsal: invented teachers and managers who come in as a file through the import centre, the
 * personas among them, each linked to their account.
 */
@Component
@ConditionalOnProperty(name = "lanhnghe.rehearsal", havingValue = "true")
class Staffing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String HEADER =
            "Họ và tên;Ngày sinh;Giới tính;Số CCCD;Chức danh;Khoa, phòng, tổ;Có giảng dạy;Loại hợp đồng;Tỷ lệ thời gian;Nơi làm việc chính;Ngày bắt đầu;Điện thoại;Email;Trình độ cao nhất";

    /** A white dot: the rehearsal's scans show nothing. */
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=");

    /** One of the staff, as a row of the file. */
    private record Member(
            String name,
            LocalDate born,
            boolean woman,
            String citizenId,
            String title,
            String department,
            boolean teaches,
            String contract,
            int percent,
            boolean principal,
            LocalDate since,
            String degree) {

        /** The same person, invited by another college for some hours. */
        Member guest() {
            return new Member(
                    name,
                    born,
                    woman,
                    citizenId,
                    "Giảng viên",
                    department,
                    true,
                    "Thỉnh giảng",
                    30,
                    false,
                    LocalDate.of(2026, 2, 1),
                    degree);
        }
    }

    private final Batches batches;
    private final Personas personas;
    private final vn.lanhnghe.person.People people;
    private final StaffPapers papers;
    private final JdbcClient jdbc;

    Staffing(Batches batches, Personas personas, People people, StaffPapers papers, JdbcClient jdbc) {
        this.batches = batches;
        this.personas = personas;
        this.people = people;
        this.papers = papers;
        this.jdbc = jdbc;
    }

    /** Both colleges; some teachers of the first teach at the second as well. */
    void build(long first, long second) {
        var caothang = new LinkedHashMap<String, String>();
        caothang.put("hieutruong.caothang", "Phạm Văn Hậu");
        caothang.put("daotao.caothang", "Nguyễn Thị Mai");
        caothang.put("nhagiao.caothang", "Võ Thành Nhân");
        var thuduc = new LinkedHashMap<String, String>();
        thuduc.put("hieutruong.thuduc", "Trương Hoài Ân");
        thuduc.put("daotao.thuduc", "Bùi Thanh Tâm");
        var staff = invent(120, 7, List.copyOf(caothang.values()));
        take("daotao.caothang", first, staff, caothang);
        var others = new ArrayList<>(invent(84, 8, List.copyOf(thuduc.values())));
        staff.stream()
                .filter(it -> it.title().equals("Giảng viên") && it.principal())
                .skip(3)
                .limit(6)
                .map(Member::guest)
                .forEach(others::add);
        take("daotao.thuduc", second, others, thuduc);
    }

    private void take(String registrar, long institution, List<Member> staff, Map<String, String> linked) {
        personas.act(registrar, () -> {
            var batch = batches.upload("nhan-su.csv", csv(staff), "staff");
            batches.commit(batch);
            batches.await(batch);
        });
        linked.forEach((username, name) -> {
            var account = new ArrayList<Long>();
            personas.act(
                    username,
                    () -> account.add(Objects.requireNonNull(Scope.current().accountId())));
            personas.act(registrar, () -> people.link(account.getFirst(), find(institution, name)));
        });
        personas.act(registrar, () -> furnish(institution));
    }

    private long find(long institution, String name) {
        return jdbc.sql(
                        "select min(person_id) from person.staff where institution_id = :institution and full_name = :name")
                .param("institution", institution)
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private record Place(long personId, long spellId) {}

    /** Two people away, and the recognitions of those who teach by their craft. */
    private void furnish(long institution) {
        places(institution, "TEACHER", 2)
                .forEach(it -> people.addLeave(
                        it.personId(),
                        it.spellId(),
                        "Nghỉ thai sản",
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2027, 2, 28)));
        var number = 1;
        for (var it : places(institution, "INSTRUCTOR", 3)) {
            papers.recognise(
                    it.personId(),
                    new NewRecognition(
                            "Hàn",
                            5,
                            "%02d/QĐ-DN".formatted(number++),
                            LocalDate.of(2026, 6, 20),
                            "Bậc thợ 6/7, 15 năm làm nghề",
                            LocalDate.of(2026, 10, 30)),
                    papers.keep(new Scan(DOT, "quyet-dinh.png", Scan.Kind.PNG)));
        }
    }

    private List<Place> places(long institution, String post, int most) {
        return jdbc.sql("""
                select person_id, spell_id from person.staff
                 where institution_id = :institution and post = :post and sex is not null and principal and title_code <> 'GIANG_VIEN_CAO_CAP'
                 order by (sex = 'FEMALE') desc, person_id desc limit :most
                """)
                .param("institution", institution)
                .param("post", post)
                .param("most", most)
                .query(Place.class)
                .list();
    }

    /** {@code first} are called by name: the head, the head of training, and teachers. */
    private static List<Member> invent(int count, int mark, List<String> first) {
        var chance = new Random(4_300 + mark);
        var names = new vn.lanhnghe.rehearsal.People(40 + mark, "S", 2025);
        var staff = new ArrayList<Member>();
        for (var i = 0; i < count; i++) {
            var named = i < first.size();
            var woman = named ? first.get(i).contains(" Thị ") : chance.nextInt(100) < 44;
            var name = named ? first.get(i) : names.name(woman);
            var born = LocalDate.of(1966 + chance.nextInt(33), 1, 1).plusDays(chance.nextInt(365));
            var since = LocalDate.of(Math.max(born.getYear() + 23, 2004 + chance.nextInt(21)), 9, 1);
            staff.add(member(i, named, name, born, woman, mark, since, chance));
        }
        return staff;
    }

    private static Member member(
            int i,
            boolean named,
            String name,
            LocalDate born,
            boolean woman,
            int mark,
            LocalDate since,
            Random chance) {
        var course = Course.ALL.get(chance.nextInt(Course.ALL.size()));
        var citizenId = "099%d%02d%d%05d".formatted(woman ? 1 : 0, born.getYear() % 100, mark, i);
        var faculty = "Khoa " + course.name();
        var title = title(i, named);
        var manager = i < 2 || !named && i < 16;
        var guest = !manager && !named && chance.nextInt(100) < 12 && !title.equals("Người dạy nghề");
        return new Member(
                name,
                born,
                woman,
                citizenId,
                title,
                manager && (i < 2 || title.startsWith("Phó hiệu"))
                        ? i == 1 ? "Phòng Đào tạo" : "Ban Giám hiệu"
                        : faculty,
                !manager || i > 4,
                guest ? "Thỉnh giảng" : chance.nextInt(100) < 60 ? "Biên chế" : "Không xác định thời hạn",
                guest ? 40 : 100,
                !guest,
                since.isAfter(LocalDate.of(2025, 9, 1)) ? LocalDate.of(2025, 9, 1) : since,
                i % 9 == 0 ? "Tiến sĩ" : i % 2 == 0 ? "Thạc sĩ" : "Đại học");
    }

    private static String title(int i, boolean named) {
        return i == 0
                ? "Hiệu trưởng"
                : i == 1
                        ? "Trưởng phòng"
                        : named
                                ? "Giảng viên"
                                : i < 5
                                        ? "Phó hiệu trưởng"
                                        : i < 11
                                                ? "Trưởng khoa"
                                                : i < 16
                                                        ? "Phó trưởng khoa"
                                                        : i < 19
                                                                ? "Người dạy nghề"
                                                                : i % 11 == 0
                                                                        ? "Giảng viên chính"
                                                                        : i % 5 == 0
                                                                                ? "Giáo viên trung cấp"
                                                                                : "Giảng viên";
    }

    private static byte[] csv(List<Member> staff) {
        var rows = new ArrayList<String>();
        for (var it : staff) {
            rows.add(String.join(
                    ";",
                    it.name(),
                    DAY.format(it.born()),
                    it.woman() ? "Nữ" : "Nam",
                    it.citizenId(),
                    it.title(),
                    it.department(),
                    it.teaches() ? "Có" : "Không",
                    it.contract(),
                    Integer.toString(it.percent()),
                    it.principal() ? "Có" : "Không",
                    DAY.format(it.since()),
                    "09%08d".formatted(Long.parseLong(it.citizenId().substring(4))),
                    "nv%s@truong.example".formatted(it.citizenId().substring(6)),
                    it.degree()));
        }
        return ("\ufeff" + HEADER + "\r\n" + rows.stream().collect(joining("\r\n")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
