package vn.lanhnghe.intake;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** The columns of a file that no field was found for, so that a person can say what they are. */
final class Headers {

    private static final Pattern NOISE = Pattern.compile("\\(\\*\\)|[^a-z0-9]+");
    private static final int WITHIN = 30;

    /** One column nobody has spoken for: where it stands, its header, and the first few things written in it. */
    public record Unknown(String sheet, String letter, String header, List<String> samples) {}

    private Headers() {}

    /** A header as it is compared: without accents, case, brackets. */
    static String plain(String header) {
        return NOISE.matcher(Vietnamese.fold(header)).replaceAll(" ").strip();
    }

    /** The columns of the header line that are neither a field nor an extra column of the kind. */
    static List<Unknown> unknown(byte[] file, SheetKind kind, Set<String> told) {
        List<Grid> grids;
        try {
            var written = Reader.grids(file);
            var conversion = Encoding.conversion(written);
            grids = conversion == null ? written : Encoding.convert(written, conversion);
        } catch (Refusal refusal) {
            return List.of();
        }
        var names = names(kind);
        return grids.stream()
                .flatMap(grid -> grid.lines().stream()
                        .limit(WITHIN)
                        .max(Comparator.comparingLong(line -> known(line, names)))
                        .filter(line -> known(line, names) >= 2)
                        .stream()
                        .flatMap(line -> new TreeMap<>(line.cells())
                                .entrySet().stream()
                                        .filter(it -> !names.contains(plain(it.getValue()))
                                                && !told.contains(plain(it.getValue()))
                                                && !kind.takes(it.getValue()))
                                        .map(it -> new Unknown(
                                                grid.name(),
                                                Grid.letter(it.getKey()),
                                                it.getValue(),
                                                samples(grid, line, it.getKey())))))
                .filter(it -> !ORDINAL.contains(plain(it.header())))
                .collect(
                        Collectors.toMap(it -> plain(it.header()), it -> it, (a, b) -> a, java.util.LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** A running number needs no meaning. */
    private static final Set<String> ORDINAL = Set.of("stt", "tt", "so tt", "so thu tu", "ket qua", "loi");

    private static List<String> samples(Grid grid, Grid.Line header, int column) {
        return grid.lines().stream()
                .filter(it -> it.number() > header.number())
                .map(it -> it.cell(column))
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(3)
                .toList();
    }

    private static long known(Grid.Line line, Set<String> names) {
        return line.cells().values().stream()
                .filter(it -> names.contains(plain(it)))
                .count();
    }

    private static Set<String> names(SheetKind kind) {
        var names = new HashSet<String>();
        for (var field : kind.fields()) {
            names.add(plain(field.label()));
            field.synonyms().forEach(it -> names.add(plain(it)));
        }
        return names;
    }
}
