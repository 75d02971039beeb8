package vn.lanhnghe.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.framework.Item.Kind;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** Frameworks go out and come back as no change, in both forms; a new version is laid beside the one in use and takes its place. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/framework-${random.uuid}")
class FrameworkTest {

    @Autowired
    Frameworks frameworks;

    @Test
    void the_three_frameworks_are_there_whole() {
        assertThat(count("NLS-NH", Kind.DOMAIN)).isEqualTo(6);
        assertThat(count("NLS-NH", Kind.COMPONENT)).isEqualTo(24);
        assertThat(content("NLS-NH").levels()).hasSize(8);
        assertThat(count("NLS-NG", Kind.DOMAIN)).isEqualTo(6);
        assertThat(count("NLS-NG", Kind.COMPONENT)).isEqualTo(20);
        assertThat(content("NLS-NG").levels()).hasSize(3);
        assertThat(count("DIGCOMPEDU", Kind.DOMAIN)).isEqualTo(6);
        assertThat(count("DIGCOMPEDU", Kind.COMPONENT)).isEqualTo(22);
        assertThat(content("DIGCOMPEDU").levels()).hasSize(6);
        assertThat(officer(() -> frameworks.listMatches(inUse("NLS-NG")))).hasSizeGreaterThan(10);
    }

