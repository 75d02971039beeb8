package vn.lanhnghe.institution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lanhnghe.audit.ActKind;
import vn.lanhnghe.audit.Acts;
import vn.lanhnghe.audit.Subject;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.NotFound;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Hạ tầng số: rooms, machines, bandwidth and platforms of each site, one picture a year; past years stay as they were. */
@Service
public class Facilities {

    /** The counts that are asked, by column, as the form names them. */
    static final Map<String, String> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("computer_rooms", "Phòng máy tính");
        COUNTS.put("computers", "Máy tính cho người học");
        COUNTS.put("workshops", "Xưởng, phòng thí nghiệm");
        COUNTS.put("simulators", "Thiết bị mô phỏng, thực tế ảo");
        COUNTS.put("bandwidth_mbps", "Băng thông (Mb/giây)");
    }

    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final Acts acts;
    private final Pen pen;
    private final Clock clock;

    Facilities(JdbcClient jdbc, Acts acts, Pen pen, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.pen = pen;
        this.clock = clock;
    }

    List<Facility> list(long institutionId) {
        return jdbc.sql("""
                select f.site_id, s.name as site_name, f.year, f.computer_rooms, f.computers, f.workshops, f.simulators, f.bandwidth_mbps,
                       f.platforms, f.recorded_by, f.recorded_at
                  from institution.infrastructure f join institution.site s on s.id = f.site_id
                 where f.institution_id = :id order by f.year desc, s.main desc, s.id
                """).param("id", institutionId).query(Facility.class).list();
    }

    /** This year's picture of a site, written or corrected; {@code counts} by {@link #COUNTS}. */
    public void record(long institutionId, long siteId, Map<String, String> counts, String platforms) {
        pen.ask(institutionId);
        var year = LocalDate.now(clock).getYear();
        var numbers = new LinkedHashMap<String, Integer>();
        COUNTS.forEach((column, label) -> {
            var typed = counts.getOrDefault(column, "").strip();
            if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) > MOST) {
                throw new Refusal("%s phải là số từ 0 đến 100.000. Bạn đã nhập “%s”.".formatted(label, typed));
            }
            numbers.put(column, Integer.parseInt(typed));
        });
        pen.own(institutionId, () -> {
            var put = jdbc.sql("""
                    insert into institution.infrastructure (institution_id, site_id, year, computer_rooms, computers, workshops, simulators,
                           bandwidth_mbps, platforms, recorded_by)
                    select s.institution_id, s.id, :year, :computer_rooms, :computers, :workshops, :simulators, :bandwidth_mbps, :platforms, :actor
                      from institution.site s where s.id = :site and s.institution_id = :institution
                    on conflict (site_id, year) do update set computer_rooms = excluded.computer_rooms, computers = excluded.computers,
                      workshops = excluded.workshops, simulators = excluded.simulators, bandwidth_mbps = excluded.bandwidth_mbps,
                      platforms = excluded.platforms, recorded_by = excluded.recorded_by, recorded_at = now()
                    """)
                    .param("site", siteId)
                    .param("institution", institutionId)
                    .param("year", year)
                    .param("platforms", platforms.isBlank() ? null : Vietnamese.tidy(platforms))
                    .param("actor", Scope.current().actor())
                    .params(numbers)
                    .update();
            if (put == 0) {
                throw new NotFound("Cơ sở này không có địa điểm đó.");
            }
            acts.record(
                    ActKind.INFRASTRUCTURE_RECORDED,
                    new Subject("institution", institutionId, institutionId),
                    "Kê hạ tầng số năm %d".formatted(year),
                    null);
            return put;
        });
    }
}
