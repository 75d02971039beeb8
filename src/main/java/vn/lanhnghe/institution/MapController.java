package vn.lanhnghe.institution;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.place.Places;
import vn.lanhnghe.place.Region;
import vn.lanhnghe.ui.Page;

/** Bản đồ số of the network: one list, and the same list on a map that is drawn from our own data alone; and both as open data. */
@Controller
class MapController {

    /** An institution on the map; {@code exact} is false where it stands at its ward's centre for want of a point of its own. */
    public record Mark(
            Institution institution,
            @Nullable BigDecimal lat,
            @Nullable BigDecimal lon,
            boolean exact) {}

    public record Ward(String code, String name, List<Mark> marks) {}

    public record Area(String label, long count, List<Ward> wards) {}

    public record MapPage(
            boolean framed,
            InstitutionFilter filter,
            InstitutionController.Choices choices,
            List<Area> areas,
            long total,
            long all,
            long exact,
            long centred,
            long placeless,
            boolean schematic,
            String source,
            String outlines,
            List<Layers.Layer> layers,
            @Nullable Shading shading,
            LocalDate day,
            String embed,
            boolean near) {

        public String query() {
            var query = filter.query();
            return query.isEmpty() ? "" : "?" + query;
        }
    }

    public record DataPage(long count, LocalDate day) {}

    private static final String LICENCE = "CC BY 4.0 – https://creativecommons.org/licenses/by/4.0/deed.vi";
    private static final String SOURCE = "Sổ cơ sở giáo dục nghề nghiệp Thành phố Hồ Chí Minh";

    private final InstitutionRepository institutions;
    private final Places places;
    private final List<Layers> sources;
    private final JsonMapper json;
    private final Clock clock;

