package vn.lanhnghe.credential.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Issuing;
import vn.lanhnghe.credential.issuing.Step;
import vn.lanhnghe.database.DataFolder;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;

/** What the database and the signature refuse, whoever asks. */
@RehearsalTest
class DiplomaLifeTest {

    @Autowired
    Verifications verifications;

    @Autowired
    Issuing issuing;

    @Autowired
    Personas personas;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    GateExchange exchange;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    DataFolder folder;

    Diploma diploma;

    @BeforeEach
    void oneOfTheOtherCollege() {
        diploma = Scope.system()
                .get(() -> jdbc.sql(
                                "select " + Diploma.COLUMNS
                                        + "from credential.diploma d where state = 'VALID' and serial like 'TD%' order by id desc limit 1")
                        .query(Diploma.class)
                        .single());
    }

    @Test
    void a_row_altered_behind_the_programs_back_says_so() throws Exception {
        asOwner("update credential.diploma set rank = 'EXCELLENT', full_name = 'Kẻ Gian' where id = " + diploma.id());
        assertThat(verifications.byCode(diploma.code(), Verifications.Way.LINK).outcome())
                .isEqualTo(Outcome.ALTERED);

        asOwner("update credential.diploma set rank = '%s', full_name = '%s' where id = %d"
                .formatted(diploma.rank(), diploma.fullName(), diploma.id()));
        assertThat(verifications.byCode(diploma.code(), Verifications.Way.LINK).outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Test
    void the_program_itself_cannot_change_what_is_signed() {
        var college = new Scope(Scope.Reach.COLLEGE, diploma.institutionId(), null, null, 1L, "x");
        assertThatThrownBy(
                        () -> college.run(() -> jdbc.sql("update credential.diploma set full_name = 'x' where id = :id")
                                .param("id", diploma.id())
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("a checked diploma does not change");
        assertThat(college.get(() -> jdbc.sql("delete from credential.diploma where id = :id")
                        .param("id", diploma.id())
                        .update()))
                .as("a signed diploma is not deleted")
                .isZero();
    }

    @Test
    void the_database_refuses_the_preparers_own_signature() {
        assertThatThrownBy(() ->
                        asOwner("update credential.diploma set signed_by = prepared_by where id = " + diploma.id()))
                .hasMessageContaining("four_people");
    }

    @Test
    void a_decision_without_anything_to_sign_is_refused_in_words() {
        Scope.system()
                .run(() -> personas.act(
                        "hieutruong.thuduc",
                        () -> assertThatExceptionOfType(Refusal.class)
                                .isThrownBy(() -> issuing.start(diploma.decisionId(), Step.SIGN, null))
                                .withMessageContaining("không còn văn bằng nào chờ ký")));
    }

    @Test
    void every_check_is_logged() throws InterruptedException {
        var before = checks();
        verifications.byCode(diploma.code(), Verifications.Way.CODE);
        verifications.byCode("LN-AAAAA-AAAAA-AA", Verifications.Way.CODE);
        for (var tries = 0; tries < 50 && checks() < before + 2; tries++) {
            Thread.sleep(100);
        }
        assertThat(checks()).isEqualTo(before + 2);
    }

    @Test
    void nobody_in_public_reach_sees_the_table_of_diplomas() {
        assertThat(jdbc.sql("select count(*) from credential.diploma")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from learning.learner")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void secrets_are_the_operators_alone() throws Exception {
        var secrets = folder.root().resolve("secrets");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        for (var name : List.of("owner-password", "application-password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_address_may_ask_so_often_and_no_more_until_the_next_minute() {
        var now = new Instant[] {Instant.parse("2026-11-24T08:00:00Z")};
        var gate = gate(now);
        for (var i = 0; i < 20; i++) {
            assertThat(gate.admits("10.0.0.1", 1)).isTrue();
        }
        assertThat(gate.admits("10.0.0.1", 1)).isFalse();
        assertThat(gate.admits("10.0.0.2", 10)).isTrue();
        assertThat(gate.admits("10.0.0.2", 10)).isTrue();
        assertThat(gate.admits("10.0.0.2", 10)).isFalse();
        now[0] = now[0].plus(Duration.ofMinutes(1));
        assertThat(gate.admits("10.0.0.1", 1)).isTrue();
    }

    @Test
    void what_an_address_asks_of_one_node_counts_on_the_others() {
        var now = new Instant[] {Instant.parse("2026-11-24T09:00:00Z")};
        var one = gate(now);
        var other = gate(now);
        assertThat(one.admits("10.0.0.9", 15)).isTrue();
        assertThat(other.admits("10.0.0.9", 2)).isTrue();
        exchange.exchange(one);
        exchange.exchange(other);
        assertThat(other.admits("10.0.0.9", 3)).isTrue();
        assertThat(other.admits("10.0.0.9", 1)).isFalse();
        exchange.exchange(other);
        assertThat(one.admits("10.0.0.9", 1)).isTrue();
        exchange.exchange(one);
        assertThat(one.admits("10.0.0.9", 1)).as("20 by both together").isFalse();
        now[0] = now[0].plus(Duration.ofMinutes(1));
        assertThat(one.admits("10.0.0.9", 20)).isTrue();
    }

    private static Gate gate(Instant[] now) {
        return new Gate(
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        return now[0];
                    }
                },
                new VerificationSettings(20));
    }

    private long checks() {
        return Scope.system()
                .get(() -> jdbc.sql("select count(*) from credential.verification where way = 'CODE'")
                        .query(Long.class)
                        .single());
    }

    private void asOwner(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        Objects.requireNonNull(owner.getJdbcUrl()), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
