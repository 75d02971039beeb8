package vn.lanhnghe.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.portal.inbox.Worklist;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Page;

/** Việc hôm nay: what waits for whoever is signed in, from every module that has something waiting. */
@Controller
class TodayController {

    public record TodayPage(
            String name, List<Duty> duties, String hint, String firstAddress, String firstLabel, LocalDate today) {}

    /** Where somebody with this right goes first when nothing waits. */
    private record First(String authority, String hint, String address, String label) {}

    private static final List<First> FIRSTS = List.of(
            new First(
                    "INTAKE_COMMIT",
                    "Tải danh sách học viên, bảng điểm hoặc danh sách tốt nghiệp lên để ghi vào sổ.",
                    "/intake",
                    "Nhập dữ liệu"),
            new First(
                    "CREDENTIAL_SIGN",
                    "Khi cán bộ đào tạo lập xong danh sách tốt nghiệp, quyết định chờ ký hiện ra ở đây.",
                    "/credentials",
                    "Xem sổ văn bằng"),
            new First("SELF_VIEW", "Xem quá trình học tập, kết quả và văn bằng của bạn.", "/me", "Hồ sơ của tôi"),
            new First("ACCOUNT_MANAGE", "Mở tài khoản cho người mới hoặc khoá tài khoản cũ.", "/accounts", "Tài khoản"),
            new First(
                    "TARGET_VIEW",
                    "Xem các chỉ tiêu đã đạt đến đâu và mở hồ sơ sau từng con số.",
                    "/targets",
                    "Bảng chỉ tiêu"),
            new First("LEARNER_VIEW", "Xem hồ sơ và kết quả của học viên trong trường.", "/learners", "Học viên"));

    private final Worklist waiting;
    private final Clock clock;

    TodayController(Worklist waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    @GetMapping("/today")
    View today(Authentication authentication) {
        var rights = authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        var duties = waiting.list();
        var first = FIRSTS.stream()
                .filter(it -> rights.contains(it.authority()))
                .findFirst()
                .orElse(FIRSTS.getLast());
        return new Page(
                "portal/today",
                new TodayPage(
                        Scope.current().actor(),
                        duties,
                        first.hint(),
                        first.address(),
                        first.label(),
                        LocalDate.now(clock)));
    }
}
