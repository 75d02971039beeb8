package vn.lanhnghe.credential.verifying;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.lanhnghe.document.Spreadsheets;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Download;
import vn.lanhnghe.ui.Page;
import vn.lanhnghe.ui.Vi;

/** An employer's list, checked in one go: open to everyone who says who they are and what for. */
@Controller
class ListController {

    public record ListPage(
            String asker, String purpose, @Nullable String trouble, List<ListChecks.Line> lines) {

        public long counted(String kind) {
            return lines.stream().filter(it -> it.kind().equals(kind)).count();
        }
    }

    private static final int LIST_WEIGHT = 30;
    private static final long LARGEST = 2_000_000;
    private static final int LONGEST = 160;

    private final ListChecks lists;
    private final Gate gate;
    private final Clock clock;

    ListController(ListChecks lists, Gate gate, Clock clock) {
        this.lists = lists;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping("/tra-cuu/danh-sach")
    Page ask() {
        return page("", "", null, List.of(), HttpStatus.OK);
    }

    /** With {@code as=xlsx} the answer is a file to keep, else a page. */
    @PostMapping("/tra-cuu/danh-sach")
    Object check(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String asker,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String terms,
            @RequestParam(defaultValue = "") String as,
            HttpServletRequest request)
            throws IOException {
        var who = Vietnamese.tidy(asker);
        var what = Vietnamese.tidy(purpose);
        try {
            var lines = lists.check(read(file, who, what, terms, request), who, what);
            return as.equals("xlsx")
                    ? Download.xlsx(xlsx(lines, who, what), "ket-qua-tra-cuu.xlsx")
                    : page(who, what, null, lines, HttpStatus.OK);
        } catch (Refusal refusal) {
            return page(who, what, refusal.getMessage(), List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private byte[] read(@Nullable MultipartFile file, String who, String what, String terms, HttpServletRequest request)
            throws IOException {
        if (who.isEmpty() || what.isEmpty() || who.length() > LONGEST || what.length() > LONGEST) {
            throw new Refusal("Ghi bạn là ai và tra để làm gì, mỗi ô tối đa %d ký tự.".formatted(LONGEST));
        }
        if (!terms.equals(ListChecks.TERMS)) {
            throw new Refusal("Đánh dấu đồng ý điều khoản rồi gửi lại.");
        }
        if (file == null || file.isEmpty()) {
            throw new Refusal("Chọn tệp XLSX hoặc CSV có danh sách.");
        }
        if (file.getSize() > LARGEST) {
            throw new Refusal("Tệp lớn hơn 2 MB; %d dòng không cần đến thế.".formatted(ListChecks.MOST));
        }
        if (!gate.admits(request.getRemoteAddr(), LIST_WEIGHT)) {
            throw new Refusal("Bạn vừa tra cứu quá nhiều lần. Hãy chờ một phút rồi thử lại.");
        }
        return file.getBytes();
    }

    @GetMapping("/tra-cuu/danh-sach/mau.xlsx")
    ResponseEntity<byte[]> template() {
        return Download.xlsx(
                Spreadsheets.xlsx(
                        "Danh sách",
                        List.of(
                                "Mã tra cứu",
                                "Số hiệu",
                                "Họ và tên",
                                "Ngày sinh",
                                "Ngành, nghề",
                                "Trình độ",
                                "Xếp loại"),
                        List.of(),
                        Map.of(
                                "Cách dùng",
                                "Mỗi dòng một văn bằng. Có mã tra cứu, hoặc đủ số hiệu, họ và tên, ngày sinh. Các cột khác nếu ghi thì được so với sổ. Tối đa %d dòng."
                                        .formatted(ListChecks.MOST))),
                "mau-tra-cuu-van-bang.xlsx");
    }

    private byte[] xlsx(List<ListChecks.Line> lines, String who, String what) {
        var about = new LinkedHashMap<String, String>();
        about.put("Tra lúc", Vi.time(OffsetDateTime.now(clock)));
        about.put("Người tra", who);
        about.put("Để làm gì", what);
        about.put("Lưu ý", "Phiếu này ghi điều sổ cho biết lúc tra; không thay văn bằng.");
        return Spreadsheets.xlsx(
                "Kết quả",
                List.of("Dòng", "Tra theo", "Kết quả", "Khác ở", "Nên làm gì"),
                lines.stream()
                        .map(it -> {
                            var outcome = it.outcome();
                            return List.of(
                                    Integer.toString(it.row()),
                                    it.asked(),
                                    outcome == null ? it.answer() : outcome.label(),
                                    String.join(", ", it.differing()),
                                    outcome == null ? "Sửa dòng này rồi tra lại." : outcome.next());
                        })
                        .toList(),
                about);
    }

    private static Page page(
            String asker, String purpose, @Nullable String trouble, List<ListChecks.Line> lines, HttpStatus status) {
        return new Page("credential/verifying/list", new ListPage(asker, purpose, trouble, lines), status);
    }
}
