package vn.lanhnghe.place;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lanhnghe.shared.Refusal;

/** The wards of the city: which there are on a day, what they look like, and in which of them a point lies. */
@Service
public class Places {

    /** A commune-level unit with its centre in degrees, and the days it exists, both included. */
    public record Unit(
            String code,
            String name,
            int region,
            double lat,
            double lon,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /**
     * All outlines as one GeoJSON feature collection with code, name and region; {@code schematic} as long as no boundaries are
     * imported. {@code version} changes with the content, so that an address that carries it may be cached for good.
     */
    @SuppressWarnings("ArrayRecordComponent") // one large text, never compared
    public record Outline(boolean schematic, String version, String source, byte[] geoJson) {}

    /** What a point's place says of the ward stated for it. */
    public enum Kind {
        INSIDE,
        OTHER_WARD,
        OUTSIDE,
        UNSURE
    }

    /**
     * Where a point lies. {@code km} is how far outside the city or how far from the stated ward it is (0 inside), and
     * {@code message} a sentence for whoever typed it.
     */
    public record Verdict(
            Kind kind, @Nullable String wardCode, @Nullable String wardName, double km, String message) {}

    private static final long LOOK_AGAIN_NANOS = 5_000_000_000L;
    private static final double UNSURE_KM = 3;
    private static final Locale VIETNAM = Locale.of("vi", "VN");

    /** What was read, when by {@link System#nanoTime}, and the state of the data it was read from. */
    private record Look(Ground ground, String stamp, long at) {}

    private final PlaceRepository places;
    private final Clock clock;
    private volatile @Nullable Look look;

    Places(PlaceRepository places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    public List<Unit> listOn(LocalDate on) {
        return places.list(on).stream()
                .map(it ->
                        new Unit(it.code(), it.name(), it.region(), it.lat(), it.lon(), it.validFrom(), it.validTo()))
                .toList();
    }

    public Outline outline() {
        return ground().outline();
    }

    /** Where the point lies and whether that agrees with the ward stated for it. */
    public Verdict check(double lat, double lon, @Nullable String statedWard) {
        if (!Double.isFinite(lat) || !Double.isFinite(lon)) {
            throw new Refusal("Toạ độ phải là hai con số, ví dụ 10,7769 và 106,7009.");
        }
        var ground = ground();
        var stated = statedWard == null || statedWard.isBlank() ? null : ground.ward(statedWard);
        if (stated == null && statedWard != null && !statedWard.isBlank()) {
            throw new Refusal("Không có phường, xã mang mã “" + statedWard + "”. Hãy chọn trong danh sách 168 đơn vị.");
        }
        var point = Plane.point(lat, lon);
        var sketch = ground.outline().schematic();
        var found = ground.at(point, stated);
        if (found.isEmpty()) {
            return outside(ground, lat, lon);
        }
        var ward = found.get();
        if (stated == null || ward.code().equals(stated.code())) {
            return new Verdict(
                    Kind.INSIDE,
                    ward.code(),
                    ward.name(),
                    0,
                    "Điểm nằm trong " + ward.name() + (sketch ? " (theo sơ đồ)." : "."));
        }
        var km = ground.toWard(point, stated);
        if (sketch && km < UNSURE_KM) {
            return new Verdict(
                    Kind.UNSURE,
                    ward.code(),
                    ward.name(),
                    km,
                    "Theo sơ đồ, điểm gần tâm %s hơn, nhưng chỉ cách tâm %s %s; chưa có địa giới nên chưa kết luận được."
                            .formatted(ward.name(), stated.name(), far(km)));
        }
        return new Verdict(
                Kind.OTHER_WARD,
                ward.code(),
                ward.name(),
                km,
                "Điểm nằm trong %s, cách %s%s đã ghi %s. Hãy sửa toạ độ hoặc chọn lại phường, xã."
                        .formatted(ward.name(), sketch ? "tâm " : "", stated.name(), far(km)));
    }

    private static Verdict outside(Ground ground, double lat, double lon) {
        var km = ground.toCity(Plane.point(lat, lon));
        if (ground.outline().schematic() && km < UNSURE_KM) {
            return new Verdict(
                    Kind.UNSURE,
                    null,
                    null,
                    km,
                    "Theo sơ đồ, điểm nằm ngoài Thành phố Hồ Chí Minh %s; chưa có địa giới nên chưa kết luận được."
                            .formatted(far(km)));
        }
        var swapped = ground.at(Plane.point(lon, lat), null);
        return new Verdict(
                Kind.OUTSIDE,
                null,
                null,
                km,
                swapped.map(it ->
                                "Điểm nằm ngoài Thành phố Hồ Chí Minh (%s). Vĩ độ và kinh độ có lẽ bị đổi chỗ: đổi lại thì điểm nằm trong %s."
                                        .formatted(far(km), it.name()))
                        .orElseGet(() ->
                                "Điểm nằm ngoài Thành phố Hồ Chí Minh %s. Hãy kiểm tra lại toạ độ; vĩ độ của thành phố từ 8,6 đến 11,5, kinh độ từ 106,3 đến 107,7."
                                        .formatted(far(km))));
    }

    private static String far(double km) {
        return km >= 100
                ? String.format(VIETNAM, "%,d km", Math.round(km))
                : String.format(VIETNAM, "%.1f km", Math.max(0.1, km));
    }

    /** The boundaries have changed here; other nodes notice within seconds. */
    void forget() {
        look = null;
    }

    Ground ground() {
        var last = look;
        if (last != null && System.nanoTime() - last.at() < LOOK_AGAIN_NANOS) {
            return last.ground();
        }
        return lookAgain();
    }

    private synchronized Ground lookAgain() {
        var today = LocalDate.now(clock);
        var stamp = places.stamp(today);
        var last = look;
        var ground = last != null && last.stamp().equals(stamp) ? last.ground() : read(today);
        look = new Look(ground, stamp, System.nanoTime());
        return ground;
    }

    private Ground read(LocalDate today) {
        var wards = places.list(today);
        return places.findUsed()
                .map(it -> new Ground(wards, it, places.listOutlines(it.id()), places.listWebOutlines(it.id())))
                .orElseGet(() -> new Ground(wards, null, Map.of(), Map.of()));
    }
}
