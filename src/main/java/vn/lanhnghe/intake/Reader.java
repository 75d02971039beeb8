package vn.lanhnghe.intake;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Finds in a file the sheets of a known kind: where the header stands, which column is what, which lines are records. */
final class Reader {

    private static final int HEADER_WITHIN = 30;
    private static final int ALIKE_ROWS = 3;
    private static final Pattern NOISE = Pattern.compile("\\(\\*\\)|[^a-z0-9]+");
    private static final Pattern FOOTER = Pattern.compile(
            "^(tong cong|tong so|cong:|cong$|nguoi lap|nguoi ghi|hieu truong|truong phong|ke toan truong|thu truong|ghi chu:|ngay .* thang .*|.*, ngay .*)");

    /** A sheet with the header that a kind finds in it. */
    private record Found(Grid grid, int header, List<Column> columns, int score, List<String> troubles) {}

    private Reader() {}

    static Reading read(
            byte[] file,
            List<SheetKind> kinds,
            @Nullable String wanted,
            Map<Reading.Cell, String> corrections,
            Set<Reading.Cell> aside) {
        return read(file, kinds, List.of(), wanted, corrections, aside);
    }

    /**
     * {@code wanted} is the kind the user chose, or null to recognise it; {@code foreign} are kinds that others send, which are told
     * from one's own and not read. Answers with tables whose rows are not checked yet.
     */
    static Reading read(
            byte[] file,
            List<SheetKind> kinds,
            List<SheetKind> foreign,
            @Nullable String wanted,
            Map<Reading.Cell, String> corrections,
            Set<Reading.Cell> aside) {
        List<Grid> grids;
        Encoding.Conversion conversion;
        try {
            var written = grids(file);
            conversion = Encoding.conversion(written);
            grids = conversion == null ? written : Encoding.convert(written, conversion);
        } catch (Refusal refusal) {
            return trouble(null, List.of(String.valueOf(refusal.getMessage())));
        }
        var best = best(
                grids,
                kinds.stream()
                        .filter(it -> wanted == null || it.code().equals(wanted))
                        .toList());
        var other = best(grids, wanted == null ? foreign : List.of());
        if (other.isPresent()
                && other.get().getValue().stream().anyMatch(it -> it.troubles().isEmpty())
                && (best.isEmpty() || score(other.get()) > score(best.get()))) {
            return trouble(null, List.of(elsewhere(other.get().getKey(), kinds)));
        }
        if (best.isEmpty()) {
            return trouble(
                    kinds.stream()
                            .filter(it -> it.code().equals(wanted))
                            .findFirst()
                            .orElse(null),
                    List.of("Không tìm thấy dòng tiêu đề của loại tệp nào mà hệ thống biết ("
                            + kinds.stream().map(SheetKind::label).collect(joining("; "))
                            + "). Dòng tiêu đề cần nằm trong %d dòng đầu và có các cột như “Mã HSSV”, “Họ và tên”. Tải tệp mẫu để so."
                                    .formatted(HEADER_WITHIN)));
        }
        var kind = best.get().getKey();
        var troubles = best.get().getValue().stream()
                .flatMap(it -> it.troubles().stream())
                .toList();
        if (!troubles.isEmpty()) {
            var carried = Template.carried(Workbook.hidden(file));
            return trouble(
                    kind,
                    carried.isEmpty() || carried.equals("mau:" + kind.code() + ":" + Template.version(kind))
                            ? troubles
                            : java.util.stream.Stream.concat(
                                            troubles.stream(),
                                            java.util.stream.Stream.of(
                                                    "Tệp này làm từ tệp mẫu phiên bản cũ. Tải tệp mẫu mới ở trang Nhập dữ liệu rồi chép dữ liệu sang."))
                                    .toList());
        }
        var apart = new ArrayList<SheetRow>();
        var tables = best.get().getValue().stream()
                .map(it -> table(
                        it,
                        kind,
                        corrections,
                        aside,
                        apart,
                        () -> !Template.carried(Workbook.hidden(file)).isEmpty()))
                .toList();
        var alike = alike(tables, kind);
        if (!alike.isEmpty()) {
            return trouble(kind, alike);
        }
        if (tables.stream().allMatch(it -> it.rows().isEmpty()) && apart.isEmpty()) {
            return trouble(kind, List.of("Tệp có dòng tiêu đề nhưng chưa có dòng dữ liệu nào."));
        }
        return new Reading(kind, List.of(), tables, apart, corrections.keySet(), conversion);
    }

