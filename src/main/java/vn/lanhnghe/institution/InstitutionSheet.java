package vn.lanhnghe.institution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lanhnghe.intake.Field;
import vn.lanhnghe.intake.SheetRow;

/** Cập nhật cơ sở, mỗi trường một cột: one row an institution, one column a field. */
@Component
@Order(11)
class InstitutionSheet extends RegisterSheet {

    /** A choice is written in words, which are longer than its code. */
    private static final int LABEL = 120;

    InstitutionSheet(
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
        return "institutions";
    }

    @Override
    public String label() {
        return "Cập nhật cơ sở, mỗi trường một cột";
    }

    @Override
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(institutionCode().once());
        for (var fact : Fact.values()) {
            fields.add(Field.of(
                    fact.name(), fact.label(), new Field.Text(Math.max(fact.longest(), LABEL)), "", synonyms(fact)));
        }
        fields.add(day());
        fields.add(reason());
        return fields;
    }

    private static String[] synonyms(Fact fact) {
        return switch (fact) {
            case NAME -> new String[] {"Tên trường", "Tên đơn vị", "Tên cơ sở GDNN"};
            case OWNERSHIP -> new String[] {"Hình thức sở hữu", "Loại hình sở hữu"};
            case ADDRESS -> new String[] {"Địa chỉ"};
            case WARD -> new String[] {"Phường xã", "Phường/xã", "Phường, xã, đặc khu"};
            case LOCATION -> new String[] {"Toạ độ", "Vị trí"};
            case PHONE -> new String[] {"Số điện thoại", "SĐT"};
            case EMAIL -> new String[] {"Email", "E-mail"};
            case WEBSITE -> new String[] {"Website", "Trang web"};
            case TAX_CODE -> new String[] {"MST"};
            default -> new String[0];
        };
    }

    @Override
    Map<Fact, Typed> typed(SheetRow row) {
        var typed = new EnumMap<Fact, Typed>(Fact.class);
        for (var fact : Fact.values()) {
            var value = row.text(fact.name());
            if (value != null) {
                typed.put(fact, new Typed(fact.name(), value));
            }
        }
        return typed;
    }

    @Override
    public List<Extract> extract() {
        var headers = new ArrayList<>(List.of(institutionCode().label()));
        for (var fact : Fact.values()) {
            headers.add(fact.label());
        }
        var rows = new ArrayList<List<String>>();
        today().forEach((code, facts) -> {
            var row = new ArrayList<>(List.of(code));
            for (var fact : Fact.values()) {
                row.add(facts.getOrDefault(fact, ""));
            }
            rows.add(row);
        });
        return List.of(new Extract("Cơ sở", headers, List.of(), rows));
    }
}