    MapController(
            InstitutionRepository institutions, Places places, List<Layers> sources, JsonMapper json, Clock clock) {
        this.institutions = institutions;
        this.places = places;
        this.sources = sources;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/ban-do")
    View map(@RequestParam Map<String, String> query) {
        return new Page("institution/map", page(query, false));
    }

    /** The same without head and foot, for the pages of others. */
    @GetMapping("/ban-do/khung")
    View framed(@RequestParam Map<String, String> query) {
        return new Page("institution/map-frame", page(query, true));
    }

    private MapPage page(Map<String, String> query, boolean framed) {
        var filter = InstitutionFilter.asked(query);
        var day = filter.on() == null ? LocalDate.now(clock) : filter.on();
        var found = institutions.listAll(filter);
        var units = places.listOn(day).stream().collect(Collectors.toMap(Places.Unit::code, Function.identity()));
        var marks = found.stream().map(it -> mark(it, units)).toList();
        var layer = query.getOrDefault("lop", "");
        var outline = places.outline();
        var self = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/ban-do/khung")
                .toUriString();
        var asked = filter.query();
        return new MapPage(
                framed,
                filter,
                new InstitutionController.Choices(
                        institutions.listTypes(),
                        institutions.listOwnerships(),
                        institutions.listWards(),
                        institutions.listOccupations()),
                areas(marks, units),
                found.size(),
                institutions.countAll(filter),
                marks.stream().filter(Mark::exact).count(),
                marks.stream().filter(it -> !it.exact() && it.lat() != null).count(),
                marks.stream().filter(it -> it.lat() == null).count(),
                outline.schematic(),
                outline.source(),
                "/ban-do/dia-gioi/" + outline.version() + ".json",
                sources.stream().flatMap(it -> it.list().stream()).toList(),
                shading(layer, day),
                day,
                "<iframe src=\"" + self + (asked.isEmpty() ? "" : "?" + asked)
                        + "\" width=\"100%\" height=\"640\" title=\"Bản đồ cơ sở giáo dục nghề nghiệp\" loading=\"lazy\"></iframe>",
                institutions.near(filter));
    }

    private static Mark mark(Institution institution, Map<String, Places.Unit> units) {
        if (institution.lat() != null) {
            return new Mark(institution, institution.lat(), institution.lon(), true);
        }
        var ward = institution.wardCode() == null ? null : units.get(institution.wardCode());
        return ward == null
                ? new Mark(institution, null, null, false)
                : new Mark(institution, BigDecimal.valueOf(ward.lat()), BigDecimal.valueOf(ward.lon()), false);
    }

    private static List<Area> areas(List<Mark> marks, Map<String, Places.Unit> units) {
        var areas = new ArrayList<Area>();
        for (var region : Region.values()) {
            areas.add(area(
                    region.label(),
                    marks.stream()
                            .filter(it -> Objects.equals(it.institution().region(), region.number()))
                            .toList()));
        }
        areas.add(area(
                "Chưa rõ phường, xã",
                marks.stream().filter(it -> it.institution().region() == null).toList()));
        return areas.stream().filter(it -> it.count() > 0).toList();
    }

    private static Area area(String label, List<Mark> marks) {
        var wards = new LinkedHashMap<String, List<Mark>>();
        marks.forEach(it -> wards.computeIfAbsent(
                        Objects.toString(it.institution().wardCode(), ""), code -> new ArrayList<>())
                .add(it));
        return new Area(
                label,
                marks.size(),
                wards.entrySet().stream()
                        .map(it -> new Ward(
                                it.getKey(),
                                Objects.toString(
                                        it.getValue().getFirst().institution().wardName(), "Chưa có phường, xã"),
                                it.getValue()))
                        .sorted(Comparator.comparing(it -> vn.lanhnghe.shared.Vietnamese.wordKey(
                                it.name().replaceFirst("^(Phường|Xã|Đặc khu) ", ""))))
                        .toList());
    }

    private @Nullable Shading shading(String code, LocalDate day) {
        for (var source : sources) {
            for (var layer : source.list()) {
                if (layer.code().equals(code)) {
                    return Shading.of(layer, source.values(code, day), institutions.listWards());
                }
            }
        }
        return null;
    }

    /** The outlines under a name that changes with them, so that a browser keeps them for good. */
    @GetMapping("/ban-do/dia-gioi/{version}.json")
    ResponseEntity<byte[]> outlines(@PathVariable String version) {
        var outline = places.outline();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(
                        version.equals(outline.version())
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noStore())
                .body(outline.geoJson());
    }

    @GetMapping("/du-lieu")
    View data() {
        var all = InstitutionFilter.asked(Map.of());
        return new Page("institution/data", new DataPage(institutions.countAll(all), LocalDate.now(clock)));
    }

    /** RFC 7946; an institution without a point of its own has no geometry. */
    @GetMapping("/du-lieu/co-so.geojson")
    ResponseEntity<byte[]> geoJson(@RequestParam Map<String, String> query) {
        var filter = InstitutionFilter.asked(query);
        var features = institutions.listAll(filter).stream()
                .map(MapController::feature)
                .toList();
        var collection = new LinkedHashMap<String, @Nullable Object>();
        collection.put("type", "FeatureCollection");
        collection.put("name", "institutions");
        collection.put("licence", LICENCE);
        collection.put("source", SOURCE);
        collection.put("asAt", (filter.on() == null ? LocalDate.now(clock) : filter.on()).toString());
        collection.put("count", features.size());
        collection.put("features", features);
        return open("application/geo+json", "co-so.geojson", json.writeValueAsBytes(collection));
    }

    private static Map<String, @Nullable Object> feature(Institution it) {
        var properties = new LinkedHashMap<String, @Nullable Object>();
        properties.put("code", it.code());
        properties.put("name", it.name());
        properties.put("nameEn", it.nameEn());
        properties.put("type", it.type());
        properties.put("ownership", it.ownership());
        properties.put("status", it.status().name());
        properties.put("address", it.address());
        properties.put("wardCode", it.wardCode());
        properties.put("ward", it.wardName());
        properties.put("region", it.region());
        properties.put("phone", it.phone());
        properties.put("email", it.email());
        properties.put("website", it.website());
        properties.put("page", "/co-so/" + it.slug());
        properties.put("rehearsal", it.rehearsal());
        var feature = new LinkedHashMap<String, @Nullable Object>();
        feature.put("type", "Feature");
        feature.put("id", it.code());
        feature.put(
                "geometry",
                it.lat() == null || it.lon() == null
                        ? null
                        : Map.of("type", "Point", "coordinates", List.of(it.lon(), it.lat())));
        feature.put("properties", properties);
        return feature;
    }

    @GetMapping("/du-lieu/co-so.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> query) {
        var text = new StringBuilder(
                "\ufeffMã,Tên,Loại hình,Sở hữu,Tình trạng,Địa chỉ,Mã phường xã,Phường xã,Khu vực,Vĩ độ,Kinh độ,Điện thoại,Thư điện tử,Trang web,Diễn tập\r\n");
        for (var it : institutions.listAll(InstitutionFilter.asked(query))) {
            var row = new ArrayList<@Nullable Object>();
            row.add(it.code());
            row.add(it.name());
            row.add(it.typeLabel());
            row.add(it.ownershipLabel());
            row.add(it.status().label());
            row.add(it.address());
            row.add(it.wardCode());
            row.add(it.wardName());
            row.add(it.region());
            row.add(it.lat());
            row.add(it.lon());
            row.add(it.phone());
            row.add(it.email());
            row.add(it.website());
            row.add(it.rehearsal() ? "có" : "không");
            text.append(row.stream().map(MapController::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return open("text/csv;charset=utf-8", "co-so.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Quoted where it must be; no cell begins with a sign that a spreadsheet would take for a formula. */
    private static String cell(@Nullable Object value) {
        var text = Objects.toString(value, "");
        var plain = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9.]+")
                ? "'" + text
                : text;
        return plain.matches("[^\",\\r\\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
    }

    private static ResponseEntity<byte[]> open(String type, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("Access-Control-Allow-Origin", "*")
                .header("Link", "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .body(bytes);
    }
}
