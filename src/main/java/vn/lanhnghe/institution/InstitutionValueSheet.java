package vn.lanhnghe.institution;

import java.time.Clock;
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

    private static final Map<String, List<String>> FACTS = new LinkedHashMap<>();

    static {
        Arrays.stream(Fact.values()).forEach(it -> FACTS.put(it.name(), List.of(it.label(), it.name())));
    }

    InstitutionValueSheet(
            InstitutionRepository institutions,
            VersionRepository versions,
            Changes changes,
            FactReader reader,
            Spot spot,
            Clock clock) {
        super(institutions, versions, changes, reader, spot, clock);
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
}
