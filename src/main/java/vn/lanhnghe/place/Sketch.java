package vn.lanhnghe.place;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * Sơ đồ: outlines drawn from nothing but centres, for as long as no boundaries are imported. Each unit gets what lies nearer to
 * its centre than to another's, within a hull around all; one far out at sea gets a circle of its own area.
 */
final class Sketch {

    private static final double FAR_KM = 60;
    private static final double LONGEST_EDGE_KM = 18;
    private static final double MARGIN_KM = 5;

    private Sketch() {}

    /** By ward code, laid flat. */
    static Map<String, Geometry> cells(List<Ward> wards) {
        var cells = new LinkedHashMap<String, Geometry>();
        var land = wards.stream().filter(it -> !far(it, wards)).toList();
        var hull = hull(land);
        var nearest = diagram(land, hull.getEnvelopeInternal());
        for (var ward : wards) {
            var centre = Plane.flat(ward.lat(), ward.lon());
            var cell = nearest.get(centre);
            cells.put(
                    ward.code(),
                    cell == null
                            ? Plane.FACTORY.createPoint(centre).buffer(Math.sqrt(ward.areaKm2() / Math.PI), 12)
                            : cell.intersection(hull));
        }
        return cells;
    }

    static Geometry hull(List<Ward> wards) {
        var centres = Plane.FACTORY.createMultiPointFromCoords(
                wards.stream().map(it -> Plane.flat(it.lat(), it.lon())).toArray(Coordinate[]::new));
        return ConcaveHull.concaveHullByLength(centres, LONGEST_EDGE_KM).buffer(MARGIN_KM, 6);
    }

    static boolean far(Ward ward, List<Ward> wards) {
        var centre = Plane.flat(ward.lat(), ward.lon());
        return wards.stream()
                .filter(it -> !it.code().equals(ward.code()))
                .allMatch(it -> Plane.flat(it.lat(), it.lon()).distance(centre) > FAR_KM);
    }

    private static Map<Coordinate, Geometry> diagram(List<Ward> wards, Envelope frame) {
        var builder = new VoronoiDiagramBuilder();
        builder.setSites(
                wards.stream().map(it -> Plane.flat(it.lat(), it.lon())).toList());
        var wide = new Envelope(frame);
        wide.expandBy(MARGIN_KM);
        builder.setClipEnvelope(wide);
        var diagram = builder.getDiagram(Plane.FACTORY);
        var cells = new LinkedHashMap<Coordinate, Geometry>();
        for (var i = 0; i < diagram.getNumGeometries(); i++) {
            var cell = diagram.getGeometryN(i);
            cells.put((Coordinate) cell.getUserData(), cell);
        }
        return cells;
    }
}
