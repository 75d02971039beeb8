package vn.lanhnghe.portal.inbox;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lanhnghe.access.Everyone;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.job.Daily;
import vn.lanhnghe.portal.inbox.Preference.Frequency;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Paging;
import vn.lanhnghe.ui.Vi;

/** Each person's notices, kept in line with what waits for them, and the digest that says so by e-mail. */
@Service
public class Inbox implements Daily {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Worklist worklist;
    private final InboxRepository inbox;
    private final Everyone everyone;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(
            Worklist worklist,
            InboxRepository inbox,
            Everyone everyone,
            Post post,
            TransactionTemplate transaction,
            Clock clock) {
        this.worklist = worklist;
        this.inbox = inbox;
        this.everyone = everyone;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "inbox-digest";
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(6, 0);
    }

    /** Everybody's notices follow what waits; whoever asked for it is told. A letter holds counts and a link, no person's data. */
    @Override
    public void run() {
        var today = LocalDate.now(clock);
        Scope.system()
                .run(() -> everyone.each(person -> {
                    try {
                        tell(person, today);
                    } catch (RuntimeException e) {
                        LOG.error(
                                "The notices of account {} could not be brought up",
                                person.accountId(),
                                e); // the others are told
                    }
                }));
    }

    private void tell(Everyone.Person person, LocalDate today) {
        var duties = worklist.list();
        Scope.system().run(() -> {
            transaction.executeWithoutResult(status -> inbox.follow(person.accountId(), duties));
            var fresh = inbox.countUntold(person.accountId());
            if (fresh == 0 || !post.configured()) {
                return;
            }
            inbox.findAddressee(person.accountId(), today, today.getDayOfWeek() == DayOfWeek.MONDAY)
                    .filter(email -> post.send(
                            email,
                            "Lành Nghề: %s việc đang chờ".formatted(Vi.count(duties.size())),
                            letter(person, duties, fresh, today)))
                    .ifPresent(
                            email -> transaction.executeWithoutResult(status -> inbox.told(person.accountId(), today)));
        });
    }

    private String letter(Everyone.Person person, List<Duty> duties, long fresh, LocalDate today) {
        var overdue = duties.stream()
                .filter(it -> it.until() != null && it.until().isBefore(today))
                .count();
        return """
                Chào %s,

                %s việc đang chờ Anh/Chị, trong đó %s việc mới và %s việc quá hạn.
                Mở từng việc ở: %s

                Đổi số lần nhận thư ở: %s
                """.formatted(
                        person.fullName(),
                        Vi.count(duties.size()),
                        Vi.count(fresh),
                        Vi.count(overdue),
                        post.link("/today"),
                        post.link("/notices"));
    }

    /** The reader's notices, in line with what waits now. */
    Paging<Notice> list(int page) {
        var account = account();
        var duties = worklist.list();
        return Scope.system().get(() -> {
            transaction.executeWithoutResult(status -> inbox.follow(account, duties));
            var total = inbox.count(account);
            var shown = (int) Math.clamp(page, 1L, Math.max(1, (total + Paging.SIZE - 1) / Paging.SIZE));
            return new Paging<>(inbox.list(account, Paging.SIZE, Paging.offset(shown)), shown, total, Paging.SIZE);
        });
    }

    public long countUnread() {
        var account = account();
        return Scope.system().get(() -> inbox.countUnread(account));
    }

    void read() {
        var account = account();
        Scope.system().run(() -> transaction.executeWithoutResult(status -> inbox.read(account)));
    }

    Preference preference() {
        var account = account();
        return Scope.system().get(() -> inbox.find(account)).orElse(Preference.NONE);
    }

    boolean mails() {
        return post.configured();
    }

    /** Takes the wish down; answers whether a letter went out to confirm a new address. */
    boolean prefer(Frequency frequency, String email) {
        var account = account();
        var tidy = email.strip();
        if (frequency != Frequency.NEVER && !post.configured()) {
            throw new Refusal(
                    "Hệ thống này chưa nối máy chủ thư, nên chưa gửi e-mail được; thông báo vẫn có ở trang này.");
        }
        if (frequency != Frequency.NEVER && tidy.isEmpty()) {
            throw new Refusal("Nhập địa chỉ e-mail nhận thư.");
        }
        if (!tidy.isEmpty() && (!tidy.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+") || tidy.length() > 200)) {
            throw new Refusal("“%s” không phải địa chỉ e-mail, ví dụ đúng: ten@truong.edu.vn.".formatted(tidy));
        }
        var before = preference();
        var confirmed = before.confirmedAt() != null && Objects.equals(before.email(), tidy);
        var token = tidy.isEmpty() || confirmed ? null : Secret.next(18);
        Scope.system()
                .run(() -> transaction.executeWithoutResult(status -> inbox.prefer(
                        account, frequency, tidy.isEmpty() ? null : tidy, token == null ? null : Secret.hash(token))));
        return token != null
                && post.send(tidy, "Lành Nghề: xác nhận địa chỉ nhận thư", """
                        Có người dùng Lành Nghề muốn nhận tóm tắt việc hằng ngày ở địa chỉ này.
                        Nếu là Anh/Chị, hãy mở: %s
                        Nếu không phải, xin bỏ qua thư này; không có thư nào khác được gửi.
                        """.formatted(
                                post.link("/notices/email/" + token)));
    }

    void confirm(String token) {
        if (!Scope.system()
                .get(() -> Boolean.TRUE.equals(transaction.execute(status -> inbox.confirm(Secret.hash(token)))))) {
            throw new NotFound(
                    "Liên kết xác nhận không còn dùng được. Hãy lưu lại địa chỉ ở trang Thông báo để nhận liên kết mới.");
        }
    }

    private static long account() {
        return Objects.requireNonNull(Scope.current().accountId());
    }
}
