package vn.lanhnghe.institution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register itself can show by ward. */
@Repository
@Order(1)
class RegisterLayers implements Layers {

    private static final Layer COUNT = new Layer(
            "co-so", "Số cơ sở đang hoạt động", "cơ sở", "Cơ sở có tình trạng “đang hoạt động” tại ngày xem.", null);
    private static final Layer QUOTA = new Layer(
            "quy-mo",
            "Quy mô tuyển sinh một năm theo giấy chứng nhận",
            "người",
            "Tổng quy mô các dòng giấy chứng nhận còn hiệu lực tại ngày xem, theo phường của địa điểm đào tạo.",
            null);

    private final JdbcClient jdbc;

    RegisterLayers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Layer> list() {
        return List.of(COUNT, QUOTA);
    }

    @Override
    public Map<String, Value> values(String layer, LocalDate on) {
        var values = new HashMap<String, Value>();
        jdbc.sql(layer.equals(QUOTA.code()) ? """
                select s.ward_code, sum(n.quota) from institution.licence_line n join institution.site s on s.id = n.site_id
                 where n.valid_from <= :on and (n.valid_to is null or n.valid_to >= :on) and s.ward_code is not null group by s.ward_code
                """ : """
                select v.ward_code, count(*) from institution.version v
                 where v.superseded_at is null and v.valid_from <= :on and (v.valid_to is null or v.valid_to > :on) and v.status = 'OPEN'
                   and v.ward_code is not null group by v.ward_code
                """)
                .param("on", on)
                .query((row, i) -> values.put(row.getString(1), new Value(row.getLong(2), 0)))
                .list();
        return values;
    }
}
