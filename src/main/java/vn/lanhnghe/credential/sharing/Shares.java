package vn.lanhnghe.credential.sharing;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Secret;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Vi;

/** A learner's own say over a diploma: links that show what they choose, for as long as they choose. */
@Service
@Transactional
public class Shares {

    private static final int LONGEST_DAYS = 365;
    private static final int MOST_OPEN = 50;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final ShareRepository shares;
    private final Acts acts;
    private final Clock clock;

    Shares(ShareRepository shares, Acts acts, Clock clock) {
        this.shares = shares;
        this.acts = acts;
        this.clock = clock;
    }

    /** Makes a link; answers with its token (192 random bits), which is kept nowhere. */
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    public String share(long diplomaId, Set<Shown> fields, String label, int days) {
        var diploma =
                shares.own(diplomaId).orElseThrow(() -> new NotFound("Không có văn bằng này trong hồ sơ của bạn."));
        if (fields.isEmpty()) {
            throw new Refusal("Chọn ít nhất một nội dung để chia sẻ.");
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw new Refusal("Liên kết có hạn từ 1 đến %d ngày; bạn đã nhập %d.".formatted(LONGEST_DAYS, days));
        }
        var tidy = Vietnamese.tidy(label);
        if (tidy.isEmpty() || tidy.length() > 100) {
            throw new Refusal(
                    "Ghi bạn chia sẻ cho ai, tối đa 100 ký tự, ví dụ “Công ty Minh Long, hồ sơ xin việc”. Chỉ bạn thấy dòng này.");
        }
        var now = OffsetDateTime.now(clock);
        if (shares.list(diplomaId).stream().filter(it -> it.open(now)).count() >= MOST_OPEN) {
            throw new Refusal(
                    "Văn bằng này đang có %d liên kết mở. Huỷ bớt liên kết cũ rồi tạo mới.".formatted(MOST_OPEN));
        }
        var token = Secret.next(24);
        shares.insert(diploma, Secret.hash(token), fields, tidy, now.plusDays(days));
        acts.record(
                ActKind.SHARE_CREATED,
                new Subject("diploma", diplomaId, diploma.institutionId()),
                "Chia sẻ %s, trong %s ngày"
                        .formatted(
                                fields.stream()
                                        .sorted()
                                        .map(it -> it.label().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")),
                                Vi.count(days)),
                null);
        return token;
    }

    /** Ends a link for good; answers with its diploma's id. */
    @PreAuthorize("hasAuthority('SELF_VIEW')")
    public long cancel(long id) {
        var share = shares.find(id).orElseThrow(() -> new NotFound("Không có liên kết này trong hồ sơ của bạn."));
        var diploma = shares.own(share.diplomaId())
                .orElseThrow(() -> new NotFound("Không có văn bằng này trong hồ sơ của bạn."));
        if (!shares.cancel(id)) {
            throw new Refusal("Liên kết này đã huỷ rồi.");
        }
        acts.record(
                ActKind.SHARE_CANCELLED,
                new Subject("diploma", diploma.id(), diploma.institutionId()),
                "Huỷ một liên kết chia sẻ",
                null);
        return diploma.id();
    }

    /** What the holder of a token is shown; empty when there is no such link. That it was opened is counted. */
    Optional<ShareRepository.Held> open(String token) {
        return TOKEN.matcher(token).matches() ? shares.lookUp(Secret.hash(token)) : Optional.empty();
    }
}