    private static Optional<Map.Entry<SheetKind, List<Found>>> best(List<Grid> grids, List<SheetKind> kinds) {
        return kinds.stream()
                .map(kind -> Map.entry(
                        kind,
                        grids.stream()
                                .flatMap(grid -> find(grid, kind).stream())
                                .toList()))
                .filter(it -> !it.getValue().isEmpty())
                .max(Comparator.comparingInt(Reader::score));
    }

    private static int score(Map.Entry<SheetKind, List<Found>> found) {
        return found.getValue().stream().mapToInt(Found::score).max().orElse(0);
    }

    /** Who sends a kind of sheet that the present reader does not, and what the reader does. */
    static String elsewhere(SheetKind kind, List<SheetKind> own) {
        return (kind.ofTheDepartment()
                        ? "“%s” do chuyên viên Sở tải lên; trường không tải loại tệp này. Hãy gửi tệp cùng giấy tờ kèm theo cho Sở. Trường tải lên được: %s."
                        : "“%s” do trường tải lên; Sở không tải thay. Hãy đề nghị trường tải lên. Sở tải lên được: %s.")
                .formatted(kind.label(), own.stream().map(SheetKind::label).collect(joining("; ")));
    }

    private static Reading trouble(@Nullable SheetKind kind, List<String> sentences) {
        return new Reading(kind, sentences, List.of(), List.of(), Set.of(), null);
    }

    /** A copy of a sheet left in the file would write everything twice. */
    private static List<String> alike(List<SheetTable> tables, SheetKind kind) {
        var troubles = new ArrayList<String>();
        for (var i = 0; i < tables.size(); i++) {
            for (var j = i + 1; j < tables.size(); j++) {
                var first = keys(tables.get(i), kind);
                var second = keys(tables.get(j), kind);
                var shared = second.stream().filter(first::contains).count();
                if (shared >= ALIKE_ROWS && shared * 2 > Math.min(first.size(), second.size())) {
                    troubles.add("Trang tính “%s” và “%s” giống nhau (%d dòng trùng). Xoá trang thừa rồi tải lại."
                            .formatted(tables.get(i).name(), tables.get(j).name(), shared));
                }
            }
        }
        return troubles;
    }

    private static Set<String> keys(SheetTable table, SheetKind kind) {
        var key = key(kind, table.columns());
        return table.rows().stream()
                .map(row -> table.columns().stream()
                        .filter(it -> key < 0 || it.index() == key)
                        .map(row::written)
                        .collect(joining("|")))
                .filter(it -> !it.isBlank())
                .collect(java.util.stream.Collectors.toSet());
    }

