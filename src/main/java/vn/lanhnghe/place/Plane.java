package vn.lanhnghe.place;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.util.GeometryEditor;

/** The city laid flat, in kilometres: near enough for distances and areas within it. Outside it stand degrees, x the longitude. */
final class Plane {

    static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double LAT = 10.8;
    private static final double LON = 106.7;
    private static final double KM_LAT = 110.574;
    private static final double KM_LON = 111.320 * Math.cos(Math.toRadians(LAT));

    private Plane() {}

    static Coordinate flat(double lat, double lon) {
        return new Coordinate((lon - LON) * KM_LON, (lat - LAT) * KM_LAT);
    }

    static Point point(double lat, double lon) {
        return FACTORY.createPoint(flat(lat, lon));
    }

    static Geometry flat(Geometry degrees) {
        return mapped(degrees, (x, y) -> flat(y, x));
    }

    static Geometry degrees(Geometry flat) {
        return mapped(flat, (x, y) -> new Coordinate(x / KM_LON + LON, y / KM_LAT + LAT));
    }

    /** Every coordinate to four decimals, about eleven metres; corners that two outlines share stay shared, rings without area go. */
    static Geometry rounded(Geometry degrees) {
        return new GeometryEditor(FACTORY).edit(degrees, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] corners, Geometry of) {
                var rounded = Arrays.stream(corners)
                        .map(it -> new Coordinate(Math.rint(it.x * 10_000) / 10_000, Math.rint(it.y * 10_000) / 10_000))
                        .toArray(Coordinate[]::new);
                var told = CoordinateArrays.removeRepeatedPoints(rounded);
                return told.length < 4 ? new Coordinate[0] : told;
            }
        });
    }

    private interface Move {
        Coordinate to(double x, double y);
    }

    private static Geometry mapped(Geometry geometry, Move move) {
        var copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence sequence, int i) {
                var moved = move.to(sequence.getX(i), sequence.getY(i));
                sequence.setOrdinate(i, 0, moved.x);
                sequence.setOrdinate(i, 1, moved.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
