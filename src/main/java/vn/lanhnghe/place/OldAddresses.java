package vn.lanhnghe.place;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.lanhnghe.place.PlaceRepository.FormerUnit;

/** Địa chỉ cũ: which ward of today an address with a ward or district of before July 2025 lies in. */
@Service
public class OldAddresses {

    /** One ward the address may lie in; {@code certain} when the address names an old unit that went there whole. */
    public record Resolved(String wardCode, String wardName, boolean certain, String why) {}

    /** What is known of the old units; it changes with the program only. */
    private record Known(List<FormerUnit> former, WardNames names, AddressWords words) {}

    private final PlaceRepository places;
    private final Clock clock;
    private volatile @Nullable Known known;

    OldAddresses(PlaceRepository places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The wards it may lie in, best first; none where no unit is recognised. Several addresses are told apart by semicolons. */
    public List<Resolved> resolve(String address) {
        var known = known();
        var answers = new LinkedHashMap<String, Resolved>();
        for (var one : address.split(";")) {
            new Answer(known, known.words().read(one))
                    .list()
                    .forEach(it -> answers.merge(it.wardCode(), it, (a, b) -> a.certain() || !b.certain() ? a : b));
        }
        return List.copyOf(answers.values());
    }

    private Known known() {
        var have = known;
        if (have != null) {
            return have;
        }
        var wards = places.list(LocalDate.now(clock));
        var former = places.listFormer();
        var wardNames = new HashSet<String>();
        var districts = new HashSet<String>();
        wards.forEach(it -> wardNames.add(WardNames.bare(it.name())));
        for (var unit : former) {
            wardNames.add(unit.nameFolded());
            districts.add(unit.districtFolded());
            if (unit.earlierDistrictFolded() != null) {
                districts.add(unit.earlierDistrictFolded());
            }
        }
        var read = new Known(former, new WardNames(wards), new AddressWords(wardNames, districts));
        known = read;
        return read;
    }

    /** The answer to one address, while it is put together. */
    private static final class Answer {

        private final Known known;
        private final List<AddressWords.Named> named;
        private final Map<String, Resolved> found = new LinkedHashMap<>();

        Answer(Known known, List<AddressWords.Named> named) {
            this.known = known;
            this.named = named;
        }

        List<Resolved> list() {
            var district = district();
            var wards = named.stream()
                    .filter(it -> it != district && !Boolean.TRUE.equals(it.district()))
                    .map(AddressWords.Named::name)
                    .toList();
            if (district == null) {
                wards.forEach(it -> byName(it, unit -> true));
            } else {
                wards.forEach(it -> inDistrict(it, district.name()));
                if (found.isEmpty() && district.district() == null) {
                    today(district.name(), false);
                }
                if (found.isEmpty() || district.district() == null && wards.isEmpty()) {
                    whole(district.name());
                }
            }
            return found.values().stream()
                    .sorted(Comparator.comparing(it -> !it.certain()))
                    .toList();
        }

        /** The last that is called a district, or else the last that may be one. */
        private AddressWords.@Nullable Named district() {
            var said = named.stream()
                    .filter(it -> Boolean.TRUE.equals(it.district()))
                    .toList();
            var may = said.isEmpty()
                    ? named.stream()
                            .filter(it -> it.district() == null
                                    && known.former().stream().anyMatch(of(it.name())))
                            .toList()
                    : said;
            return may.isEmpty() ? null : may.getLast();
        }

        private static Predicate<FormerUnit> of(String district) {
            return it -> it.districtFolded().equals(district) || district.equals(it.earlierDistrictFolded());
        }

        private void inDistrict(String name, String district) {
            if (known.former().stream()
                    .anyMatch(it -> it.nameFolded().equals(name) && of(district).test(it))) {
                byName(name, of(district));
                return;
            }
            var here = known.former().stream()
                    .filter(of(district))
                    .map(FormerUnit::wardCode)
                    .collect(Collectors.toSet());
            known.names().findFolded(name).stream()
                    .filter(it -> here.contains(it.code()))
                    .forEach(it -> add(it, true, it.name() + " là tên đơn vị hiện nay."));
        }

        /** An old unit of that name; and the unit that bears it today, first, when nothing says which is meant. */
        private void byName(String name, Predicate<FormerUnit> where) {
            var rows = known.former().stream()
                    .filter(it -> it.nameFolded().equals(name) && where.test(it))
                    .toList();
            var units = rows.stream()
                    .map(it -> it.name() + ", " + it.district())
                    .distinct()
                    .count();
            if (rows.isEmpty() || units != 1) {
                today(name, rows.isEmpty());
            }
            if (units > 1 && name.startsWith("phuong ")) {
                return; // a number alone names a ward in a dozen districts
            }
            var old = new ArrayList<>(rows);
            old.sort(Comparator.comparing(
                    it -> !today(it.wardCode()).equals(known.names().findFolded(name))));
            for (var row : old) {
                var ward = Objects.requireNonNull(known.names().get(row.wardCode()));
                var unit = row.name() + ", " + row.district();
                add(
                        ward,
                        units == 1 && !row.part(),
                        row.part()
                                ? "Một phần %s nay thuộc %s; phần còn lại thuộc đơn vị khác."
                                        .formatted(unit, ward.name())
                                : "%s nay thuộc %s (%s).".formatted(unit, ward.name(), row.clause()));
            }
        }

        private List<Ward> today(String code) {
            var ward = known.names().get(code);
            return ward == null ? List.of() : List.of(ward);
        }

        private void today(String name, boolean only) {
            var wards = known.names().findFolded(name);
            wards.forEach(it -> add(it, only && wards.size() == 1, it.name() + " là tên đơn vị hiện nay."));
        }

        private void whole(String district) {
            var rows = known.former().stream().filter(of(district)).toList();
            var codes = rows.stream()
                    .collect(Collectors.groupingBy(FormerUnit::wardCode, LinkedHashMap::new, Collectors.counting()));
            var name = rows.stream()
                    .map(it -> it.districtFolded().equals(district) ? it.district() : it.earlierDistrict())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("");
            codes.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .forEach(it -> add(
                            Objects.requireNonNull(known.names().get(it.getKey())),
                            codes.size() == 1,
                            codes.size() == 1
                                    ? "%s nay là đơn vị này.".formatted(name)
                                    : "Địa chỉ chỉ nêu %s; nay địa bàn đó thuộc %d phường, xã."
                                            .formatted(name, codes.size())));
        }

        private void add(Ward ward, boolean certain, String why) {
            found.merge(
                    ward.code(),
                    new Resolved(ward.code(), ward.name(), certain, why),
                    (a, b) -> a.certain() || !b.certain() ? a : b);
        }
    }
}
