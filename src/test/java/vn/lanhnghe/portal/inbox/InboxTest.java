package vn.lanhnghe.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.lanhnghe.access.Everyone;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.portal.inbox.Preference.Frequency;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;

/** What waits is kept as notices; a letter goes once a day to a confirmed address and holds no person's data. */
@SpringBootTest(
        properties = {"lanhnghe.data=target/test-data/inbox-${random.uuid}", "lanhnghe.mail.from=bao@lanhnghe.test"})
class InboxTest {

    private static final List<Duty> WAITING = new CopyOnWriteArrayList<>();
    private static final Letters LETTERS = new Letters();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "localhost");
        registry.add("spring.mail.port", LETTERS::port);
    }

    @TestConfiguration
    static class Work {
        @Bean
        Duties duties() {
            return new Duties() {
                @Override
                public String authority() {
                    return "TARGET_REMIND";
                }

                @Override
                public List<Duty> list() {
                    return WAITING;
                }
            };
        }
    }

    @Autowired
    Inbox inbox;

    @Autowired
    Everyone everyone;

    @Autowired
    JdbcClient jdbc;

    @Test
    void what_waits_is_told_once_and_done_when_it_is_gone() {
        var account = Scope.system().get(() -> jdbc.sql("""
                        insert into access.account (username, full_name, role, place) values ('chuyenvien.thu', 'Người Thử', 'OFFICER', 'Sở') returning id
                        """).query(Long.class).single());
        var today = LocalDate.now(vn.lanhnghe.ui.Vi.ZONE);
        WAITING.add(new Duty("Không có ngày", "x", null, "Xem", "/a"));
        WAITING.add(new Duty("Còn lâu: Nguyễn Văn A", "x", today.plusDays(9), "Xem", "/b"));
        WAITING.add(new Duty("Quá hạn", "x", today.minusDays(2), "Xem", "/c"));

        assertThat(as(account, () -> inbox.list(1)).rows().stream()
                        .filter(it -> it.address().length() == 2))
                .extracting(Notice::what)
                .containsExactlyInAnyOrder("Không có ngày", "Còn lâu: Nguyễn Văn A", "Quá hạn");
        assertThat(WAITING.stream().map(it -> Worklist.said(it, today)))
                .containsExactly("", "còn 9 ngày", "quá hạn 2 ngày");
        assertThat(as(account, inbox::countUnread)).isGreaterThanOrEqualTo(3);

        // nothing goes to an address before it is confirmed
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(account, () -> inbox.prefer(Frequency.DAILY, "khong-phai")));
        assertThat(as(account, () -> inbox.prefer(Frequency.DAILY, "thu@truong.test")))
                .isTrue();
        inbox.run();
        assertThat(LETTERS.list()).hasSize(1);
        var link = Pattern.compile("/notices/email/([A-Za-z0-9_-]+)")
                .matcher(LETTERS.list().getFirst());
        assertThat(link.find()).isTrue();
        inbox.confirm(link.group(1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> inbox.confirm(link.group(1)));

        inbox.run();
        inbox.run();
        assertThat(LETTERS.list()).as("one letter a day").hasSize(2);
        assertThat(LETTERS.list().getLast()).contains("quá hạn", "/today").doesNotContain("Nguyễn Văn A");

        as(account, () -> {
            inbox.read();
            return 1;
        });
        assertThat(as(account, inbox::countUnread)).isZero();
        WAITING.clear();
        assertThat(as(account, () -> inbox.list(1)).rows())
                .filteredOn(it -> it.address().equals("/c"))
                .singleElement()
                .extracting(Notice::goneAt)
                .isNotNull();
        WAITING.add(new Duty("Quá hạn", "x", today, "Xem", "/c"));
        assertThat(as(account, () -> inbox.list(1)).rows())
                .filteredOn(it -> it.address().equals("/c"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.goneAt()).isNull();
                    assertThat(it.readAt()).as("it waits anew").isNull();
                });
    }

    private <T> T as(long account, Supplier<T> work) {
        var result = new java.util.concurrent.atomic.AtomicReference<T>();
        Scope.system()
                .run(() -> everyone.each(person -> {
                    if (person.accountId() == account) {
                        result.set(work.get());
                    }
                }));
        return java.util.Objects.requireNonNull(result.get());
    }

    /** A post office of one desk: takes what comes and keeps its text. */
    private static final class Letters {

        private final ServerSocket door;
        private final List<String> letters = new CopyOnWriteArrayList<>();

        Letters() {
            try {
                door = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Thread.ofVirtual().start(() -> {
                while (true) {
                    try {
                        serve();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
        }

        int port() {
            return door.getLocalPort();
        }

        List<String> list() {
            return letters;
        }

        private void serve() throws IOException {
            try (var caller = door.accept()) {
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
                var out = caller.getOutputStream();
                say(out, "220 here");
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.equals("DATA")) {
                        say(out, "354 go on");
                        var raw = new StringBuilder();
                        for (var text = in.readLine(); !text.equals("."); text = in.readLine()) {
                            raw.append(text).append("\r\n");
                        }
                        letters.add(text(raw.toString()));
                        say(out, "250 kept");
                    } else {
                        say(out, line.equals("QUIT") ? "221 bye" : "250 ok");
                    }
                }
            }
        }

        private static String text(String raw) {
            try {
                return String.valueOf(new jakarta.mail.internet.MimeMessage(
                                null, new java.io.ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)))
                        .getContent());
            } catch (jakarta.mail.MessagingException | IOException e) {
                throw new AssertionError(e);
            }
        }

        private static void say(java.io.OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
