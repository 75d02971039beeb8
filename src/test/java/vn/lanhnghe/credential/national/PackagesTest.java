package vn.lanhnghe.credential.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Vi;

/** What goes to the national database: whole or not at all, and what comes back goes again. */
@RehearsalTest
class PackagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Packages packages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_lacks_a_field_waits_what_is_whole_goes_and_what_comes_back_goes_again() {
        var press = new Press(context);
        var ids = press.release(3);
        var today = LocalDate.now(Vi.ZONE);
        var lacking = press.act(Press.CLERK, () -> packages.draft(today, today));
        assertThat(lacking.complete()).extracting(Diploma::id).doesNotContainAnyElementsOf(ids);
        assertThat(lacking.lacks())
                .filteredOn(it -> it.diploma().id() == ids.getFirst())
                .extracting(it -> it.field().name())
                .containsExactlyInAnyOrder("GIOI_TINH", "DAN_TOC");
        assertThat(lacking.lacks())
                .filteredOn(it -> it.diploma().id() == ids.getFirst())
                .allMatch(it ->
                        it.address().startsWith("/learners/") && it.trouble().contains("hồ sơ người học"));

        Scope.system()
                .run(() -> jdbc.sql("""
                        update learning.learner set sex = 'FEMALE', ethnicity = 'Kinh'
                         where id in (select learner_id from credential.diploma where id in (:first, :second))
                        """)
                        .param("first", ids.get(0))
                        .param("second", ids.get(1))
                        .update());
        var id = press.act(Press.CLERK, () -> packages.make(today, today));
        var rows = press.act(Press.CLERK, () -> packages.rows(id));
        var code = Code.printed(press.text("select code from credential.diploma where id = " + ids.getFirst()));
        assertThat(rows)
                .anySatisfy(it -> assertThat(it)
                        .containsEntry("MA_TRA_CUU", code)
                        .containsEntry("GIOI_TINH", "Nữ")
                        .containsEntry("XEP_LOAI", "Khá"));
        assertThat(press.one(
                        "select count(*) from audit.act where kind = 'FILE_DOWNLOADED' and subject = 'national_package' and subject_id = "
                                + id))
                .isEqualTo(1);
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> packages.make(today, today)))
                .isInstanceOf(Refusal.class);

        assertThatThrownBy(() -> reject(press, id, "Mã;Lý do\n%s;\n".formatted(code)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("dòng 2 thiếu lý do");
        var third = Code.printed(press.text("select code from credential.diploma where id = " + ids.get(2)));
        assertThatThrownBy(() -> reject(press, id, "Mã;Lý do\n%s;Sai tên\n%s;Sai tên\n".formatted(code, third)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(third);
        assertThat(press.one(
                        "select count(*) from credential.national_line where rejected is not null and package_id = "
                                + id))
                .as("nothing is half done")
                .isZero();
        assertThat(reject(press, id, "Mã;Lý do\n%s;Sai số định danh\n".formatted(code)))
                .isEqualTo(1);
        var again = press.act(Press.CLERK, () -> packages.make(today.minusDays(400), today.minusDays(399)));
        assertThat(press.act(Press.CLERK, () -> packages.rows(again)))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("MA_TRA_CUU", code));
        press.run("vanthu.thuduc", () -> assertThat(packages.listFields()).allMatch(NationalField::provisional));
        Scope.system()
                .run(() -> context.getBean(vn.lanhnghe.access.Personas.class)
                        .act(
                                "vanthu.caothang",
                                () -> assertThatThrownBy(() -> packages.rows(id))
                                        .isInstanceOf(NotFound.class)));
    }

    private int reject(Press press, long id, String csv) {
        return press.act(Press.CLERK, () -> packages.reject(id, csv.getBytes(StandardCharsets.UTF_8)));
    }
}
