package vn.lanhnghe.credential.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.credential.Medium;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.learning.Level;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** The ledger of blank forms (phôi): received by lot and serial, issued, spoiled, cancelled, lost; every form is somewhere. */
@Service
@Transactional
public class Blanks {

    private static final Pattern SERIAL = Pattern.compile("(.*?)(\\d{1,12})");
    private static final int MOST = 100_000;

    private final BlankRepository blanks;
    private final Acts acts;
    private final Clock clock;

    Blanks(BlankRepository blanks, Acts acts, Clock clock) {
        this.blanks = blanks;
        this.acts = acts;
        this.clock = clock;
    }

    /** Takes a lot in; answers with its id. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public long receive(NewLot lot) {
        var first = range(lot.first());
        var last = range(lot.last());
        if (!first.prefix().equals(last.prefix()) || first.digits() != last.digits()) {
            throw new Refusal(
                    "Số hiệu đầu “%s” và cuối “%s” phải cùng phần chữ và cùng số chữ số. Nếu là hai loạt phôi, hãy nhập hai lô."
                            .formatted(lot.first(), lot.last()));
        }
        if (last.number() < first.number()) {
            throw new Refusal("Số hiệu cuối “%s” đứng trước số hiệu đầu “%s”.".formatted(lot.last(), lot.first()));
        }
        if (last.number() - first.number() >= MOST) {
            throw new Refusal("Một lô tối đa %s phôi. Hãy chia thành nhiều lô.".formatted(Vi.count(MOST)));
        }
        var receivedOn = Objects.requireNonNull(lot.receivedOn());
        if (receivedOn.isAfter(LocalDate.now(clock))) {
            throw new Refusal("Ngày nhận %s còn ở tương lai.".formatted(Vi.day(receivedOn)));
        }
        var own = own();
        blanks.hold(own);
        var id = blanks.insertLot(own, lot, first, last.number());
        try {
            blanks.insertForms(id);
        } catch (DuplicateKeyException e) {
            throw new Refusal(
                    "Trong dải %s–%s có số hiệu đã nhập trước đây. Mỗi phôi chỉ nhập một lần; hãy tra lại biên bản giao nhận."
                            .formatted(lot.first(), lot.last()));
        }
        blanks.move(own, id, Move.Act.RECEIVED, lot.minutes(), null);
        acts.record(
                ActKind.BLANKS_RECEIVED,
                new Subject("blank_lot", id, own),
                "Nhập %s phôi %s, %s–%s"
                        .formatted(
                                Vi.count(last.number() - first.number() + 1),
                                Objects.requireNonNull(lot.level()).label().toLowerCase(java.util.Locale.ROOT),
                                lot.first(),
                                lot.last()),
                "Biên bản " + lot.minutes());
        return id;
    }

    /** A serial taken apart: what is before its number, the number, and in how many digits it is written. */
    record Serial(String prefix, long number, int digits) {}

    private static Serial range(String serial) {
        var parts = SERIAL.matcher(Vietnamese.tidy(serial));
        if (!parts.matches()) {
            throw new Refusal("Số hiệu “%s” phải kết thúc bằng chữ số, ví dụ C250001.".formatted(serial));
        }
        return new Serial(
                parts.group(1), Long.parseLong(parts.group(2)), parts.group(2).length());
    }

