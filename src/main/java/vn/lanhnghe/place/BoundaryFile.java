package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Reads a GeoJSON file of boundaries and finds everything that is wrong with it in one go; what is no such file is refused. */
final class BoundaryFile {

    private static final Set<String> CODE_KEYS =
            Set.of("code", "ma", "maxa", "maphuong", "maphuongxa", "madvhc", "wardcode", "id");
    private static final Set<String> NAME_KEYS =
            Set.of("fullname", "name", "ten", "tenxa", "tenphuong", "tenphuongxa", "tendvhc", "tendaydu", "wardname");
    private static final double LONGEST_WAY_KM = 5;
    private static final double MOST_AREA_OFF = 0.5;

    /** What a file holds: the outlines that are sound, in degrees by ward code, and everything that is wrong. */
    record Checked(Map<String, Geometry> outlines, List<BoundaryFault> faults) {
        boolean grave() {
            return faults.stream().anyMatch(BoundaryFault::grave);
        }
    }

    /** Where the coordinates of a feature lie. */
    private enum Lie {
        DEGREES,
        METRES,
        SWAPPED,
        ELSEWHERE
    }

    private final WardNames names;
    private final List<Ward> wards;
    private final List<BoundaryFault> faults = new ArrayList<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();
    private final Map<String, Geometry> outlines = new TreeMap<>();

    private BoundaryFile(List<Ward> wards) {
        this.wards = wards;
        this.names = new WardNames(wards);
    }

    static Checked check(byte[] bytes, List<Ward> wards) {
        var features = features(bytes);
        var file = new BoundaryFile(wards);
        for (var i = 0; i < features.size(); i++) {
            file.feature(i + 1, features.get(i));
        }
        for (var ward : wards) {
            if (!file.seen.containsKey(ward.code())) {
                file.fault(
                        0,
                        ward.name() + " (" + ward.code() + ")",
                        "Thiếu đơn vị này trong tệp.",
                        "Thêm vùng của đơn vị này với thuộc tính code là " + ward.code() + ".");
            }
        }
        file.faults.addAll(Neighbours.check(wards, file.outlines, file.seen));
        return new Checked(file.outlines, file.faults);
    }

