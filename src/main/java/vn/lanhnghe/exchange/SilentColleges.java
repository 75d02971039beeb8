package vn.lanhnghe.exchange;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Institutions none of whose connections has been used for long, though one was before: to the department, which reminds them. */
@Component
class SilentColleges implements Duties {

    private record Silent(long id, String name, LocalDate lastOn) {}

    private final JdbcClient jdbc;

    SilentColleges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String authority() {
        return "TARGET_REMIND";
    }

    @Override
    public List<Duty> list() {
        return jdbc.sql("""
                        select i.id, i.name, max(f.used_on) as last_on
                          from exchange.connection_fact f join institution.directory i on i.id = f.institution_id
                         group by i.id, i.name
                        having max(f.used_on) < (now() at time zone 'Asia/Ho_Chi_Minh')::date - (select r.days from exchange.silence_rule r
                                                      where r.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date order by r.valid_from desc limit 1)
                         order by last_on limit 50
                        """).query(Silent.class).list().stream()
                .map(it -> new Duty(
                        "Kết nối của %s im lặng".formatted(it.name()),
                        "Lần trao đổi cuối ngày %s; nhắc cơ sở trước khi chỉ tiêu kết nối tụt"
                                .formatted(Vi.day(it.lastOn())),
                        null,
                        "Xem và nhắc",
                        "/indicators/KN.NGAY/institutions/" + it.id()))
                .toList();
    }
}
