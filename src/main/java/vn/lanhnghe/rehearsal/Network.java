package vn.lanhnghe.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.institution.Institution;
import vn.lanhnghe.institution.Institutions;
import vn.lanhnghe.institution.Leaders;
import vn.lanhnghe.institution.LicenceKind;
import vn.lanhnghe.institution.Licences;
import vn.lanhnghe.institution.NewInstitution;
import vn.lanhnghe.institution.NewLicence;
import vn.lanhnghe.institution.NewLine;
import vn.lanhnghe.institution.Trades;
import vn.lanhnghe.person.RehearsedStaff;

/**
 * Fills the network up to the 481 institutions that the city counted on 1 October 2025, with invented ones of each type; and gives
 * every institution an invented licence and head, which say of themselves that they are a rehearsal's.
 */
@Component
class Network {

    /** How many of a type the rehearsal adds to those of the register, and how they are named. */
    private record Share(String type, int count, int publicly, String name) {}

    private record Ward(String code, double lat, double lon) {}

    private static final List<Share> SHARES = List.of(
            new Share("CD", 48, 12, "Trường Cao đẳng Diễn tập"),
            new Share("TC", 69, 18, "Trường Trung cấp Diễn tập"),
            new Share("TTGDNN", 74, 6, "Trung tâm GDNN Diễn tập"),
            new Share("TTGDTX", 29, 29, "Trung tâm GDNN – GDTX Diễn tập"),
            new Share("DN", 224, 2, "Cơ sở dạy nghề Diễn tập"));

    private static final List<String> SHORT_COURSES =
            List.of("Sửa chữa xe máy", "Hàn điện", "Pha chế đồ uống", "Chăm sóc da", "May công nghiệp", "Lái xe nâng");
    private static final LocalDate FOUNDED = LocalDate.of(2020, 1, 1);
    private static final LocalDate LICENSED = LocalDate.of(2021, 5, 26);

    /** The city's two colleges that take in learners in the rehearsal: their licences name what {@link Course} teaches. */
    private static final List<String> TEACHING = List.of("CKC", "TDC");

    private final Institutions institutions;
    private final Licences licences;
    private final Leaders leaders;
    private final Trades trades;
    private final RehearsalSettings settings;
    private final RehearsedStaff staff;
    private final JdbcClient jdbc;