    static List<Grid> grids(byte[] sent) {
        var file = GeoPoints.asSheet(sent);
        if (file.length == 0) {
            throw new Refusal("Tệp này trống. Hãy chọn lại tệp có dữ liệu.");
        }
        if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
            return Template.records(Workbook.read(file));
        }
        if (file.length > 3 && (file[0] & 0xFF) == 0xD0 && (file[1] & 0xFF) == 0xCF) {
            throw new Refusal(
                    contains(file, "EncryptedPackage")
                            ? "Tệp Excel này có mật khẩu. Mở bằng Excel, vào Tệp > Thông tin > bỏ mật khẩu, lưu lại rồi tải lên."
                            : "Đây là tệp Excel kiểu cũ (.xls). Mở bằng Excel, chọn Lưu thành .xlsx rồi tải lên lại.");
        }
        if (file.length > 3 && file[0] == '%' && file[1] == 'P' && file[2] == 'D' && file[3] == 'F') {
            throw new Refusal("Đây là tệp PDF. Hãy tải lên tệp bảng tính gốc (.xlsx hoặc .csv).");
        }
        if (image(file)) {
            throw new Refusal("Đây là tệp ảnh. Hãy tải lên tệp bảng tính gốc (.xlsx hoặc .csv), không phải ảnh chụp.");
        }
        var head = new String(file, 0, Math.min(file.length, 512), java.nio.charset.StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(java.util.Locale.ROOT);
        if (head.startsWith("<html") || head.startsWith("<!doctype html") || head.contains("<table")) {
            throw new Refusal(
                    "Đây là trang web lưu thành tệp bảng tính. Mở bằng Excel, chọn Lưu thành .xlsx rồi tải lên lại.");
        }
        var wide = file.length > 3 && file[0] != 0 && file[1] == 0 && file[3] == 0;
        for (var i = 0; i < Math.min(file.length, 512); i++) {
            if (file[i] == 0 && (file[0] & 0xFF) < 0xFE && !wide) {
                throw new Refusal("Đây không phải tệp bảng tính. Hệ thống nhận tệp .xlsx và .csv.");
            }
        }
        return Csv.read(file);
    }