    @Test
    void what_goes_out_comes_back_as_no_change() {
        for (var code : List.of("NLS-NH", "NLS-NG", "DIGCOMPEDU")) {
            for (var file : List.of(json(code), FrameworkSheet.write(content(code)))) {
                var reading = officer(() -> frameworks.read(file));
                assertThat(reading.faults()).as(code).isEmpty();
                assertThat(reading.changes()).as(code).isEmpty();
                assertThat(reading.usable()).isFalse();
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> officer(() -> frameworks.keep(reading.sha256())))
                        .withMessageContaining("0 thay đổi");
            }
        }
    }

    @Test
    void the_package_has_what_case_asks() throws Exception {
        var root = JsonMapper.shared().readTree(json("NLS-NG"));
        assertThat(root.path("CFDocument").path("adoptionStatus").asString()).isEqualTo("Adopted");
        assertThat(root.path("CFItems")).hasSize(26);
        for (var item : root.path("CFItems")) {
            assertThat(item.has("identifier")
                            && item.has("uri")
                            && item.has("fullStatement")
                            && item.has("lastChangeDateTime"))
                    .isTrue();
        }
        var associations = root.path("CFAssociations");
        var children = 0;
        for (var it : associations) {
            assertThat(it.path("originNodeURI").path("identifier").asString()).hasSize(36);
            children += "isChildOf".equals(it.path("associationType").asString()) ? 1 : 0;
        }
        assertThat(children).as("every item hangs somewhere").isEqualTo(26);
        assertThat(associations.size())
                .as("and some are held against another framework")
                .isGreaterThan(26);
    }

    @Test
    void a_version_in_use_is_not_changed_by_a_file() {
        var file = FrameworkSheet.write(with("NLS-NH", "2025", items -> {
            items.set(1, renamed(items.get(1), "Tên khác"));
            return items;
        }));
        var reading = officer(() -> frameworks.read(file));
        assertThat(reading.changes()).singleElement().extracting(Change::kind).isEqualTo(Change.Kind.CHANGED);
        assertThat(reading.closed()).isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> frameworks.keep(reading.sha256())))
                .withMessageContaining("đang dùng");
    }

    @Test
    void a_new_version_names_what_takes_the_place_of_each_item() {
        var first = FrameworkSheet.write(trial("1", UnaryOperator.identity()));
        officer(() -> {
            frameworks.activate(frameworks.keep(frameworks.read(first).sha256()), LocalDate.now(Vi.ZONE), true);
            return 1;
        });
        var file = FrameworkSheet.write(trial("2", items -> {
            items.removeIf(it -> it.code().equals("6.4"));
            var at = items.stream()
                    .filter(it -> it.code().equals("1.1"))
                    .findFirst()
                    .orElseThrow();
            items.set(items.indexOf(at), renamed(at, "Dạy học trong môi trường số"));
            return items;
        }));
        var reading = officer(() -> frameworks.read(file));
        assertThat(reading.changes())
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(Change.Kind.CHANGED, Change.Kind.REMOVED);
        long draft = officer(() -> frameworks.keep(reading.sha256()));
        var proposed = officer(() -> frameworks.listSuccessions(frameworks.get(draft)));
        assertThat(proposed).hasSize(26);
        assertThat(proposed)
                .filteredOn(it -> it.code().equals("1.1"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.how()).isEqualTo("SAME");
                    assertThat(it.successorName()).isEqualTo("Dạy học trong môi trường số");
                });
        assertThat(proposed)
                .filteredOn(it -> it.successorId() == null)
                .extracting(FrameworkRepository.Succession::code)
                .containsExactly("6.4");
        officer(() -> {
            frameworks.choose(draft, "6.4", "6.3");
            return 1;
        });
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> {
                    frameworks.choose(draft, "6.4", "9.9");
                    return 1;
                }));
        // the same file once more is no change to the draft
        assertThat(officer(() -> frameworks.read(FrameworkSheet.write(frameworks.content(frameworks.get(draft)))))
                        .changes())
                .isEmpty();
        officer(() -> {
            frameworks.activate(draft, LocalDate.now(Vi.ZONE).plusDays(1), true);
            return 1;
        });
        assertThat(officer(() -> frameworks.get(draft).state())).isEqualTo(Framework.State.ACTIVE);
        assertThat(officer(frameworks::list))
                .filteredOn(it -> it.code().equals("THU") && it.state() == Framework.State.ENDED)
                .hasSize(1);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        var file = FrameworkSheet.write(with("DIGCOMPEDU", "2", items -> {
            var first = items.getFirst();
            items.set(0, new Item(first.identifier(), "1", "1.1", Kind.DOMAIN, null, first.name(), ""));
            items.add(new Item(Change.identifier("x", "y"), "2.1", "99", Kind.COMPONENT, "Z9", "x", ""));
            return items;
        }));
        var faults = officer(() -> frameworks.read(file)).faults();
        assertThat(String.join("\n", faults))
                .contains(
                        "thuộc chính nó",
                        "Mã 2.1 ghi cho hai mục",
                        "không có mục 99",
                        "không có bậc “Z9”",
                        "tên cần từ 2");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> frameworks.read("{\"a\":".getBytes(StandardCharsets.UTF_8))));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> frameworks.read("{\"a\":1}".getBytes(StandardCharsets.UTF_8))))
                .withMessageContaining("CFDocument");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> frameworks.read("a;b\n1;2".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void every_row_that_cannot_be_read_is_told_with_its_column() {
        var rows = List.of(
                List.of("KHUNG", "THU-2", "", "", "Khung thử hai", "", "1", "LEARNER", "", ""),
                List.of("MIEN", "1", "", "", "Miền một", "", "", "", "", "zz"),
                List.of("HANG", "1.1", "1", "", "Năng lực", "", "", "", "", ""),
                List.of("NANG_LUC", "1.2", "1", "", "Năng lực hai", "", "", "", "", "yy"));
        var file = Spreadsheets.xlsx("x", FrameworkSheet.HEADERS, rows, Map.of());
        assertThat(officer(() -> frameworks.read(file)).faults())
                .anyMatch(it -> it.startsWith("Dòng 3, cột Định danh: “zz”"))
                .anyMatch(it -> it.startsWith("Dòng 4, cột Loại: “HANG”"))
                .anyMatch(it -> it.startsWith("Dòng 5, cột Định danh: “yy”"));
    }

    @Test
    void an_item_without_an_identifier_is_known_by_its_code() {
        var it = content("NLS-NH");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                "KHUNG", it.code(), "", "", it.title(), it.english(), it.version(), "LEARNER", it.creator(), ""));
        it.levels()
                .forEach(level -> rows.add(
                        List.of("BAC", level.code(), level.band(), "", level.name(), level.english(), "", "", "", "")));
        it.items()
                .forEach(item -> rows.add(List.of(
                        item.kind() == Kind.DOMAIN ? "MIEN" : "NANG_LUC",
                        item.code(),
                        Objects.requireNonNullElse(item.parentCode(), ""),
                        "",
                        item.name(),
                        item.english(),
                        "",
                        "",
                        "",
                        "")));
        var file = Spreadsheets.xlsx("x", FrameworkSheet.HEADERS, rows, Map.of());
        assertThat(officer(() -> frameworks.read(file)).changes()).isEmpty();
    }

    @Test
    void a_file_in_another_encoding_is_named() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> officer(() -> frameworks.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16))))
                .withMessageContaining("không phải UTF-8");
    }

    @Test
    void every_item_has_an_english_name() {
        for (var code : List.of("NLS-NH", "NLS-NG", "DIGCOMPEDU")) {
            assertThat(content(code).items())
                    .as(code)
                    .allMatch(it -> it.english().length() > 3);
        }
        assertThat(content("NLS-NH").items())
                .filteredOn(it -> it.code().equals("5.4"))
                .singleElement()
                .satisfies(it -> assertThat(it.english()).isEqualTo("Identifying digital competence gaps"));
    }

    private byte[] json(String code) {
        return JsonMapper.shared().writeValueAsBytes(officer(() -> {
            return frameworks.casePackage(inUse(code), "http://localhost");
        }));
    }

    /** A framework of the test's own, as large as that of teachers. */
    private Content trial(String version, UnaryOperator<List<Item>> change) {
        var it = with("NLS-NG", version, change);
        return new Content(
                Change.identifier("THU", version),
                "THU",
                version,
                "Khung thử",
                "",
                it.audience(),
                it.creator(),
                it.levels(),
                it.items());
    }

    private Content with(String code, String version, UnaryOperator<List<Item>> change) {
        var it = content(code);
        return new Content(
                it.identifier(),
                it.code(),
                version,
                it.title(),
                it.english(),
                it.audience(),
                it.creator(),
                it.levels(),
                change.apply(new ArrayList<>(it.items())));
    }

    private static Item renamed(Item it, String name) {
        return new Item(it.identifier(), it.code(), it.parentCode(), it.kind(), it.levelCode(), name, it.english());
    }

    private long count(String code, Kind kind) {
        return content(code).items().stream().filter(it -> it.kind() == kind).count();
    }

    private Content content(String code) {
        return officer(() -> frameworks.content(inUse(code)));
    }

    private Framework inUse(String code) {
        return frameworks.list().stream()
                .filter(it -> it.code().equals(code) && it.state() == Framework.State.ACTIVE)
                .findFirst()
                .orElseThrow();
    }

    private <T> T officer(Supplier<T> deed) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "x", null, AuthorityUtils.createAuthorityList("LAW_VIEW", "FRAMEWORK_EDIT")));
        try {
            return new Scope(Scope.Reach.CITY, null, null, null, null, "Chuyên viên").get(deed);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
