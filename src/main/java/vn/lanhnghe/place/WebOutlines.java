package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Outlines made simple enough to be sent to a browser; an edge that two wards share is simplified once, so that it stays shared. */
final class WebOutlines {

    static final int MOST_BYTES = 120_000;
    private static final double FIRST_TOLERANCE = 0.0002; // degrees
    private static final double STEP = 1.35;
    private static final int TRIES = 12;

    private WebOutlines() {}

    static Map<String, Geometry> of(List<Ward> wards, Map<String, Geometry> full) {
        var codes = List.copyOf(full.keySet());
        var outlines = full.values().toArray(Geometry[]::new);
        var web = named(codes, outlines);
        for (var i = 0; i < TRIES && tooLarge(wards, web); i++) {
            web = named(codes, simpler(outlines, tolerance(i)));
        }
        // outlines that cross their neighbours block each other: then each is made simple by itself, for no edge was
        // shared
        for (var i = 0; i < 2 * TRIES && tooLarge(wards, web); i++) {
            web = named(codes, eachSimpler(outlines, tolerance(i)));
        }
        return web;
    }

    private static boolean tooLarge(List<Ward> wards, Map<String, Geometry> web) {
        return Drawing.geoJson(wards, web).length > MOST_BYTES;
    }

    private static double tolerance(int attempt) {
        return FIRST_TOLERANCE * Math.pow(STEP, attempt);
    }

    private static Geometry[] eachSimpler(Geometry[] outlines, double tolerance) {
        return Arrays.stream(outlines)
                .map(it -> withoutSpecks(DouglasPeuckerSimplifier.simplify(it, tolerance), tolerance * tolerance))
                .toArray(Geometry[]::new);
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
            named.put(codes.get(i), Plane.rounded(outlines[i]));
        }
        return named;
    }
}
