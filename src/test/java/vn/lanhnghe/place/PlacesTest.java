package vn.lanhnghe.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.place.Places.Kind;
import vn.lanhnghe.shared.Refusal;

/** The city as the migrations leave it: without boundaries, drawn from the centres of its wards. */
@SpringBootTest(properties = "lanhnghe.data=target/test-data/places-${random.uuid}")
class PlacesTest {

    @Autowired
    Places places;

    @Autowired
    PlaceRepository repository;

    @Test
    void the_city_has_168_wards_since_july_2025_and_none_before() {
        assertThat(places.listOn(LocalDate.of(2025, 7, 1))).hasSize(168);
        assertThat(places.listOn(LocalDate.of(2025, 6, 30))).isEmpty();
    }

    @Test
    void the_sketch_has_168_cells_that_do_not_overlap_and_lie_in_the_hull() {
        var wards = repository.list(LocalDate.of(2026, 1, 1));
        var cells = Sketch.cells(wards);
        var hull =
                Sketch.hull(wards.stream().filter(it -> !Sketch.far(it, wards)).toList());
        assertThat(cells).hasSize(168);
        assertThat(Objects.requireNonNull(cells.get("26732")).getArea())
                .isCloseTo(75, org.assertj.core.data.Percentage.withPercentage(3));
        var all = java.util.List.copyOf(cells.entrySet());
        for (var i = 0; i < all.size(); i++) {
            var cell = all.get(i).getValue();
            assertThat(cell.isValid() && cell.getArea() > 0)
                    .as(all.get(i).getKey())
                    .isTrue();
            if (!all.get(i).getKey().equals("26732")) {
                assertThat(cell.difference(hull.buffer(0.001)).isEmpty()).isTrue();
            }
            for (var j = i + 1; j < all.size(); j++) {
                assertThat(overlap(cell, all.get(j).getValue())).isLessThan(1e-6);
            }
        }
        wards.forEach(it -> assertThat(
                        Objects.requireNonNull(cells.get(it.code())).covers(Plane.point(it.lat(), it.lon())))
                .as(it.name())
                .isTrue());
    }

    private static double overlap(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                ? a.intersection(b).getArea()
                : 0;
    }

    @Test
    void the_outline_is_geojson_with_short_coordinates_and_a_version_that_stays() {
        var outline = places.outline();
        var text = new String(outline.geoJson(), StandardCharsets.UTF_8);
        var features = JsonMapper.shared().readTree(text).path("features");
        assertThat(outline.schematic()).isTrue();
        assertThat(features.size()).isEqualTo(168);
        assertThat(features.get(0).path("properties").path("code").asString()).hasSize(5);
        assertThat(features.get(0).path("properties").path("region").asInt()).isEqualTo(1);
        assertThat(text).doesNotContainPattern("[0-9]\\.[0-9]{5}");
        assertThat(outline.geoJson()).hasSizeLessThan(120_000);
        assertThat(outline.version())
                .matches("[0-9a-f]{12}")
                .isEqualTo(places.outline().version());
        assertThat(places.outline()).isSameAs(outline);
    }

    @Test
    void shells_run_against_the_clock() {
        var features = JsonMapper.shared()
                .readTree(new String(places.outline().geoJson(), StandardCharsets.UTF_8))
                .path("features");
        for (var feature : features.values()) {
            var rings = feature.path("geometry").path("coordinates");
            var ring = feature.path("geometry").path("type").asString().equals("Polygon")
                    ? rings.get(0)
                    : rings.get(0).get(0);
            var area = 0.0;
            for (var i = 0; i + 1 < ring.size(); i++) {
                area += ring.get(i).get(0).asDouble() * ring.get(i + 1).get(1).asDouble()
                        - ring.get(i + 1).get(0).asDouble() * ring.get(i).get(1).asDouble();
            }
            assertThat(area).isPositive();
        }
    }

    @Test
    void a_point_at_the_centre_of_its_ward_is_inside() {
        var verdict = places.check(10.7809, 106.7042, "26740");
        assertThat(verdict.kind()).isEqualTo(Kind.INSIDE);
        assertThat(verdict.wardName()).isEqualTo("Phường Sài Gòn");
        assertThat(verdict.km()).isZero();
        assertThat(places.check(10.7809, 106.7042, null).wardCode()).isEqualTo("26740");
    }

    @Test
    void a_point_far_from_the_stated_ward_is_in_another() {
        var verdict = places.check(10.9715, 106.4685, "26740");
        assertThat(verdict.kind()).isEqualTo(Kind.OTHER_WARD);
        assertThat(verdict.wardCode()).isEqualTo("27496");
        assertThat(verdict.km()).isBetween(30.0, 36.0);
        assertThat(verdict.message()).contains("Xã Tân An Hội", "Phường Sài Gòn", " km");
    }

    @Test
    void on_the_sketch_a_point_near_the_centre_of_the_stated_ward_is_unsure() {
        var verdict = places.check(10.7707, 106.6945, "26740");
        assertThat(verdict.kind()).isEqualTo(Kind.UNSURE);
        assertThat(verdict.message()).contains("Phường Bến Thành", "Phường Sài Gòn", "chưa có địa giới");
    }

    @Test
    void a_point_outside_the_city_is_told_how_far_and_whether_it_is_turned_round() {
        var hanoi = places.check(21.03, 105.85, "26740");
        assertThat(hanoi.kind()).isEqualTo(Kind.OUTSIDE);
        assertThat(hanoi.km()).isBetween(1000.0, 1200.0);
        assertThat(hanoi.wardCode()).isNull();
        assertThat(hanoi.message()).contains("ngoài Thành phố").doesNotContain("đổi chỗ");

        var turned = places.check(106.7042, 10.7809, "26740");
        assertThat(turned.kind()).isEqualTo(Kind.OUTSIDE);
        assertThat(turned.message()).contains("đổi chỗ", "Phường Sài Gòn");
    }

    @Test
    void on_the_sketch_the_edge_of_the_city_is_unsure_too() {
        var met = new java.util.LinkedHashSet<Kind>();
        for (var lon = 106.6; lon > 106.2; lon -= 0.005) {
            met.add(places.check(10.75, lon, null).kind());
        }
        assertThat(met).containsExactly(Kind.INSIDE, Kind.UNSURE, Kind.OUTSIDE);
    }

    @Test
    void what_is_no_point_and_no_ward_is_refused_in_a_sentence() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> places.check(Double.NaN, 106, null));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> places.check(10.7, 106.7, "99999"))
                .withMessageContaining("99999");
    }
}
