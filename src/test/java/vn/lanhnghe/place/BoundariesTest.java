package vn.lanhnghe.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lanhnghe.audit.Act;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.place.Places.Kind;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** The import of a real file of boundaries, and of files with planted faults. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/boundaries-${random.uuid}")
@AutoConfigureMockMvc
@WithMockUser(authorities = "PLACE_MANAGE")
class BoundariesTest {

    private static final Path FILE = Path.of("../shared/data/hcmc-wards.geojson");
    private static final NewBoundaries SET = new NewBoundaries("Nguồn thử", "MIT", LocalDate.of(2025, 7, 1));

    @Autowired
    Places places;

    @Autowired
    Boundaries boundaries;

    @Autowired
    PlaceRepository repository;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @AfterEach
    void asBefore() {
        Scope.system().run(() -> jdbc.sql("delete from place.boundary_set").update());
        places.forget();
    }

    @Test
    void a_file_is_checked_kept_confirmed_used_taken_back_and_used_again() throws IOException {
        var sketch = places.outline().version();
        var answer = post(Files.readAllBytes(FILE));
        assertThat(answer).hasStatus3xxRedirection();
        var id = repository.listSets().getFirst().id();
        assertThat(answer.getResponse().getRedirectedUrl()).isEqualTo("/places/boundaries/" + id);
        assertThat(body("/places/boundaries/" + id))
                .contains("168 đơn vị đều có vùng hợp lệ", "Xác nhận và đưa vào dùng");
        assertThat(places.outline().schematic()).isTrue();

        assertThat(press("/places/boundaries/" + id + "/use")).hasStatus3xxRedirection();

        var outline = places.outline();
        assertThat(outline.schematic()).isFalse();
        assertThat(outline.source()).isEqualTo("Nguồn thử");
        assertThat(outline.version()).isNotEqualTo(sketch);
        assertThat(outline.geoJson()).hasSizeLessThanOrEqualTo(120_000);
        assertThat(JsonMapper.shared()
                        .readTree(outline.geoJson())
                        .path("features")
                        .size())
                .isEqualTo(168);
        assertThat(body("/places")).contains("tệp đã nhập");
        assertThat(press("/places/boundaries/" + id + "/use")).hasStatus(422);
        assertThat(press("/places/boundaries/" + id + "/removal")).hasStatus(422);

        assertThat(press("/places/sketch")).hasStatus3xxRedirection();
        assertThat(places.outline().version()).isEqualTo(sketch);
        assertThat(press("/places/sketch")).hasStatus(422);

        assertThat(press("/places/boundaries/" + id + "/use")).hasStatus3xxRedirection();
        assertThat(places.outline().version()).isEqualTo(outline.version());
        assertThat(Scope.system().get(() -> acts.list(Boundaries.SUBJECT, id)))
                .extracting(Act::kind)
                .containsExactly(
                        ActKind.BOUNDARIES_USED,
                        ActKind.BOUNDARIES_RETIRED,
                        ActKind.BOUNDARIES_USED,
                        ActKind.BOUNDARIES_UPLOADED);
    }

    @Test
    void edges_that_wards_share_stay_shared_when_the_outlines_are_made_simple() throws IOException {
        use(Files.readAllBytes(FILE));
        var id = repository.findUsed().orElseThrow().id();
        var full = shared(repository.listOutlines(id).values());
        var web = shared(repository.listWebOutlines(id).values());
        assertThat(full).isGreaterThan(0.6);
        assertThat(web).isGreaterThan(full - 0.05);
        assertThat(repository.listWebOutlines(id).values()).allMatch(it -> it.isValid() && !it.isEmpty());
    }

