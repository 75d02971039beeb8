package vn.lanhnghe.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.database.Scope;

@RehearsalTest
class SignedDocumentsTest {

    static final Seal SEAL = Seals.ecdsa("Trường Thử");

    @Autowired
    SignedDocuments signed;

    @Autowired
    KeptRepository kept;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothingKept() {
        owner().sql("delete from document.kept").update();
    }

    @Test
    void the_same_is_made_once_and_anything_else_anew() {
        var first = signed.get(page("An"), List.of(), SEAL);
        assertThat(signed.get(page("An"), List.of(), SEAL)).isEqualTo(first);
        assertThat(signed.get(page("Ân"), List.of(), SEAL)).isNotEqualTo(first);
        assertThat(signed.get(page("An"), List.of(new Enclosure("credential", "x", "{}")), SEAL))
                .isNotEqualTo(first);
        assertThat(signed.get(page("An"), List.of(), Seals.ecdsa("Trường Khác")))
                .isNotEqualTo(first);
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void where_nothing_may_be_written_a_document_is_made_all_the_same() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        byte[] read = reading.execute(it -> signed.get(page("Bình"), List.of(), SEAL));
        assertThat(read).startsWith('%', 'P', 'D', 'F');
        assertThat(count()).isZero();
        var made = signed.get(page("Bình"), List.of(), SEAL);
        owner().sql("update document.kept set used_on = current_date - 1").update();
        byte[] again = reading.execute(it -> signed.get(page("Bình"), List.of(), SEAL));
        assertThat(again).isEqualTo(made);
    }

    @Test
    void the_program_cannot_list_what_is_kept() {
        signed.get(page("Cường"), List.of(), SEAL);
        assertThatThrownBy(() -> Scope.system()
                        .get(() -> jdbc.sql("select count(*) from document.kept")
                                .query(Long.class)
                                .single()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void what_nobody_asks_for_goes_and_so_does_what_is_too_much() {
        signed.get(page("Dung"), List.of(), SEAL);
        owner().sql("update document.kept set used_on = current_date - 91").update();
        var asked = signed.get(page("Dung"), List.of(), SEAL);
        assertThat(kept.deleteUnused(90, Long.MAX_VALUE)).isZero();
        owner().sql("update document.kept set used_on = current_date - 91").update();
        assertThat(kept.deleteUnused(90, Long.MAX_VALUE)).isOne();
        assertThat(signed.get(page("Dung"), List.of(), SEAL)).isNotEqualTo(asked);

        signed.get(page("Em"), List.of(), SEAL);
        owner().sql(
                        "update document.kept set used_on = current_date - 1 where key = (select min(key) from document.kept)")
                .update();
        assertThat(kept.deleteUnused(90, asked.length * 3L / 2)).isOne();
        assertThat(count()).isOne();
    }

    private static String page(String person) {
        return Papers.page(person);
    }

    private long count() {
        return owner().sql("select count(*) from document.kept")
                .query(Long.class)
                .single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(new SingleConnectionDataSource(
                Objects.requireNonNull(owner.getJdbcUrl()),
                Objects.requireNonNull(owner.getUsername()),
                Objects.requireNonNull(owner.getPassword()),
                true));
    }
}
