package vn.lanhnghe.place;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/** The city in memory, ready to be asked where a point lies: the outlines in use with an index over them. */
final class Ground {

    /** A file's edge and a point's last decimal are no more exact than this. */
    private static final double TOLERANCE_KM = 0.1;

    private record Area(Ward ward, Geometry flat, PreparedGeometry prepared, IndexedFacetDistance edge) {}

    private final Map<String, Ward> wards = new LinkedHashMap<>();
    private final Map<String, Area> areas = new LinkedHashMap<>();
    private final STRtree index = new STRtree();
    private final IndexedFacetDistance edge;
    private final Places.Outline outline;

    /** {@code used} is the set in use, or null for the sketch; outlines in degrees by ward code. */
    Ground(List<Ward> wards, @Nullable BoundarySet used, Map<String, Geometry> full, Map<String, Geometry> web) {
        wards.forEach(it -> this.wards.put(it.code(), it));
        Map<String, Geometry> flat = new LinkedHashMap<>();
        Map<String, Geometry> drawn = new LinkedHashMap<>();
        if (used == null) {
            flat.putAll(Sketch.cells(wards));
            flat.forEach((code, cell) -> drawn.put(code, Plane.rounded(Plane.degrees(cell))));
        } else {
            full.forEach((code, outline) -> flat.put(code, Plane.flat(outline)));
            drawn.putAll(web);
        }
        for (var ward : wards) {
            var shape = flat.get(ward.code());
            if (shape != null) {
                var area =
                        new Area(ward, shape, PreparedGeometryFactory.prepare(shape), new IndexedFacetDistance(shape));
                areas.put(ward.code(), area);
                index.insert(shape.getEnvelopeInternal(), area);
            }
        }
        index.build();
        this.edge = new IndexedFacetDistance(Plane.FACTORY.createGeometryCollection(
                areas.values().stream().map(Area::flat).toArray(Geometry[]::new)));
        var geoJson = Drawing.geoJson(wards, drawn);
        this.outline = new Places.Outline(
                used == null,
                hash(geoJson),
                used == null ? "Sơ đồ vẽ từ tâm các đơn vị, không phải địa giới" : used.source(),
                geoJson);
    }

    Places.Outline outline() {
        return outline;
    }

    @Nullable
    Ward ward(String code) {
        return wards.get(code);
    }

    /** Where the point lies, the stated ward first if it touches that. */
    Optional<Ward> at(Point point, @Nullable Ward stated) {
        var near = new Envelope(point.getCoordinate());
        near.expandBy(TOLERANCE_KM);
        Area inside = null;
        Area beside = null;
        for (var found : index.query(near)) {
            var area = (Area) found;
            if (area.prepared().covers(point)) {
                inside = inside == null || area.ward().equals(stated) ? area : inside;
            } else if (area.edge().isWithinDistance(point, TOLERANCE_KM)) {
                beside = beside == null || area.ward().equals(stated) ? area : beside;
            }
        }
        return Optional.ofNullable(inside != null ? inside : beside).map(Area::ward);
    }

    /** Kilometres to the ward: to its centre on the sketch, else to its outline. */
    double toWard(Point point, Ward ward) {
        var area = areas.get(ward.code());
        return outline.schematic() || area == null
                ? Plane.flat(ward.lat(), ward.lon()).distance(point.getCoordinate())
                : area.edge().distance(point);
    }

    double toCity(Point point) {
        return edge.distance(point);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