    /** The share of all edges that two outlines have in common. */
    private static double shared(Iterable<org.locationtech.jts.geom.Geometry> outlines) {
        var edges = new HashMap<String, Integer>();
        for (var outline : outlines) {
            for (var i = 0; i < outline.getNumGeometries(); i++) {
                var ring = ((org.locationtech.jts.geom.Polygon) outline.getGeometryN(i)).getExteriorRing();
                for (var k = 0; k + 1 < ring.getNumPoints(); k++) {
                    var a = ring.getCoordinateN(k).toString();
                    var b = ring.getCoordinateN(k + 1).toString();
                    edges.merge(a.compareTo(b) < 0 ? a + b : b + a, 1, Integer::sum);
                }
            }
        }
        return edges.values().stream().filter(it -> it == 2).count() / (double) edges.size();
    }

    @Test
    void a_centre_of_each_ward_is_found_in_it() throws IOException {
        use(Files.readAllBytes(FILE));
        var outlines =
                repository.listOutlines(repository.findUsed().orElseThrow().id());
        assertThat(outlines).hasSize(168);
        outlines.forEach((code, outline) -> {
            var centre = outline.getInteriorPoint();
            var verdict = places.check(centre.getY(), centre.getX(), code);
            assertThat(verdict.kind()).as(verdict.message()).isEqualTo(Kind.INSIDE);
            assertThat(verdict.wardCode()).isEqualTo(code);
        });
    }

    @Test
    void with_boundaries_a_point_in_the_ward_next_door_is_in_another_ward_and_no_longer_unsure() throws IOException {
        use(Files.readAllBytes(FILE));
        var verdict = places.check(10.7707, 106.6945, "26740");
        assertThat(verdict.kind()).isEqualTo(Kind.OTHER_WARD);
        assertThat(verdict.wardCode()).isEqualTo("26743");
        assertThat(verdict.km()).isBetween(0.05, 2.0);
        assertThat(places.check(10.851559, 106.758032, "26824").kind()).isEqualTo(Kind.INSIDE);
        assertThat(places.check(10.9574, 106.8427, null).kind()).as("Biên Hoà").isEqualTo(Kind.OUTSIDE);
    }

