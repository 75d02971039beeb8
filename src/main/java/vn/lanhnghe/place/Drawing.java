package vn.lanhnghe.place;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Outlines as they are sent: GeoJSON for maps (RFC 7946, degrees to four decimals) and a small SVG for a page. */
final class Drawing {

    private static final List<String> TINTS = List.of("#cfe3e6", "#e6dcc3", "#d6d9ee");
    private static final double SCALE = 3;

    private Drawing() {}

    /** {@code outlines} in degrees by ward code; a ward without one is left out. */
    static byte[] geoJson(List<Ward> wards, Map<String, Geometry> outlines) {
        var text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        for (var ward : wards) {
            var outline = outlines.get(ward.code());
            if (outline == null || outline.isEmpty()) {
                continue;
            }
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"code\":\"")
                    .append(ward.code())
                    .append("\",\"name\":\"")
                    .append(ward.name().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append("\",\"region\":")
                    .append(ward.region())
                    .append("},\"geometry\":");
            geometry(outline, text);
            text.append('}');
        }
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void geometry(Geometry outline, StringBuilder text) {
        var many = outline.getNumGeometries() > 1;
        text.append(many ? "{\"type\":\"MultiPolygon\",\"coordinates\":[" : "{\"type\":\"Polygon\",\"coordinates\":");
        for (var i = 0; i < outline.getNumGeometries(); i++) {
            var polygon = (Polygon) outline.getGeometryN(i);
            text.append(i == 0 ? "[" : ",[");
            ring(polygon.getExteriorRing(), true, text);
            for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                text.append(',');
                ring(polygon.getInteriorRingN(hole), false, text);
            }
            text.append(']');
        }
        text.append(many ? "]}" : "}");
    }

    /** Shells run against the clock, holes with it (RFC 7946, 3.1.6). */
    private static void ring(LineString ring, boolean shell, StringBuilder text) {
        var line = Orientation.isCCW(ring.getCoordinateSequence()) == shell ? ring : ring.reverse();
        text.append('[');
        for (var i = 0; i < line.getNumPoints(); i++) {
            var at = line.getCoordinateN(i);
            text.append(i == 0 ? "[" : ",[")
                    .append(degrees(at.x))
                    .append(',')
                    .append(degrees(at.y))
                    .append(']');
        }
        text.append(']');
    }

    private static String degrees(double value) {
        var tenThousandths = Math.round(value * 10_000);
        var text = new StringBuilder(
                Long.toString(Math.abs(tenThousandths % 10_000) + 10_000).substring(1));
        while (text.length() > 1 && text.charAt(text.length() - 1) == '0') {
            text.setLength(text.length() - 1);
        }
        return (value < 0 && tenThousandths != 0 ? "-" : "")
                + Math.abs(tenThousandths / 10_000)
                + (text.toString().equals("0") ? "" : "." + text);
    }

    /** All outlines in one picture, tinted by region; what lies far out at sea is drawn in a corner. */
    static String svg(List<Ward> wards, Map<String, Geometry> outlines) {
        var main = new org.locationtech.jts.geom.Envelope();
        var far = wards.stream().filter(it -> Sketch.far(it, wards)).toList();
        for (var ward : wards) {
            if (!far.contains(ward) && outlines.containsKey(ward.code())) {
                main.expandToInclude(Plane.flat(outlines.get(ward.code())).getEnvelopeInternal());
            }
        }
        var paths = new StringBuilder();
        for (var ward : wards) {
            var outline = outlines.get(ward.code());
            if (outline != null && !outline.isEmpty()) {
                var flat = Plane.flat(outline);
                var corner = flat.getEnvelopeInternal();
                var shift = far.contains(ward)
                        ? new Coordinate(main.getMaxX() - corner.getMaxX(), main.getMinY() - corner.getMinY())
                        : new Coordinate(0, 0);
                paths.append("<path fill=\"")
                        .append(TINTS.get(ward.region() - 1))
                        .append("\" d=\"");
                for (var i = 0; i < flat.getNumGeometries(); i++) {
                    path((Polygon) flat.getGeometryN(i), shift, main.getMinX(), main.getMaxY(), paths);
                }
                paths.append("\"><title>").append(ward.name()).append("</title></path>");
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 %d %d\" stroke=\"#4A5B68\" stroke-width=\".7\" fill-rule=\"evenodd\">%s</svg>"
                .formatted(Math.round(main.getWidth() * SCALE) + 8, Math.round(main.getHeight() * SCALE) + 8, paths);
    }

    private static void path(Polygon polygon, Coordinate shift, double left, double top, StringBuilder text) {
        for (var ring = -1; ring < polygon.getNumInteriorRing(); ring++) {
            var line = ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring);
            for (var i = 0; i < line.getNumPoints() - 1; i++) {
                var at = line.getCoordinateN(i);
                text.append(i == 0 ? 'M' : 'L')
                        .append(Math.round((at.x + shift.x - left) * SCALE * 10) / 10.0)
                        .append(' ')
                        .append(Math.round((top - at.y - shift.y) * SCALE * 10) / 10.0);
            }
            text.append('Z');
        }
    }
}