    /** Writes forms off (cancelled, lost), or takes lost ones back; all serials of the range, or none. Answers with how many. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public int settle(Move.Act act, String firstSerial, String lastSerial, String minutes, String reason) {
        if (act != Move.Act.CANCELLED && act != Move.Act.LOST && act != Move.Act.FOUND) {
            throw new Refusal(
                    "Chỉ ghi tay được phôi huỷ, mất hoặc tìm lại được; phôi cấp và hỏng được ghi khi phát hành và khi in.");
        }
        if (Vietnamese.tidy(minutes).isEmpty() || Vietnamese.tidy(reason).isEmpty()) {
            throw new Refusal("Ghi số biên bản và lý do; cả hai nằm trong sổ phôi.");
        }
        var first = range(firstSerial);
        var last = range(lastSerial.isBlank() ? firstSerial : lastSerial);
        if (!first.prefix().equals(last.prefix())
                || first.digits() != last.digits()
                || last.number() < first.number()) {
            throw new Refusal(
                    "Dải từ “%s” đến “%s” không phải một dải số hiệu liên tục.".formatted(firstSerial, lastSerial));
        }
        var wanted = last.number() - first.number() + 1;
        if (wanted > MOST) {
            throw new Refusal("Mỗi lần ghi tối đa %s phôi.".formatted(Vi.count(MOST)));
        }
        blanks.hold(own());
        var from = act == Move.Act.FOUND ? "LOST" : "IN_STOCK";
        var serials = blanks.lock(own(), first, last.number(), from);
        if (serials.size() != wanted) {
            throw new Refusal(
                    "Trong %s phôi của dải %s–%s chỉ có %s phôi %s. Hãy tra từng số hiệu ở danh sách phôi; chưa ghi gì."
                            .formatted(
                                    Vi.count(wanted),
                                    firstSerial,
                                    lastSerial.isBlank() ? firstSerial : lastSerial,
                                    Vi.count(serials.size()),
                                    act == Move.Act.FOUND ? "đang ghi là mất" : "còn trong kho"));
        }
        blanks.change(own(), serials, act, minutes, reason);
        acts.record(
                ActKind.BLANKS_SETTLED,
                new Subject("institution", own(), own()),
                "%s %s phôi, %s–%s".formatted(act.label(), Vi.count(wanted), serials.getFirst(), serials.getLast()),
                "Biên bản %s. %s".formatted(minutes, reason));
        return serials.size();
    }

    /** Closes a period when what was counted on the shelf is what the ledger says. */
    @PreAuthorize("hasAuthority('BLANK_MANAGE')")
    public void close(Level level, int counted, String minutes) {
        if (Vietnamese.tidy(minutes).isEmpty()) {
            throw new Refusal("Ghi số biên bản kiểm kê.");
        }
        blanks.hold(own());
        var stock = blanks.stock(own(), level);
        if (!stock.reconciles()) {
            throw new Refusal(
                    "Sổ phôi tự mâu thuẫn: theo nhập xuất phải còn %s, danh sách phôi có %s. Hãy báo quản trị hệ thống trước khi chốt kỳ."
                            .formatted(Vi.count(stock.closing()), Vi.count(stock.free() + stock.held())));
        }
        if (counted != stock.closing()) {
            throw new Refusal(
                    "Kiểm đếm được %s phôi, sổ ghi còn %s (%s trong kho và %s đang giữ cho văn bằng chưa phát hành). Tìm %s phôi chênh lệch và ghi hỏng, huỷ hoặc mất bằng biên bản rồi chốt lại."
                            .formatted(
                                    Vi.count(counted),
                                    Vi.count(stock.closing()),
                                    Vi.count(stock.free()),
                                    Vi.count(stock.held()),
                                    Vi.count(Math.abs(counted - stock.closing()))));
        }
        blanks.insertPeriod(own(), stock, counted, minutes);
        acts.record(
                ActKind.BLANKS_CLOSED,
                new Subject("institution", own(), own()),
                "Chốt sổ phôi %s: còn %s"
                        .formatted(level.label().toLowerCase(java.util.Locale.ROOT), Vi.count(counted)),
                "Biên bản " + minutes);
    }

    @Transactional(readOnly = true)
    public List<Stock> listStock() {
        return blanks.listLevels(own()).stream()
                .map(it -> blanks.stock(own(), it))
                .toList();
    }

    /** Does the college keep its forms of a level here? Then a serial must come from the ledger. */
    @Transactional(readOnly = true)
    public boolean kept(Level level) {
        return blanks.listLevels(own()).contains(level);
    }

    /** The next free serials, by lot and number; as many as there are, up to {@code count}. Held until the transaction ends when asked to. */
    List<String> next(Level level, Medium medium, int count, boolean hold) {
        return blanks.next(own(), level, medium, count, hold);
    }

    /** Which of these serials of a level lie free in the ledger. */
    List<String> free(Level level, Collection<String> serials, boolean hold) {
        return blanks.free(own(), level, serials, hold);
    }

    /** Puts forms by for diplomas; {@code serials} by position of {@code diplomaIds}. */
    void reserve(List<String> serials, List<Long> diplomaIds) {
        blanks.reserve(own(), serials, diplomaIds);
    }

    void printed(Collection<Long> diplomaIds) {
        blanks.printed(diplomaIds);
    }

    /** Forms that go out with their diplomas. */
    void issue(Collection<Long> diplomaIds, String why) {
        blanks.hold(own());
        var serials = blanks.lockHeld(diplomaIds);
        blanks.change(own(), serials, Move.Act.ISSUED, null, why);
    }

    void spoil(String serial, String reason) {
        blanks.hold(own());
        blanks.change(own(), List.of(serial), Move.Act.SPOILED, null, reason);
    }

    /** A form that was put by and not used lies free again. */
    void giveBack(String serial) {
        blanks.giveBack(own(), serial);
    }

    private static long own() {
        return Objects.requireNonNull(Scope.current().institutionId(), "blank forms belong to a college");
    }
}
