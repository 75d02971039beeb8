package vn.lanhnghe.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Everyone;
import vn.lanhnghe.database.Scope;

/** What waits can be asked for everybody, outside any page, and comes in the order of its days. */
@RehearsalTest
class WorklistTest {

    @Autowired
    Worklist worklist;

    @Autowired
    Everyone everyone;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybody_has_a_list_in_order() {
        var names = new ArrayList<String>();
        Scope.system()
                .run(() -> everyone.each(person -> {
                    names.add(person.fullName());
                    var days = worklist.list().stream()
                            .map(it -> it.until() == null ? "9" : it.until().toString())
                            .toList();
                    assertThat(days).as(person.fullName()).isSorted();
                }));
        assertThat(names).hasSizeGreaterThan(8);
        inbox.run();
        var follows = Scope.system()
                .get(() -> jdbc.sql("select count(*) from portal.notice")
                        .query(Long.class)
                        .single());
        assertThat(follows).isPositive();
    }
}
