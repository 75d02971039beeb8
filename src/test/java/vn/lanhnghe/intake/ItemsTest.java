package vn.lanhnghe.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;

/** The same row, as a line of a file and as an item of a program, gets the same answer. */
@RehearsalTest
class ItemsTest {

    private static final List<String> FIELDS =
            List.of("studentCode", "fullName", "birthDate", "citizenId", "occupationCode", "level", "sex", "phone");
    private static final List<List<String>> ROWS = List.of(
            List.of("29CD80001", "Nguyễn Thị Lan", "28/02/2004", "079204080001", "6480201", "Cao đẳng", "Nữ", ""),
            List.of("29CD80002", "Lê 3", "31/02/2004", "79204080002", "6480201", "Đại học", "nử", "12"),
            List.of("", "Trần Văn Bình", "2004", "0792040800030", "9999999", "TC", "Nam", "0901234567"),
            List.of("29CD80004", "", "13/25/2004", "abc", "", "CĐ", "", "84901234567"),
            List.of("29CD80005", "Phạm Văn Hậu", "05/13/2004", "079204080005", "6480201", "Cao đẳn", "", ""));

    @Autowired
    Personas personas;

    @Autowired
    Batches batches;

    @Autowired
    BatchRepository repository;

    @Autowired
    Readings readings;

    @Autowired
    Items items;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_row_has_the_same_faults_by_file_and_by_program() {
        var byFile = new ArrayList<String>();
        var byProgram = new ArrayList<String>();
        Scope.system()
                .run(() -> personas.act("daotao.caothang", () -> {
                    var kind = items.find("learners").orElseThrow();
                    var id = batches.upload("so-sanh.csv", csv(kind).getBytes(StandardCharsets.UTF_8), "learners");
                    readings.now(repository.find(id).orElseThrow())
                            .faults()
                            .forEach(it -> byFile.add("%d /%s %s %s %s %s"
                                    .formatted(
                                            it.row() - 2,
                                            it.column().field(),
                                            it.kind(),
                                            it.written(),
                                            it.message(),
                                            it.fix())));
                    batches.drop(id);
                    transaction.executeWithoutResult(status -> {
                        var sheet = items.check(
                                kind, ROWS.stream().map(ItemsTest::item).toList());
                        for (var i = 0; i < sheet.size(); i++) {
                            for (var it : sheet.wrongs(i)) {
                                byProgram.add("%d %s %s %s %s %s"
                                        .formatted(i, it.pointer(), it.kind(), it.written(), it.message(), it.fix()));
                            }
                        }
                    });
                }));
        assertThat(byFile).hasSizeGreaterThan(10);
        assertThat(byProgram).containsExactlyInAnyOrderElementsOf(byFile);
    }

    private static String csv(SheetKind kind) {
        var labels = FIELDS.stream()
                .map(key -> "\"%s\""
                        .formatted(Objects.requireNonNull(Field.find(kind.fields(), key))
                                .label()))
                .collect(Collectors.joining(","));
        return labels + ROWS.stream().map(it -> String.join(",", it)).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static ItemSheet.Item item(List<String> row) {
        var fields = new LinkedHashMap<String, String>();
        for (var i = 0; i < row.size(); i++) {
            fields.put(FIELDS.get(i), row.get(i));
        }
        return new ItemSheet.Item(fields, Map.of());
    }
}
