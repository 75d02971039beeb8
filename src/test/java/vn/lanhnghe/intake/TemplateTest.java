package vn.lanhnghe.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lanhnghe.RehearsalTest;

/** The templates that are handed out, each read as it was handed out and with its example made a record. */
@RehearsalTest
class TemplateTest {

    @Autowired
    List<SheetKind> kinds;

    @Test
    void every_template_is_read_as_its_kind_and_lacks_nothing_but_records() throws IOException {
        assertThat(kinds).hasSizeGreaterThan(5);
        for (var kind : kinds) {
            var template = Template.of(kind);
            // a sheet of marks has the columns of its subjects besides, which the college adds
            var subjects = kind.code().equals("marks");
            assertThat(read(template).troubles())
                    .as(kind.code())
                    .singleElement()
                    .asString()
                    .contains(subjects ? "Không thấy cột điểm nào" : "chưa có dòng dữ liệu");
            assertThat(Headers.unknown(template, kind, Set.of()))
                    .as(kind.code())
                    .isEmpty();

            if (subjects) {
                continue;
            }
            var reading = read(filled(template, kind.fields().getFirst().example()));
            assertThat(reading.troubles()).as(kind.code()).isEmpty();
            assertThat(reading.kind()).isSameAs(kind);
            assertThat(reading.rows()).as(kind.code()).hasSize(1);
            assertThat(reading.tables())
                    .singleElement()
                    .satisfies(it -> assertThat(it.name()).isEqualTo("Du lieu"));
        }
    }

    private Reading read(byte[] file) {
        return Reader.read(file, kinds, null, Map.of(), Set.of());
    }

    /** With another word in the example row, which is a record then. */
    private static byte[] filled(byte[] template, String example) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setByteArray(template).get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                var bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals("xl/sharedStrings.xml")) {
                    var words = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(words).contains(">" + example + "</t>");
                    bytes = words.replace(">" + example + "</t>", ">" + example + "0</t>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}
