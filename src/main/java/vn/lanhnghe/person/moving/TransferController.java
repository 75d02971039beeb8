package vn.lanhnghe.person.moving;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lanhnghe.access.Colleges;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.Contract;
import vn.lanhnghe.person.People;
import vn.lanhnghe.person.PersonFact;
import vn.lanhnghe.person.PersonFile;
import vn.lanhnghe.person.Title;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.shared.Written;
import vn.lanhnghe.ui.Go;
import vn.lanhnghe.ui.Page;

/** Transfers as the two colleges see them. */
@Controller
@PreAuthorize("hasAuthority('PERSON_VIEW')")
class TransferController {

    public record ListPage(
            List<Transfer> transfers, @Nullable Long own) {

        /** Is it this college's turn to answer? */
        public boolean asked(Transfer it) {
            return own != null && it.state() == Transfer.State.PENDING && it.answererId() == own;
        }

        public boolean asking(Transfer it) {
            return own != null && it.state() == Transfer.State.PENDING && it.askedById() == own;
        }
    }

    /** {@code file} is whom the college gives away; null when it asks for somebody. */
    public record NewPage(
            @Nullable PersonFile file, BindingResult form, List<Title> titles, List<Colleges.College> colleges) {}

    private final Transfers transfers;
    private final People people;
    private final Colleges colleges;

    TransferController(Transfers transfers, People people, Colleges colleges) {
        this.transfers = transfers;
        this.people = people;
        this.colleges = colleges;
    }

    @GetMapping("/staff/transfers")
    View list() {
        return new Page(
                "person/moving/transfers",
                new ListPage(transfers.list(), Scope.current().institutionId()));
    }

    @GetMapping("/staff/transfers/new")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View blank(@RequestParam(required = false) @Nullable Long person) {
        return page(person, new MapBindingResult(new HashMap<>(), "transfer"), HttpStatus.OK);
    }

    private View page(@Nullable Long person, BindingResult form, HttpStatus status) {
        if (person != null) {
            people.editableOrRefuse(person);
        }
        var own = Scope.current().institutionId();
        return new Page(
                "person/moving/transfer-new",
                new NewPage(
                        person == null ? null : people.file(person),
                        form,
                        people.listTitles(),
                        colleges.listOpen().stream()
                                .filter(it -> !Objects.equals(own, it.id()))
                                .toList()),
                status);
    }

    @PostMapping("/staff/transfers")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View ask(
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable Long person,
            RedirectAttributes flash) {
        var result = new MapBindingResult(form, "transfer");
        var starts = PersonFact.day(form.getOrDefault("startsOn", "").strip());
        if (starts == null || starts.isAfter(LocalDate.of(2100, 1, 1))) {
            result.rejectValue("startsOn", "day", "Hãy ghi ngày đầu tiên ở nơi mới, dd/MM/yyyy.");
        }
        var title = form.getOrDefault("titleCode", "");
        if (people.listTitles().stream().noneMatch(it -> it.code().equals(title))) {
            result.rejectValue("titleCode", "title", "Hãy chọn chức danh ở nơi mới.");
        }
        var contract = form.getOrDefault("contract", "");
        if (List.of(Contract.values()).stream().noneMatch(it -> it.name().equals(contract))) {
            result.rejectValue("contract", "contract", "Hãy chọn hình thức hợp đồng ở nơi mới.");
        }
        var to = form.getOrDefault("to", "");
        if (person != null && !to.matches("\\d{1,15}")) {
            result.rejectValue("to", "to", "Hãy chọn nơi chuyển đến.");
        }
        if (form.getOrDefault("reason", "").strip().length() < 3) {
            result.rejectValue("reason", "reason", "Hãy ghi lý do, ví dụ số quyết định điều động.");
        }
        var department = Vietnamese.tidy(form.getOrDefault("department", ""));
        var unreadable = Written.textFault(department, 120);
        if (unreadable != null) {
            result.rejectValue("department", "text", "Khoa, phòng, tổ: " + unreadable);
        }
        if (!result.hasErrors() && starts != null) {
            var transfer = new NewTransfer(
                    starts,
                    title,
                    department,
                    contract,
                    form.getOrDefault("reason", "").strip());
            try {
                if (person != null) {
                    transfers.offer(person, Long.parseLong(to), transfer);
                } else {
                    transfers.request(
                            form.getOrDefault("staffNumber", ""),
                            PersonFact.day(form.getOrDefault("birthDate", "").strip()),
                            transfer);
                }
                return Go.to("/staff/transfers", flash, "Đã gửi đề nghị. Hồ sơ chỉ chuyển khi bên kia đồng ý.");
            } catch (Refusal refused) {
                result.reject("refused", String.valueOf(refused.getMessage()));
            }
        }
        return page(person, result, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/staff/transfers/{id}/acceptance")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View accept(@PathVariable long id, RedirectAttributes flash) {
        transfers.accept(id);
        return Go.to(
                "/staff/transfers",
                flash,
                "Đã đồng ý: nơi cũ kết thúc hôm trước, nơi mới bắt đầu hôm sau, cùng một hồ sơ.");
    }

    @PostMapping("/staff/transfers/{id}/refusal")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        transfers.refuse(id, reason);
        return Go.to("/staff/transfers", flash, "Đã trả lời không đồng ý.");
    }

    @PostMapping("/staff/transfers/{id}/withdrawal")
    @PreAuthorize("hasAuthority('PERSON_EDIT')")
    View withdraw(@PathVariable long id, RedirectAttributes flash) {
        transfers.withdraw(id);
        return Go.to("/staff/transfers", flash, "Đã rút đề nghị.");
    }
}