    Network(
            Institutions institutions,
            Licences licences,
            Leaders leaders,
            Trades trades,
            RehearsalSettings settings,
            RehearsedStaff staff,
            JdbcClient jdbc) {
        this.institutions = institutions;
        this.licences = licences;
        this.leaders = leaders;
        this.trades = trades;
        this.settings = settings;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    void build() {
        var wards = jdbc.sql("select code, lat, lon from place.unit order by code")
                .query(Ward.class)
                .list();
        var chance = new Random(481);
        var seat = 0;
        for (var share : SHARES) {
            for (var i = 1; i <= share.count(); i++) {
                var ward = wards.get(seat++ * 5 % wards.size());
                open(share.type(), i, share.name(), i <= share.publicly() ? "CONG_LAP" : "TU_THUC", ward, chance);
            }
        }
        for (var i = 481; i < settings.institutions(); i++) {
            var ward = wards.get(seat++ * 5 % wards.size());
            open("DN", i, "Cơ sở dạy nghề Diễn tập", "TU_THUC", ward, chance);
        }
        var people = new People(3, "L", 2025);
        jdbc.sql("select id from institution.directory order by id")
                .query(Long.class)
                .list()
                .forEach(id -> furnish(institutions.get(id), chance, people));
        people();
    }

    /** Four of five institutions have recorded their staff; the two that teach bring theirs as a file. */
    private void people() {
        var invented = new People(4, "N", 2025);
        var names = new LinkedHashMap<Long, List<String>>();
        jdbc.sql("select id, code, type from institution.directory where status = 'OPEN' and id % 5 <> 0 order by id")
                .query(row -> {
                    if (!TEACHING.contains(row.getString("code"))) {
                        var count = switch (row.getString("type")) {
                            case "CD" -> 40;
                            case "TC" -> 25;
                            default -> 8;
                        };
                        names.put(
                                row.getLong("id"),
                                Stream.generate(invented::name).limit(count).toList());
                    }
                });
        staff.fill(names);
    }

    private void open(String type, int number, String name, String ownership, Ward ward, Random chance) {
        institutions.open(new NewInstitution(
                "DT-%s%03d".formatted(type, number),
                "dien-tap-%s-%03d".formatted(type.toLowerCase(Locale.ROOT), number),
                "%s %03d".formatted(name, number),
                type,
                ownership,
                ward.code(),
                near(ward.lat(), chance),
                near(ward.lon(), chance),
                FOUNDED,
                true));
    }

    /** Within some four hundred metres of a ward's centre. */
    private static BigDecimal near(double degrees, Random chance) {
        return BigDecimal.valueOf(degrees + (chance.nextDouble() - 0.5) * 0.008).setScale(6, RoundingMode.HALF_UP);
    }

    private void furnish(Institution institution, Random chance, People people) {
        var licence = licences.record(
                institution.id(),
                new NewLicence(
                        LicenceKind.FIRST,
                        "DT-%d/GCNĐKHĐ-SLĐTBXH".formatted(institution.id()),
                        "Sở Lao động – Thương binh và Xã hội (diễn tập)",
                        LICENSED,
                        null,
                        null,
                        "Giấy diễn tập, không có thật",
                        null),
                true);
        licences.add(licence, lines(institution, chance));
        var head = List.of("CD", "TC", "THN", "DH").contains(institution.type()) ? "HIEU_TRUONG" : "GIAM_DOC";
        leaders.appoint(
                institution, head, people.name(), LocalDate.of(2023, 9, 1), LocalDate.of(2028, 8, 31), "Diễn tập");
    }

    private List<NewLine> lines(Institution institution, Random chance) {
        var site = institutions.listSites(institution.id()).getFirst().id();
        var lines = new ArrayList<NewLine>();
        if (TEACHING.contains(institution.code())) {
            var listed = trades.listTrades().stream().map(it -> it.code()).collect(Collectors.toSet());
            Course.ALL.forEach(it -> {
                lines.add(new NewLine(
                        site, it.code(), it.code(), "", "CAO_DANG", 300 + 20 * chance.nextInt(12), null, null));
                var intermediate = "5" + it.code().substring(1);
                if (listed.contains(intermediate)) {
                    lines.add(new NewLine(site, intermediate, intermediate, "", "TRUNG_CAP", 300, null, null));
                }
            });
            return lines;
        }
        var first = institution.type().equals("CD") ? "6" : institution.type().equals("TC") ? "5" : "";
        var coded = trades.listTrades().stream()
                .filter(it -> !first.isEmpty() && it.code().startsWith(first))
                .toList();
        for (var i = 0; i < 5; i++) {
            if (coded.isEmpty()) {
                var name = SHORT_COURSES.get((i + chance.nextInt(2)) % SHORT_COURSES.size());
                var quota = 20 + 5 * chance.nextInt(20);
                if (lines.stream().noneMatch(it -> it.occupationName().equals(name))) {
                    lines.add(new NewLine(site, "", "", name, "SO_CAP", quota, null, null));
                }
            } else {
                var trade = coded.get(chance.nextInt(coded.size()));
                if (lines.stream().noneMatch(it -> it.occupationCode().equals(trade.code()))) {
                    lines.add(new NewLine(
                            site,
                            trade.code(),
                            trade.code(),
                            "",
                            first.equals("6") ? "CAO_DANG" : "TRUNG_CAP",
                            30 + 10 * chance.nextInt(20),
                            null,
                            null));
                }
            }
        }
        return lines;
    }
}
