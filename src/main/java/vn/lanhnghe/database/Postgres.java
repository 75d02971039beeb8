package vn.lanhnghe.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server processes of our own PostgreSQL: one port from the first start to the end, and a new start whenever they end although
 * nobody closed them.
 */
final class Postgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

    /** After a power cut the database first reads its journal again. */
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int SECONDS_TO_STOP = 60;

    private final Path data;
    private final String password;
    private final int port;
    private EmbeddedPostgres server;
    private volatile boolean closed;

    Postgres(Path data, String password) throws IOException {
        this.data = data;
        this.password = password;
        running(data).ifPresent(Postgres::stop);
        this.server = start(0);
        this.port = server.getPort();
        Thread.ofVirtual().name("postgres-watch").start(this::watch);
    }

    int port() {
        return port;
    }

    /** {@code wanted} is 0 for any port that is free. */
    private EmbeddedPostgres start(int wanted) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(wanted)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LONGEST_RECOVERY)
                .setConnectConfig("password", password)
                // the library is made for tests and would turn both off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("shared_buffers", "96MB")
                .setServerConfig("max_connections", "60")
                .setServerConfig("jit", "off")
                .start();
    }

    private void watch() {
        while (!closed) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
                if (running(data).isEmpty()) {
                    startAgain();
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL does not start, it is tried again", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized void startAgain() throws IOException {
        if (!closed) {
            LOG.error("PostgreSQL has ended by itself and is started again");
            server.close();
            server = start(port);
            LOG.warn("PostgreSQL runs again");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        server.close();
    }

    /** The first process of the server on this folder; a number that another process has been given since is not it. */
    private static Optional<ProcessHandle> running(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .filter(it ->
                        List.of(it.info().arguments().orElse(new String[0])).contains(data.toString()));
    }

    /**
     * After a kill -9 of the program its PostgreSQL lives on. It is stopped before a new one opens the same files, and does not wait
     * for what it is still asked to do: that is what SIGINT says to it.
     */
    private static void stop(ProcessHandle orphan) {
        try {
            new ProcessBuilder("sh", "-c", "kill -INT " + orphan.pid()).start().waitFor();
            orphan.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "PostgreSQL of an earlier start (process %d) does not stop; stop it and start again"
                            .formatted(orphan.pid()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
