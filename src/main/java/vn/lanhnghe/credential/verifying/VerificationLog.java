package vn.lanhnghe.credential.verifying;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/**
 * Writes down every check, in slices a fraction of a second after it was answered, so that the citizen does not wait for it.
 * When the queue is full the check itself waits: no check goes unlogged while the program lives.
 */
@Component
class VerificationLog {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationLog.class);
    private static final int SLICE = 2_000;

    private record Line(
            OffsetDateTime at,
            String way,
            String outcome,
            @Nullable Long diploma,
            @Nullable Long institution) {}

    private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(20_000);
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Thread writer;

    VerificationLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.writer = Thread.ofVirtual().name("verification-log").start(this::write);
    }

    void add(Verifications.Way way, Check check) {
        var diploma = check.diploma();
        try {
            lines.put(new Line(
                    OffsetDateTime.now(clock),
                    way.name(),
                    check.outcome().name(),
                    diploma == null ? null : diploma.id(),
                    diploma == null ? null : diploma.institutionId()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        var slice = new ArrayList<Line>();
        try {
            while (true) {
                slice.add(lines.take());
                TimeUnit.MILLISECONDS.sleep(100);
                lines.drainTo(slice, SLICE - 1);
                insert(slice);
                slice.clear();
            }
        } catch (InterruptedException e) {
            lines.drainTo(slice);
            insert(slice);
        }
    }

    private void insert(ArrayList<Line> slice) {
        if (slice.isEmpty()) {
            return;
        }
        try {
            Scope.system()
                    .run(() -> jdbc.sql("""
                    insert into credential.verification (at, way, outcome, diploma_id, institution_id)
                    select * from unnest(:at::timestamptz[], :way::text[], :outcome::text[], :diploma::bigint[], :institution::bigint[])
                    """)
                            .param(
                                    "at",
                                    slice.stream().map(it -> it.at().toString()).toArray(String[]::new))
                            .param("way", slice.stream().map(Line::way).toArray(String[]::new))
                            .param("outcome", slice.stream().map(Line::outcome).toArray(String[]::new))
                            .param("diploma", slice.stream().map(Line::diploma).toArray(Long[]::new))
                            .param(
                                    "institution",
                                    slice.stream().map(Line::institution).toArray(Long[]::new))
                            .update());
        } catch (DataAccessException e) {
            LOG.error("{} checks of diplomas could not be logged", slice.size(), e);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        writer.interrupt();
        writer.join(5_000);
    }
}
