package vn.lanhnghe.person;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.shared.Written;

/** What a form says of a spell: read, or told field by field what is wrong with it. */
public record SpellForm(
        Map<String, String> faults, @Nullable NewSpell spell) {

    static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    public static SpellForm read(Map<String, String> form, long institutionId, List<Title> titles) {
        var faults = new LinkedHashMap<String, String>();
        var title = form.getOrDefault("titleCode", "");
        if (titles.stream().noneMatch(it -> it.code().equals(title))) {
            faults.put("titleCode", "Hãy chọn chức danh.");
        }
        var contract = form.getOrDefault("contract", "");
        if (List.of(Contract.values()).stream().noneMatch(it -> it.name().equals(contract))) {
            faults.put("contract", "Hãy chọn hình thức hợp đồng.");
        }
        var department = Vietnamese.tidy(form.getOrDefault("department", ""));
        var unreadable = Written.textFault(department, 120);
        if (unreadable != null) {
            faults.put("department", "Khoa, phòng, tổ: " + unreadable);
        }
        var percent = form.getOrDefault("percent", "100").strip();
        if (!percent.matches("\\d{1,4}") || Integer.parseInt(percent) < 1 || Integer.parseInt(percent) > 100) {
            faults.put(
                    "percent", "Tỷ lệ thời gian ở một nơi là số nguyên từ 1 đến 100; bạn ghi “%s”.".formatted(percent));
        }
        var starts = day(form, "startsOn", true, faults);
        var ends = day(form, "endsOn", false, faults);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            faults.put(
                    "endsOn",
                    "Ngày kết thúc %s đứng trước ngày bắt đầu %s. Sửa một trong hai ngày."
                            .formatted(vn.lanhnghe.ui.Vi.day(ends), vn.lanhnghe.ui.Vi.day(starts)));
        }
        if (!faults.isEmpty() || starts == null) {
            return new SpellForm(faults, null);
        }
        return new SpellForm(
                faults,
                new NewSpell(
                        institutionId,
                        null,
                        department,
                        title,
                        !"no".equals(form.getOrDefault("teaches", "yes")),
                        contract,
                        Integer.parseInt(percent),
                        !"no".equals(form.getOrDefault("principal", "yes")),
                        starts,
                        ends));
    }

    private static @Nullable LocalDate day(
            Map<String, String> form, String field, boolean must, Map<String, String> faults) {
        var typed = form.getOrDefault(field, "").strip();
        if (typed.isEmpty()) {
            if (must) {
                faults.put(field, "Hãy ghi ngày bắt đầu, dd/MM/yyyy.");
            }
            return null;
        }
        var day = PersonFact.day(typed);
        if (day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            faults.put(field, "“%s” không phải ngày có thật từ năm 1950 đến 2100. Ghi dd/MM/yyyy.".formatted(typed));
            return null;
        }
        return day;
    }
}
