package vn.lanhnghe.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The product as a process of its own on a data folder of its own: started, killed at any moment, started again, stopped. */
final class Program implements AutoCloseable {

    static final int SECONDS_TO_FINISH = 90;

    private static final int MOST_START_SECONDS = 90;

    /** Of {@code postmaster.pid}, counted from 0. */
    private static final int PORT_LINE = 3;

    private static final int READY_LINE = 7;

    private final Path data =
            Path.of("target/test-data", UUID.randomUUID().toString()).toAbsolutePath();
    private final Path log = data.resolveSibling(data.getFileName() + ".log");
    private final List<String> options;
    private Process process;
    private int port;

    /** {@code options} as on the command line, beside port and folder. */
    Program(String... options) {
        this.options = List.of(options);
    }

    int port() {
        return port;
    }

    boolean running() {
        return process != null && process.isAlive();
    }

    /** A place beside the data folder, for what a test wants to keep with it. */
    Path beside(String ending) {
        return data.resolveSibling(data.getFileName() + ending);
    }

    /** Starts it, each time on the same port, and waits until it says that it is ready. */
    void start() throws IOException, InterruptedException {
        if (port == 0) {
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        Files.createDirectories(data);
        var command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx384m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classes(),
                                "vn.lanhnghe.LanhNghe",
                                "--server.port=" + port,
                                "--lanhnghe.data=" + data),
                        options.stream())
                .flatMap(it -> it)
                .toList();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (var tries = 0; tries < MOST_START_SECONDS * 20; tries++) {
            if (log().contains("Sẵn sàng: http://localhost:" + port)) {
                return;
            }
            assertThat(process.isAlive()).as(log()).isTrue();
            Thread.sleep(50);
        }
        throw new AssertionError("not ready: " + log());
    }

    /** The product's own classes and libraries, without the tests'. */
    private static String classes() {
        var tests = Path.of("target/test-classes").toAbsolutePath().toString();
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(it -> !it.equals(tests))
                        .toList());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    interface Condition {
        boolean met() throws Exception;
    }

    /** Waits until it is so; fails with {@code moment} and the log when it does not come to that. */
    void until(String moment, Condition condition) throws Exception {
        for (var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_FINISH); System.nanoTime() < until; ) {
            if (condition.met()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        fail(moment + "not after %d seconds:\n%s".formatted(SECONDS_TO_FINISH, log()));
    }

    /** kill -9 of the program alone: its PostgreSQL lives on, and whoever asks it can see what was left. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** kill -9 of the program and of every process of its PostgreSQL at one moment, as when the power goes. */
    void cutPower() throws IOException {
        kill(Stream.concat(Stream.of(process.toHandle()), database()).toList());
    }

    /** kill -9 of every process of its PostgreSQL; the program lives on and has to see to it that it comes back. */
    void killDatabase() throws IOException, InterruptedException {
        var before = postmaster();
        kill(database().toList());
        for (var tries = 0; tries < MOST_START_SECONDS * 20; tries++) {
            var now = postmaster();
            if (now.size() > READY_LINE
                    && !now.equals(before)
                    && now.get(READY_LINE).equals("ready")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the database did not come back: " + log());
    }

    private Stream<ProcessHandle> database() throws IOException {
        var first = ProcessHandle.of(Long.parseLong(postmaster().getFirst())).orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants());
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(it -> it.onExit().join());
    }

    /** What PostgreSQL writes down of itself; nothing while it is away. */
    private List<String> postmaster() throws IOException {
        var file = data.resolve("postgres/postmaster.pid");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }

    /** The door of the owner to its database, past every policy; until the next start or kill of the database. */
    Door door() throws Exception {
        var password = Files.readString(data.resolve("secrets/owner-password"));
        return new Door(new SingleConnectionDataSource(
                DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postmaster().get(PORT_LINE) + "/postgres",
                        "postgres",
                        password),
                true));
    }

    /** A connection to the program's database. */
    record Door(SingleConnectionDataSource connection) implements AutoCloseable {

        JdbcClient jdbc() {
            return JdbcClient.create(connection);
        }

        @Override
        public void close() {
            connection.destroy();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process == null) {
            return;
        }
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