    private static boolean image(byte[] file) {
        return file.length > 3
                && ((file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8
                        || (file[0] & 0xFF) == 0x89 && file[1] == 'P' && file[2] == 'N' && file[3] == 'G');
    }

    /** Is the name there in UTF-16, as in the directory of an OLE container? */
    private static boolean contains(byte[] file, String name) {
        var wanted = name.getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        outer:
        for (var i = 0; i + wanted.length <= file.length; i++) {
            for (var j = 0; j < wanted.length; j++) {
                if (file[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }

    /** What hides, glues or breaks cells that would be read: each one sentence, with its place. */
    private static List<String> layout(Grid grid, int header, List<Column> columns, SheetKind kind) {
        var layout = grid.layout();
        var troubles = new ArrayList<String>();
        var used = columns.stream().map(Column::index).toList();
        var row = grid.lines().get(header).number();
        var glued = layout.merges().stream()
                .filter(it -> it.touches(row) && it.bottom() >= row)
                .filter(it -> used.stream().anyMatch(column -> it.left() <= column && column <= it.right()))
                .map(Layout.Merge::label)
                .toList();
        if (!glued.isEmpty()) {
            troubles.add("%sDòng tiêu đề có ô gộp %s. Bỏ gộp để mỗi cột một ô tiêu đề, rồi tải lại."
                    .formatted(where(grid), few(glued)));
        }
        var key = columns.isEmpty() ? -1 : columns.getFirst().index();
        var required = required(kind, columns);
        var choices = choices(kind, columns);
        var records = grid.lines().stream()
                .skip(header + 1L)
                .filter(it -> isRecord(it, columns, key, required, choices))
                .map(Grid.Line::number)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
        var gluedRows = layout.merges().stream()
                .filter(it -> it.top() > row
                        && records.subSet(it.top(), it.bottom() + 1).size() > 0)
                .filter(it -> used.stream().anyMatch(column -> it.left() <= column && column <= it.right()))
                .map(Layout.Merge::label)
                .toList();
        if (!gluedRows.isEmpty()) {
            troubles.add("%sCó ô gộp trong dữ liệu: %s. Bỏ gộp và điền giá trị vào từng ô, rồi tải lại."
                    .formatted(where(grid), few(gluedRows)));
        }
        var hidden = records.stream()
                .filter(layout.hiddenRows()::contains)
                .map(String::valueOf)
                .toList();
        if (!hidden.isEmpty()) {
            troubles.add("%sCó %d dòng đang ẩn (dòng %s). Bỏ ẩn nếu cần ghi, hoặc xoá hẳn các dòng này, rồi tải lại."
                    .formatted(where(grid), hidden.size(), few(hidden)));
        }
        var hiddenColumns = used.stream()
                .filter(layout.hiddenColumns()::contains)
                .map(Grid::letter)
                .toList();
        if (!hiddenColumns.isEmpty()) {
            troubles.add("%sCó cột đang ẩn: %s. Bỏ ẩn nếu cần ghi, hoặc xoá hẳn cột, rồi tải lại."
                    .formatted(where(grid), few(hiddenColumns)));
        }
        if (!layout.broken().isEmpty()) {
            troubles.add(
                    "%sÔ %s là công thức chưa tính xong hoặc báo lỗi (#REF!, #N/A). Chép vùng dữ liệu rồi dán giá trị (Paste Values), lưu và tải lại."
                            .formatted(where(grid), few(layout.broken())));
        }
        return troubles;
    }

    private static String few(List<String> places) {
        return places.stream().limit(8).collect(joining(", ")) + (places.size() > 8 ? "…" : "");
    }

    private static Optional<Found> find(Grid grid, SheetKind kind) {
        return IntStream.range(0, Math.min(HEADER_WITHIN, grid.lines().size()))
                .mapToObj(i -> header(grid, i, kind))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Found::score)
                        .thenComparing(Comparator.comparingInt(Found::header).reversed()));
    }

    private static Optional<Found> header(Grid grid, int at, SheetKind kind) {
        var names = names(kind);
        var columns = new ArrayList<Column>();
        var taken = new HashMap<String, String>();
        var troubles = new ArrayList<String>();
        var extras = 0;
        for (var cell : new java.util.TreeMap<>(grid.lines().get(at).cells()).entrySet()) {
            var field = names.get(plain(cell.getValue()));
            var letter = Grid.letter(cell.getKey());
            if (field != null) {
                var twin = taken.put(field, letter);
                if (twin != null) {
                    troubles.add("%sCột %s và cột %s cùng là “%s”. Hãy bỏ một cột."
                            .formatted(where(grid), twin, letter, cell.getValue()));
                }
                columns.add(new Column(cell.getKey(), letter, cell.getValue(), field, null));
            } else if (kind.takes(cell.getValue())) {
                extras++;
                columns.add(new Column(cell.getKey(), letter, cell.getValue(), null, null));
            }
        }
        if (taken.size() < 2 && (taken.isEmpty() || extras < 3)) {
            return Optional.empty();
        }
        var missing = kind.fields().stream()
                .filter(it -> it.required() && !taken.containsKey(it.key()))
                .toList();
        if (!missing.isEmpty()) {
            troubles.add(
                    "%sDòng %d là dòng tiêu đề nhưng thiếu cột %s. Thêm cột này (hoặc đổi tên cột đang có) rồi tải lại."
                            .formatted(
                                    where(grid),
                                    grid.lines().get(at).number(),
                                    missing.stream()
                                            .map(it -> "“" + it.label() + "”")
                                            .collect(joining(", "))));
        }
        if (columns.stream().allMatch(it -> it.field() != null) && kind.takes("MH01 Môn học")) {
            troubles.add("%sKhông thấy cột điểm nào. Cột điểm có mã và tên môn, ví dụ “MH01 Giáo dục chính trị”."
                    .formatted(where(grid)));
        }
        var score = taken.size() + extras - 3 * missing.size() - (troubles.isEmpty() ? 0 : 4);
        troubles.addAll(layout(grid, at, columns, kind));
        return Optional.of(new Found(grid, at, columns, score, troubles));
    }

    private static String where(Grid grid) {
        return grid.name().isEmpty() ? "" : "Trang tính “" + grid.name() + "”: ";
    }

    private static Map<String, String> names(SheetKind kind) {
        var names = new HashMap<String, String>();
        for (var field : kind.fields()) {
            names.put(plain(field.label()), field.key());
            field.synonyms().forEach(it -> names.putIfAbsent(plain(it), field.key()));
        }
        return names;
    }

    private static String plain(String header) {
        return NOISE.matcher(Vietnamese.fold(header)).replaceAll(" ").strip();
    }

    private static SheetTable table(
            Found found,
            SheetKind kind,
            Map<Reading.Cell, String> corrections,
            Set<Reading.Cell> aside,
            List<SheetRow> apart,
            BooleanSupplier fromTemplate) {
        var grid = found.grid();
        var lines = grid.lines().subList(found.header() + 1, grid.lines().size());
        var legend = lines.stream()
                .limit(3)
                .filter(line -> line.cells().values().stream()
                        .anyMatch(it -> kind.legends().contains(plain(it))))
                .findFirst();
        var columns = found.columns().stream()
                .map(it -> new Column(
                        it.index(),
                        it.letter(),
                        it.header(),
                        it.field(),
                        legend.map(line -> line.cells().get(it.index())).orElse(null)))
                .toList();
        var key = key(kind, columns);
        var required = required(kind, columns);
        var choices = choices(kind, columns);
        var rows = new ArrayList<SheetRow>();
        for (var line : lines) {
            if (legend.isPresent() && legend.get() == line
                    || !isRecord(line, columns, key, required, choices)
                    || Template.example(kind, columns, line) && fromTemplate.getAsBoolean()) {
                continue;
            }
            var written = new LinkedHashMap<Integer, String>();
            for (var column : columns) {
                written.put(
                        column.index(),
                        corrections.getOrDefault(
                                new Reading.Cell(grid.name(), line.number(), column.index()),
                                line.cell(column.index())));
            }
            var row = new SheetRow(grid.name(), line.number(), columns, written);
            (aside.contains(new Reading.Cell(grid.name(), line.number(), 0)) ? apart : rows).add(row);
        }
        return new SheetTable(grid.name(), grid.lines().get(found.header()).number(), columns, rows);
    }

    private static int key(SheetKind kind, List<Column> columns) {
        return kind.fields().stream()
                .filter(it -> it.required() && it.unique())
                .flatMap(field -> columns.stream().filter(it -> field.key().equals(it.field())))
                .map(Column::index)
                .findFirst()
                .orElse(-1);
    }

    private static List<Integer> required(SheetKind kind, List<Column> columns) {
        return kind.fields().stream()
                .filter(Field::required)
                .flatMap(field -> columns.stream().filter(it -> field.key().equals(it.field())))
                .map(Column::index)
                .toList();
    }

    /** The columns where a word like “Hiệu trưởng” is what somebody is, and not who signs. */
    private static Set<Integer> choices(SheetKind kind, List<Column> columns) {
        return kind.fields().stream()
                .filter(it -> it.type() instanceof Field.Choice)
                .flatMap(field -> columns.stream().filter(it -> field.key().equals(it.field())))
                .map(Column::index)
                .collect(Collectors.toSet());
    }

    /**
     * A total, a signature or a remark is no record; a record may lack a cell, even one it must have. A row that has all it must
     * have is a record, even when its remark reads like a signature's day.
     */
    private static boolean isRecord(
            Grid.Line line, List<Column> columns, int key, List<Integer> required, Set<Integer> choices) {
        if (!required.isEmpty()
                && required.stream()
                        .noneMatch(it -> line.cell(it).isEmpty() || !choices.contains(it) && footer(line.cell(it)))) {
            return true;
        }
        if (line.cells().entrySet().stream().anyMatch(it -> !choices.contains(it.getKey()) && footer(it.getValue()))) {
            return false;
        }
        var filled =
                columns.stream().filter(it -> !line.cell(it.index()).isEmpty()).count();
        return filled >= Math.min(3, columns.size())
                || filled > 0 && !line.cell(key).isEmpty();
    }

    private static boolean footer(String cell) {
        return FOOTER.matcher(Vietnamese.fold(cell)).find();
    }
}
