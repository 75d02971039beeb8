package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Outlines made simple enough to be sent to a browser; an edge that two wards share is simplified once, so that it stays shared. */
final class WebOutlines {

    static final int MOST_BYTES = 200_000;
    private static final double FIRST_TOLERANCE = 0.0002; // degrees
    private static final double STEP = 1.35;
    private static final int TRIES = 24;

    private WebOutlines() {}

    static Map<String, Geometry> of(List<Ward> wards, Map<String, Geometry> full) {
        var codes = List.copyOf(full.keySet());
        var rounded = full.values().stream().map(WebOutlines::tidy).toArray(Geometry[]::new);
        var web = named(codes, rounded);
        var tolerance = FIRST_TOLERANCE;
        for (var i = 0; i < TRIES && Drawing.geoJson(wards, web).length > MOST_BYTES; i++) {
            web = named(codes, simpler(rounded, tolerance));
            tolerance *= STEP;
        }
        return web;
    }

    private static Geometry[] simpler(Geometry[] outlines, double tolerance) {
        var simplifier = new CoverageSimplifier(outlines);
        simplifier.setRemovableRingSizeFactor(1);
        var simple = simplifier.simplify(tolerance);
        for (var i = 0; i < simple.length; i++) {
            simple[i] = withoutSpecks(simple[i], tolerance * tolerance);
        }
        return simple;
    }

    /** Rounded; an outline that rounding would tie in a knot is untied. */
    private static Geometry tidy(Geometry outline) {
        var rounded = Plane.rounded(outline);
        return new IsValidOp(rounded).isValid() ? rounded : onlyPolygons(GeometryFixer.fix(rounded), outline);
    }

    private static Geometry onlyPolygons(Geometry fixed, Geometry otherwise) {
        return fixed.getDimension() == 2 && !fixed.isEmpty() ? fixed : otherwise;
    }

    /** Without islets smaller than that, but never without the largest part. */
    private static Geometry withoutSpecks(Geometry outline, double area) {
        var kept = new ArrayList<Polygon>();
        Polygon largest = null;
        for (var i = 0; i < outline.getNumGeometries(); i++) {
            if (outline.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                largest = largest == null || polygon.getArea() > largest.getArea() ? polygon : largest;
                if (polygon.getArea() >= area) {
                    kept.add(polygon);
                }
            }
        }
        if (kept.isEmpty()) {
            return largest == null ? outline : largest;
        }
        return kept.size() == 1 ? kept.getFirst() : Plane.FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
    }

    private static Map<String, Geometry> named(List<String> codes, Geometry[] outlines) {
        var named = new LinkedHashMap<String, Geometry>();
        for (var i = 0; i < outlines.length; i++) {
            named.put(codes.get(i), outlines[i]);
        }
        return named;
    }
}