    /** The features of the file; refuses in one sentence what is no file of boundaries at all. */
    private static List<JsonNode> features(byte[] bytes) {
        var root = parsed(bytes);
        if (!"FeatureCollection".equals(root.path("type").asString(""))
                || !root.path("features").isArray()) {
            throw new Refusal("Tệp là JSON nhưng không phải GeoJSON FeatureCollection. "
                    + "Hãy xuất lại lớp phường, xã ở dạng GeoJSON, gồm đủ các vùng trong một tệp.");
        }
        var crs = root.path("crs").path("properties").path("name").asString("");
        if (!crs.isEmpty() && !crs.contains("CRS84") && !crs.endsWith(":4326")) {
            throw new Refusal("Tệp ghi hệ toạ độ “" + shortened(crs)
                    + "”. Hãy chuyển lớp dữ liệu sang WGS 84 (EPSG:4326) rồi xuất lại GeoJSON.");
        }
        var features = List.copyOf(root.path("features").values());
        var areas = features.stream().filter(it -> area(it.path("geometry"))).toList();
        if (areas.isEmpty()) {
            throw new Refusal("Tệp không có vùng nào (Polygon hoặc MultiPolygon). "
                    + "Hãy xuất lớp vùng địa giới, không phải lớp điểm hay lớp đường.");
        }
        for (var lie : List.of(Lie.METRES, Lie.SWAPPED, Lie.ELSEWHERE)) {
            if (areas.stream().filter(it -> lie(it.path("geometry")) == lie).count() * 2 > areas.size()) {
                throw new Refusal("Toạ độ trong tệp " + told(lie));
            }
        }
        return features;
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Refusal("Tệp này không phải JSON đọc được"
                    + (at == null || at.getLineNr() < 1
                            ? ""
                            : " (sai từ dòng %d, cột %d)".formatted(at.getLineNr(), at.getColumnNr()))
                    + ". Hãy xuất lại từ phần mềm bản đồ ở dạng GeoJSON, mã UTF-8.");
        }
    }

    private static boolean area(JsonNode geometry) {
        var type = geometry.path("type").asString("");
        return type.equals("Polygon") || type.equals("MultiPolygon");
    }

    private static String told(Lie lie) {
        return switch (lie) {
            case METRES -> "trông như mét của VN-2000, không phải độ. Hãy chuyển sang WGS 84 (EPSG:4326) rồi xuất lại.";
            case SWAPPED ->
                "bị đổi chỗ: GeoJSON ghi kinh độ trước, vĩ độ sau, ví dụ [106.7009, 10.7769]. Hãy xuất lại theo thứ tự đó.";
            default -> "nằm ngoài khoảng kinh độ, vĩ độ của Việt Nam. Hãy chuyển sang WGS 84 (EPSG:4326) rồi xuất lại.";
        };
    }

    /** Where the first corner lies that is not where Vietnam is. */
    private static Lie lie(JsonNode geometry) {
        var corner = corner(geometry.path("coordinates"));
        if (corner == null || within(corner.x, 100, 120) && within(corner.y, 4, 25)) {
            return Lie.DEGREES;
        }
        if (Math.abs(corner.x) > 1000 || Math.abs(corner.y) > 1000) {
            return Lie.METRES;
        }
        return within(corner.y, 100, 120) && within(corner.x, 4, 25) ? Lie.SWAPPED : Lie.ELSEWHERE;
    }

    /** The first corner outside Vietnam, or any; null where there is none. */
    private static @Nullable Coordinate corner(JsonNode coordinates) {
        if (coordinates.isArray()
                && coordinates.size() >= 2
                && coordinates.get(0).isNumber()) {
            return new Coordinate(
                    coordinates.get(0).asDouble(0), coordinates.get(1).asDouble(0));
        }
        Coordinate found = null;
        for (var inner : coordinates.values()) {
            var corner = corner(inner);
            if (corner != null && !(within(corner.x, 100, 120) && within(corner.y, 4, 25))) {
                return corner;
            }
            found = found == null ? corner : found;
        }
        return found;
    }

    private static boolean within(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private void feature(int number, JsonNode feature) {
        var code = property(feature, CODE_KEYS);
        var name = property(feature, NAME_KEYS);
        var written = shortened((name + (code.isEmpty() ? "" : " (" + code + ")")).strip());
        var ward = named(number, written, code, name);
        if (ward != null) {
            var first = seen.putIfAbsent(ward.code(), number);
            if (first != null) {
                fault(
                        number,
                        written,
                        "%s có hai vùng: đối tượng số %d và số %d.".formatted(ward.name(), first, number),
                        "Giữ một đối tượng; nếu đơn vị gồm nhiều mảnh, gộp chúng thành một MultiPolygon.");
                ward = null;
            }
        }
        var outline = outline(number, written, feature.path("geometry"));
        if (ward != null && outline != null && whereItShouldBe(number, written, ward, outline)) {
            outlines.put(ward.code(), outline);
        }
    }

    private static String property(JsonNode feature, Set<String> keys) {
        for (var entry : feature.path("properties").properties()) {
            var key = Vietnamese.fold(entry.getKey()).replaceAll("[^a-z]", "");
            if (keys.contains(key) && entry.getValue().isValueNode()) {
                var value = Vietnamese.tidy(entry.getValue().asString(""));
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        var id = keys.contains("id") ? feature.path("id").asString("") : "";
        return Vietnamese.tidy(id);
    }

    private @Nullable Ward named(int number, String written, String code, String name) {
        var meant = name.isEmpty() ? List.<Ward>of() : names.find(name);
        var known = names.get(code);
        if (known == null && !code.isEmpty() && (name.isEmpty() || code.matches("[0-9]{5}"))) {
            fault(
                    number,
                    written,
                    "Mã “" + shortened(code) + "” không có trong danh sách " + wards.size() + " đơn vị.",
                    meant.size() == 1
                            ? "Theo tên thì mã là " + meant.getFirst().code() + "; sửa thuộc tính code."
                            : "Sửa thuộc tính code theo danh sách ở trang Địa giới hành chính.");
            meant.forEach(it -> seen.putIfAbsent(it.code(), number));
            return null;
        }
        if (known != null) {
            if (!name.isEmpty() && !meant.contains(known)) {
                fault(
                        number,
                        written,
                        "Mã và tên không khớp: mã %s là %s.".formatted(known.code(), known.name()),
                        meant.size() == 1
                                ? "Nếu tên đúng, sửa mã thành %s; nếu mã đúng, sửa tên thành %s."
                                        .formatted(meant.getFirst().code(), known.name())
                                : "Sửa tên thành " + known.name() + ", hoặc sửa mã.");
                seen.putIfAbsent(known.code(), number);
                return null;
            }
            return known;
        }
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (name.isEmpty()) {
            fault(
                    number,
                    "(không mã, không tên)",
                    "Đối tượng này không có mã và không có tên.",
                    "Thêm thuộc tính code (mã 5 chữ số) hoặc name (tên đơn vị).");
        } else if (meant.isEmpty()) {
            fault(
                    number,
                    written,
                    "Tên “" + shortened(name) + "” không có trong danh sách " + wards.size() + " đơn vị.",
                    "Ghi tên theo danh sách hiện hành, hoặc thêm thuộc tính code.");
        } else {
            fault(
                    number,
                    written,
                    "Tên này có thể là "
                            + String.join(
                                    " hoặc ",
                                    meant.stream()
                                            .map(it -> it.name() + " (" + it.code() + ")")
                                            .toList())
                            + ".",
                    "Thêm thuộc tính code để chỉ rõ.");
        }
        return null;
    }

    private @Nullable Geometry outline(int number, String written, JsonNode geometry) {
        if (!area(geometry)) {
            var type = geometry.path("type").asString("");
            fault(
                    number,
                    written,
                    type.isEmpty()
                            ? "Đối tượng này không có hình."
                            : "Hình là " + shortened(type) + ", không phải vùng.",
                    "Vẽ vùng của đơn vị ở dạng Polygon hoặc MultiPolygon.");
            return null;
        }
        var lie = lie(geometry);
        if (lie != Lie.DEGREES) {
            fault(
                    number,
                    written,
                    "Toạ độ của đối tượng này " + what(lie),
                    "Chuyển đối tượng này sang WGS 84 (EPSG:4326), kinh độ trước, vĩ độ sau.");
            return null;
        }
        var before = faults.size();
        var polygons = new ArrayList<Polygon>();
        if (geometry.path("type").asString("").equals("Polygon")) {
            polygon(number, written, geometry.path("coordinates"), polygons);
        } else {
            geometry.path("coordinates").values().forEach(it -> polygon(number, written, it, polygons));
        }
        if (faults.size() == before && polygons.isEmpty()) {
            fault(number, written, "Vùng này không có điểm nào.", "Vẽ lại vùng của đơn vị.");
        }
        if (polygons.isEmpty()) {
            return null;
        }
        Geometry outline = polygons.size() == 1
                ? polygons.getFirst()
                : Plane.FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
        var error = new IsValidOp(outline).getValidationError();
        if (error != null) {
            fault(
                    number,
                    written,
                    told(error),
                    "Mở đối tượng trong phần mềm bản đồ, sửa hình ở chỗ này (hoặc dùng chức năng sửa hình học) rồi xuất lại.");
        }
        return faults.size() == before ? outline : null;
    }

    private static String what(Lie lie) {
        return switch (lie) {
            case METRES -> "trông như mét của VN-2000, không phải độ.";
            case SWAPPED -> "bị đổi chỗ kinh độ và vĩ độ.";
            default -> "nằm ngoài Việt Nam.";
        };
    }

    private void polygon(int number, String written, JsonNode rings, List<Polygon> polygons) {
        var lines = new ArrayList<LinearRing>();
        for (var ring : rings.values()) {
            var line = ring(number, written, ring);
            if (line != null) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            polygons.add(Plane.FACTORY.createPolygon(
                    lines.getFirst(), lines.subList(1, lines.size()).toArray(LinearRing[]::new)));
        }
    }

    private @Nullable LinearRing ring(int number, String written, JsonNode ring) {
        var corners = new ArrayList<Coordinate>();
        for (var corner : ring.values()) {
            if (!corner.isArray()
                    || corner.size() < 2
                    || !corner.get(0).isNumber()
                    || !corner.get(1).isNumber()) {
                fault(
                        number,
                        written,
                        "Có điểm không đọc được toạ độ: " + shortened(corner.toString()) + ".",
                        "Mỗi điểm ghi hai con số [kinh độ, vĩ độ].");
                return null;
            }
            corners.add(new Coordinate(corner.get(0).asDouble(0), corner.get(1).asDouble(0)));
        }
        if (corners.size() > 1 && !corners.getFirst().equals2D(corners.getLast())) {
            fault(
                    number,
                    written,
                    "Vòng ranh giới chưa khép kín: bắt đầu ở %s, kết thúc ở %s."
                            .formatted(place(corners.getFirst()), place(corners.getLast())),
                    "Cho điểm cuối trùng với điểm đầu.");
            corners.add(corners.getFirst().copy());
        }
        if (corners.size() < 4) {
            fault(
                    number,
                    written,
                    "Vòng ranh giới chỉ có " + corners.size() + " điểm.",
                    "Một vòng cần ít nhất 4 điểm, điểm cuối trùng điểm đầu.");
            return null;
        }
        return Plane.FACTORY.createLinearRing(corners.toArray(Coordinate[]::new));
    }

    private static String told(TopologyValidationError error) {
        var at = " tại " + place(error.getCoordinate()) + ".";
        return switch (error.getErrorType()) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "Ranh giới tự cắt" + at;
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "Có lỗ hổng nằm ngoài vùng" + at;
            case TopologyValidationError.NESTED_SHELLS, TopologyValidationError.NESTED_HOLES ->
                "Có mảnh nằm trong mảnh khác" + at;
            case TopologyValidationError.DUPLICATE_RINGS -> "Có hai vòng ranh giới trùng nhau" + at;
            case TopologyValidationError.DISCONNECTED_INTERIOR -> "Lỗ hổng cắt rời vùng thành nhiều mảnh" + at;
            case TopologyValidationError.TOO_FEW_POINTS -> "Vòng ranh giới có quá ít điểm khác nhau" + at;
            default -> "Hình không hợp lệ" + at;
        };
    }

    private boolean whereItShouldBe(int number, String written, Ward ward, Geometry outline) {
        var flat = Plane.flat(outline);
        var km = flat.getCentroid().getCoordinate().distance(Plane.flat(ward.lat(), ward.lon()));
        var off = Math.abs(flat.getArea() - ward.areaKm2()) / ward.areaKm2();
        if (km > LONGEST_WAY_KM) {
            fault(
                    number,
                    written,
                    "Tâm của vùng cách tâm đã biết của %s %s.".formatted(ward.name(), number(km, "km")),
                    "Có lẽ vùng này là của đơn vị khác. Kiểm tra lại mã và hình.");
        }
        if (off > MOST_AREA_OFF) {
            fault(
                    number,
                    written,
                    "Diện tích vùng là %s, đã biết là %s."
                            .formatted(number(flat.getArea(), "km²"), number(ward.areaKm2(), "km²")),
                    "Kiểm tra xem vùng có thiếu mảnh, thừa mảnh hay là của đơn vị khác.");
        }
        return km <= LONGEST_WAY_KM && off <= MOST_AREA_OFF;
    }

    static String number(double value, String unit) {
        return String.format(Locale.of("vi", "VN"), "%,.1f %s", value, unit);
    }

    static String place(Coordinate at) {
        return String.format(Locale.ROOT, "%.5f, %.5f", at.y, at.x);
    }

    private static String shortened(String text) {
        return Vietnamese.brief(text, 79);
    }

    private void fault(int number, String written, String what, String fix) {
        faults.add(new BoundaryFault(number, Objects.requireNonNullElse(written, ""), true, what, fix));
    }
}
