package vn.lanhnghe.institution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetRow;

/** Cập nhật cơ sở, mã – trường – giá trị: one row a change. */
@Component
@Order(12)
class InstitutionValueSheet extends RegisterSheet {

    private static final int SHEET_ROWS = 20_000;

    private static final Map<String, List<String>> FACTS = new LinkedHashMap<>();

    static {
        Arrays.stream(Fact.values()).forEach(it -> FACTS.put(it.name(), List.of(it.label(), it.name())));
    }

    InstitutionValueSheet(
            InstitutionRepository institutions,
            VersionRepository versions,
            Changes changes,
            ChangeRepository requests,
            FactReader reader,
            Spot spot,
            Clock clock) {
        super(institutions, versions, changes, requests, reader, spot, clock);
    }

    @Override
    public String code() {
        return "institution-values";
    }

    @Override
    public String label() {
        return "Cập nhật cơ sở, mã – trường – giá trị";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                institutionCode(),
                Field.of(
                                "fact",
                                "Trường thông tin",
                                new Field.Choice(FACTS),
                                "Điện thoại",
                                "Trường",
                                "Tên trường thông tin")
                        .must(),
                Field.of("value", "Giá trị mới", new Field.Text(250), "028.3821.2360", "Giá trị")
                        .must(),
                day(),
                reason());
    }

    @Override
    Map<Fact, Typed> typed(SheetRow row) {
        var fact = row.text("fact");
        var value = row.text("value");
        return fact == null || value == null ? Map.of() : Map.of(Fact.valueOf(fact), new Typed("value", value));
    }

    @Override
    public List<Extract> extract() {
        var rows = new ArrayList<List<String>>();
        today().forEach((code, facts) -> facts.forEach((fact, value) -> rows.add(List.of(code, fact.label(), value))));
        var headers = fields().stream().limit(3).map(Field::label).toList();
        var extracts = new ArrayList<Extract>();
        for (var from = 0; from == 0 || from < rows.size(); from += SHEET_ROWS) {
            extracts.add(new Extract(
                    "Thông tin " + (from / SHEET_ROWS + 1),
                    headers,
                    List.of(),
                    rows.subList(from, Math.min(rows.size(), from + SHEET_ROWS))));
        }
        return extracts;
    }
}
