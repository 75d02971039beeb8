package vn.lanhnghe.credential.copying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.credential.issuing.Press;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;

/** The book of copies: its numbers run without a gap whoever asks at the same time, and nothing of it is rubbed out. */
@RehearsalTest
class CopiesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Copies copies;

    @Autowired
    JdbcClient jdbc;

    Press press;

    @BeforeEach
    void begin() {
        press = new Press(context);
    }

    @Test
    void copies_asked_for_at_once_are_numbered_without_a_gap() throws Exception {
        var ids = press.release(8);
        var before = numbers();
        try (var desks = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Copies.Issued>>();
            for (var id : ids) {
                for (var count = 1; count <= 3; count++) {
                    var wanted = request(count);
                    tasks.add(() -> press.act(Press.CLERK, () -> copies.issue(id, wanted)));
                }
            }
            for (var done : desks.invokeAll(tasks)) {
                assertThat(done.get().first()).contains("/BS-");
            }
        }
        var after = numbers();
        assertThat(after).hasSize(before.size() + 8 * (1 + 2 + 3));
        assertThat(after)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, after.size()).boxed().toList());
        assertThat(press.one("""
                        select count(*) from credential.copy c where not exists (
                          select from credential.entry e where e.diploma_id = c.diploma_id and e.kind = 'COPIED' and e.register_number = c.register_number)
                        """)).isZero();
    }

    @Test
    void a_copy_that_is_refused_takes_no_number_and_one_that_is_issued_stays() {
        var id = press.release(1).getFirst();
        press.act(Press.CLERK, () -> copies.issue(id, request(1)));
        var before = numbers();
        var unauthorised = new CopyRequest(Copy.Relation.SENT, "Lê Thị Nhận", " ", "CCCD 079204001234", "Xin việc", 1);
        assertThatThrownBy(() -> press.act(Press.CLERK, () -> copies.issue(id, unauthorised)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("căn cứ uỷ quyền");
        assertThat(numbers()).isEqualTo(before);
        var college = new Scope(Scope.Reach.COLLEGE, press.institution, null, null, 1L, "x");
        for (var sql : new String[] {
            "update credential.copy set requester = 'x'",
            "delete from credential.copy",
            "update credential.copy set number = number + 1"
        }) {
            assertThatThrownBy(() -> college.run(() -> jdbc.sql(sql).update()))
                    .as(sql)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    private static CopyRequest request(int count) {
        return new CopyRequest(Copy.Relation.HOLDER, "Trần Văn A", "", "CCCD 079204001234", "Xin việc", count);
    }

    /** Of the college's newest book of copies, in order. */
    private List<Long> numbers() {
        return press.longs("""
                select number from credential.copy where book_id = (select max(book_id) from credential.copy where institution_id = %1$d)
                 order by number
                """.formatted(press.institution));
    }
}
