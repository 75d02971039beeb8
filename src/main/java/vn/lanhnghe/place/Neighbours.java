package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.locationtech.jts.coverage.CoverageGapFinder;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Where neighbours do not meet as they should: overlaps, narrow gaps, edges that run beside each other. Warnings, all of them. */
final class Neighbours {

    private static final double LEAST_OVERLAP_KM2 = 0.0005;
    private static final double GAP_WIDTH_KM = 0.2;
    private static final int MOST = 200;

    private Neighbours() {}

    /** {@code outlines} in degrees by ward code, {@code numbers} the feature each came from. */
    static List<BoundaryFault> check(List<Ward> wards, Map<String, Geometry> outlines, Map<String, Integer> numbers) {
        if (outlines.size() < 2) {
            return List.of();
        }
        var names = new LinkedHashMap<String, String>();
        wards.forEach(it -> names.put(it.code(), it.name()));
        var codes = List.copyOf(outlines.keySet());
        var flat = outlines.values().stream().map(Plane::flat).toArray(Geometry[]::new);
        var crooked = CoverageValidator.validate(flat);
        var warnings = new ArrayList<BoundaryFault>();
        var overlapping = new TreeSet<Integer>();
        for (var i = 0; i < flat.length; i++) {
            for (var j = i + 1; j < flat.length; j++) {
                if (wrong(crooked, i)
                        && wrong(crooked, j)
                        && flat[i].getEnvelopeInternal().intersects(flat[j].getEnvelopeInternal())) {
                    var both = OverlayNGRobust.overlay(flat[i], flat[j], OverlayNG.INTERSECTION);
                    if (both.getArea() > LEAST_OVERLAP_KM2) {
                        overlapping.add(i);
                        overlapping.add(j);
                        warnings.add(new BoundaryFault(
                                number(numbers, codes.get(i)),
                                name(names, codes.get(i)),
                                false,
                                "Chồng lên %s (đối tượng số %d) khoảng %s tại %s."
                                        .formatted(
                                                name(names, codes.get(j)),
                                                number(numbers, codes.get(j)),
                                                BoundaryFile.number(both.getArea() * 100, "ha"),
                                                place(both)),
                                "Cho hai vùng dùng chung một đường ranh."));
                    }
                }
            }
        }
        for (var i = 0; i < flat.length; i++) {
            if (wrong(crooked, i) && !overlapping.contains(i)) {
                warnings.add(new BoundaryFault(
                        number(numbers, codes.get(i)),
                        name(names, codes.get(i)),
                        false,
                        "Đường ranh với vùng bên cạnh không trùng khít, lệch nhỏ tại %s.".formatted(place(crooked[i])),
                        "Cho hai vùng dùng chung các điểm trên đường ranh."));
            }
        }
        warnings.addAll(gaps(flat));
        return shortened(warnings);
    }

    private static List<BoundaryFault> gaps(Geometry[] flat) {
        var warnings = new ArrayList<BoundaryFault>();
        for (var gap : narrow(flat)) {
            warnings.add(new BoundaryFault(
                    0,
                    "(giữa các vùng)",
                    false,
                    "Khe hở không thuộc đơn vị nào tại %s, chu vi %s."
                            .formatted(place(gap), BoundaryFile.number(gap.getLength(), "km")),
                    "Cho các vùng quanh khe dùng chung một đường ranh."));
        }
        return warnings;
    }

    private static List<Geometry> narrow(Geometry[] flat) {
        var found = new ArrayList<Geometry>();
        try {
            var gaps = CoverageGapFinder.findGaps(flat, GAP_WIDTH_KM);
            for (var i = 0; i < gaps.getNumGeometries(); i++) {
                if (!gaps.getGeometryN(i).isEmpty()) {
                    found.add(gaps.getGeometryN(i));
                }
            }
        } catch (TopologyException e) {
            // outlines that cross each other have no simple union: take the holes of the robust one
            var city = OverlayNGRobust.union(Plane.FACTORY.createGeometryCollection(flat));
            for (var one : PolygonExtracter.getPolygons(city)) {
                var part = (Polygon) one;
                for (var i = 0; i < part.getNumInteriorRing(); i++) {
                    var hole = Plane.FACTORY.createPolygon(part.getInteriorRingN(i));
                    if (hole.getArea() / hole.getLength() < GAP_WIDTH_KM / 4) {
                        found.add(hole);
                    }
                }
            }
        }
        return found;
    }

    private static List<BoundaryFault> shortened(List<BoundaryFault> warnings) {
        if (warnings.size() <= MOST) {
            return warnings;
        }
        var shown = new ArrayList<>(warnings.subList(0, MOST));
        shown.add(new BoundaryFault(
                0,
                "(cả tệp)",
                false,
                "Còn %d chỗ khác chồng, hở hoặc lệch.".formatted(warnings.size() - MOST),
                "Làm sạch lớp dữ liệu bằng chức năng sửa tô-pô của phần mềm bản đồ rồi xuất lại."));
        return shown;
    }

    private static boolean wrong(Geometry[] crooked, int i) {
        return crooked[i] != null && !crooked[i].isEmpty();
    }

    private static String place(Geometry flat) {
        return BoundaryFile.place(Objects.requireNonNull(Plane.degrees(flat).getCoordinate()));
    }

    private static int number(Map<String, Integer> numbers, String code) {
        return Objects.requireNonNull(numbers.get(code));
    }

    private static String name(Map<String, String> names, String code) {
        return Objects.requireNonNull(names.get(code));
    }
}