    @Test
    void all_faults_of_a_file_are_told_at_once_and_nothing_is_saved() throws IOException {
        var file = changed(features -> {
            // a bow-tie, an unknown name, one in metres, one twice, one missing, code and name that disagree, one not
            // closed, one far away
            ring(features, 0).removeAll();
            for (var at :
                    new double[][] {{106.65, 10.96}, {106.67, 10.98}, {106.67, 10.96}, {106.65, 10.98}, {106.65, 10.96}
                    }) {
                ring(features, 0).addArray().add(at[0]).add(at[1]);
            }
            properties(features, 1).remove("code");
            ((ObjectNode) features.get(1)).remove("id");
            properties(features, 1).put("fullName", "Phường Không Có").remove("name");
            ring(features, 2).removeAll();
            for (var at : new double[][] {{603412, 1191877}, {604412, 1191877}, {604412, 1192877}, {603412, 1191877}}) {
                ring(features, 2).addArray().add(at[0]).add(at[1]);
            }
            features.add(features.get(3).deepCopy());
            properties(features, 5).put("name", "Bến Thành").put("fullName", "Phường Bến Thành");
            ring(features, 6).remove(ring(features, 6).size() - 1);
            var seventh = features.get(7).path("geometry");
            var eighth = features.get(8).path("geometry");
            ((ObjectNode) features.get(7)).set("geometry", eighth);
            ((ObjectNode) features.get(8)).set("geometry", seventh);
            properties(features, 9).put("code", "99999");
            features.remove(20);
        });
        var body = text(post(file));
        assertThat(body)
                .contains("Ranh giới tự cắt tại 10.97000, 106.66000", "Chưa có gì được lưu")
                .contains("Tên “Phường Không Có” không có trong danh sách 168 đơn vị")
                .contains("trông như mét của VN-2000")
                .contains("có hai vùng: đối tượng số 4 và số 168")
                .contains("Mã và tên không khớp")
                .contains("chưa khép kín")
                .contains("Tâm của vùng cách tâm đã biết")
                .contains("Mã “99999” không có trong danh sách", "Theo tên thì mã là")
                .contains("Thiếu đơn vị này trong tệp", "Phường Phú Lợi (25750)");
        assertThat(repository.listSets()).isEmpty();
        assertThat(jdbc.sql("select count(*) from place.boundary")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_name_without_a_code_is_matched_as_people_write_it() throws IOException {
        var checked = BoundaryFile.check(
                changed(features -> {
                    for (var i = 0; i < features.size(); i++) {
                        ((ObjectNode) features.get(i)).remove("id");
                        var name = properties(features, i).path("fullName").asString();
                        properties(features, i).removeAll();
                        properties(features, i)
                                .put(
                                        "TEN_XA",
                                        switch (i % 3) {
                                            case 0 -> name.replace("oà", "òa").replace("Hoà", "Hòa");
                                            case 1 -> name.substring(name.indexOf(' ') + 1);
                                            default -> name.toUpperCase(java.util.Locale.ROOT);
                                        });
                    }
                }),
                repository.list(LocalDate.now(Vi.ZONE)));
        assertThat(checked.faults().stream().filter(BoundaryFault::grave)).isEmpty();
        assertThat(checked.outlines()).hasSize(168);
    }

    @Test
    void a_name_without_marks_that_may_be_two_wards_is_asked_back() throws IOException {
        var names = new WardNames(repository.list(LocalDate.now(Vi.ZONE)));
        assertThat(names.find("Thanh An")).extracting(Ward::code).containsExactly("25807");
        assertThat(names.find("xa THẠNH AN")).extracting(Ward::code).containsExactly("27676");
        assertThat(names.find("Ben Nghe")).isEmpty();
        assertThat(names.find("ba diem")).extracting(Ward::code).containsExactly("27592");
    }

    @Test
    void overlaps_and_gaps_are_warnings_and_refuse_nothing() throws IOException {
        var file = changed(features -> {
            var ring = ring(features, 0);
            ((ArrayNode) ring.get(ring.size() / 2))
                    .set(0, ring.get(ring.size() / 2).get(0).asDouble() + 0.004);
        });
        var checking = boundaries.upload(SET, "x.geojson", file);
        assertThat(checking.id()).isNotNull();
        assertThat(checking.faults()).isNotEmpty().noneMatch(BoundaryFault::grave);
        assertThat(checking.faults()).anyMatch(it -> it.what().contains("Chồng lên"));
    }

    @Test
    void outlines_that_cross_their_neighbours_everywhere_are_taken_with_warnings_and_made_small_enough()
            throws IOException {
        var file = changed(features -> {
            for (var i = 0; i < features.size(); i++) {
                var ring =
                        features.get(i).path("geometry").path("type").asString().equals("Polygon")
                                ? ring(features, i)
                                : (ArrayNode) ring(features, i).get(0);
                for (var k = 1; k + 1 < ring.size(); k++) {
                    var corner = (ArrayNode) ring.get(k);
                    corner.set(0, corner.get(0).asDouble() + ((i + k) % 3 - 1) * 0.00002);
                }
            }
        });
        var checking = boundaries.upload(SET, "x.geojson", file);
        assertThat(checking.faults()).isNotEmpty().noneMatch(BoundaryFault::grave);
        assertThat(repository.listSets().getFirst().webBytes()).isLessThanOrEqualTo(WebOutlines.MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "không phải json | không phải JSON",
                "{\"type\": | không phải JSON",
                "[1, 2] | FeatureCollection",
                "{\"type\":\"Feature\"} | FeatureCollection",
                "{\"type\":\"FeatureCollection\",\"features\":[]} | không có vùng nào",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[106.7,10.7]}}]} | không có vùng nào",
                "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9210\"}},\"features\":[]} | EPSG::9210",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[603412,1191877],[604412,1191877],[603412,1191877]]]}}]} | mét của VN-2000",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[10.7,106.7],[10.8,106.7],[10.7,106.7]]]}}]} | đổi chỗ",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[2.3,48.8],[2.4,48.8],[2.3,48.8]]]}}]} | nằm ngoài"
            })
    void what_is_no_file_of_boundaries_is_refused_in_one_sentence(String content, String said) {
        var answer = post(content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(said);
        assertThat(repository.listSets()).isEmpty();
    }

    @Test
    void a_file_full_of_nonsense_is_answered_by_a_list_of_faults_and_never_by_a_stack_trace() {
        var nonsense = """
                {"type": "FeatureCollection", "features": [null, 1, "x", [], {},
                  {"properties": null, "geometry": {"type": "Polygon", "coordinates": null}},
                  {"properties": {"code": {}, "name": [1]}, "geometry": {"type": "Polygon", "coordinates": {"a": 1}}},
                  {"properties": {"code": 26740}, "geometry": {"type": "MultiPolygon", "coordinates":
                    [[[["a", 1]]], [], [[]], [[[106.7, 10.7], [106.7, 10.7], [106.7, 10.7], [106.7, 10.7]]]]}},
                  {"geometry": {"type": "Polygon", "coordinates": [[[1e999, 1], [2, 3], [3, 4], [1e999, 1]]]}}]}
                """;
        var answer = post(nonsense.getBytes(StandardCharsets.UTF_8));
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Chưa có gì được lưu", "không có mã và không có tên", "Thiếu đơn vị này");
    }

    @Test
    void a_form_without_a_file_or_a_source_says_what_is_missing() {
        assertThat(text(post(new byte[0]))).contains("Bạn chưa chọn tệp");
        var answer = mvc.post()
                .uri("/places/boundaries")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Ghi nguồn của tệp", "Ghi điều kiện sử dụng", "Chọn ngày");
    }

    @Test
    void a_set_that_is_not_yet_valid_waits_for_its_day() throws IOException {
        var id = keep(new NewBoundaries("x", "y", LocalDate.now(Vi.ZONE).plusDays(30)), Files.readAllBytes(FILE));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> boundaries.use(id))
                .withMessageContaining("có hiệu lực từ");
    }

    @Test
    @WithMockUser(authorities = "INSTITUTION_VIEW")
    void nobody_else_reads_the_pages_or_changes_the_boundaries() {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> boundaries.backToSketch());
        assertThat(mvc.get().uri("/places")).hasStatus(403);
        assertThat(mvc.get().uri("/places/boundaries")).hasStatus(403);
        assertThat(post("{}".getBytes(StandardCharsets.UTF_8))).hasStatus(403);
        assertThat(jdbc.sql("update place.boundary_set set state = 'USED'").update())
                .isZero();
    }

    private void use(byte[] file) {
        boundaries.use(keep(SET, file));
    }

    private long keep(NewBoundaries set, byte[] file) {
        return Objects.requireNonNull(boundaries.upload(set, "x.geojson", file).id());
    }

    private MvcTestResult post(byte[] file) {
        return mvc.post()
                .uri("/places/boundaries")
                .multipart()
                .file(new MockMultipartFile("file", "dia-gioi.geojson", "application/geo+json", file))
                .param("source", SET.source())
                .param("licence", SET.licence())
                .param("validFrom", SET.validFrom().toString())
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private MvcTestResult press(String address) {
        return mvc.post()
                .uri(address)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private String body(String address) {
        return text(mvc.get().uri(address).exchange());
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static byte[] changed(Consumer<ArrayNode> change) throws IOException {
        var root = (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(FILE));
        change.accept((ArrayNode) root.path("features"));
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    private static ObjectNode properties(ArrayNode features, int i) {
        return (ObjectNode) features.get(i).path("properties");
    }

    private static ArrayNode ring(ArrayNode features, int i) {
        return (ArrayNode) features.get(i).path("geometry").path("coordinates").get(0);
    }
}
