package vn.lanhnghe.exchange;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.ui.Duties;
import vn.lanhnghe.ui.Duty;
import vn.lanhnghe.ui.Vi;

/** Connections that were used and have gone silent: to the people of the college who look after them. */
@Component
class SilentDuties implements Duties {

    private record Silent(String name, LocalDate lastOn) {}

    private final JdbcClient jdbc;

    SilentDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String authority() {
        return "EXCHANGE_MANAGE";
    }

    @Override
    public List<Duty> list() {
        return jdbc.sql("""
                        select k.name, (k.last_used_at at time zone 'Asia/Ho_Chi_Minh')::date as last_on
                          from exchange.api_key k
                         where k.revoked_at is null
                           and k.last_used_at < now() - make_interval(days => (select r.days from exchange.silence_rule r
                                                                               where r.valid_from <= (now() at time zone 'Asia/Ho_Chi_Minh')::date order by r.valid_from desc limit 1))
                         order by k.last_used_at limit 50
                        """).query(Silent.class).list().stream()
                .map(it -> new Duty(
                        "Kết nối “%s” im lặng".formatted(it.name()),
                        "Lần trao đổi cuối ngày %s; hỏi người làm phần mềm, hoặc thu hồi khoá"
                                .formatted(Vi.day(it.lastOn())),
                        null,
                        "Xem kết nối",
                        "/exchange"))
                .toList();
    }
}
