package vn.lanhnghe.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Refusal;
import vn.lanhnghe.shared.Vietnamese;

/** Invented staff of many institutions at once, some of them trained, so that a rehearsal city has figures; the program itself alone brings them. */
@Component
public class RehearsedStaff {

    private final JdbcClient jdbc;

    RehearsedStaff(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names by institution: the first is its head, the next two lead and teach, the others teach. */
    @Transactional
    public void fill(Map<Long, List<String>> names) {
        if (Scope.current().reach() != Scope.Reach.SYSTEM) {
            throw new Refusal("Chỉ bản diễn tập mới có người mẫu.");
        }
        var institutions = new ArrayList<Long>();
        var places = new ArrayList<Integer>();
        var all = new ArrayList<String>();
        names.forEach((institution, some) -> {
            for (var place = 0; place < some.size(); place++) {
                institutions.add(institution);
                places.add(place);
                all.add(some.get(place));
            }
        });
        jdbc.sql("""
                insert into person.person (full_name, name_folded, sort_key, sex, citizen_id, birth_date, degree, recorded_at)
                select n.name, n.folded, n.sort_key, case when n.name like '% Thị %' then 'FEMALE' else 'MALE' end, '0998' || lpad(n.number::text, 8, '0'),
                       date '1968-01-01' + (n.number * 37 % 10000)::integer, case n.number % 4 when 0 then 'THAC_SI' when 3 then null else 'DAI_HOC' end,
                       timestamptz '2024-09-01 08:00+07'
                  from unnest(:names::text[], :folded::text[], :sorted::text[]) with ordinality as n (name, folded, sort_key, number)
                """)
                .param("names", all.toArray(String[]::new))
                .param("folded", all.stream().map(Vietnamese::fold).toArray(String[]::new))
                .param("sorted", all.stream().map(Vietnamese::sortKey).toArray(String[]::new))
                .update();
        jdbc.sql("""
                insert into person.spell (person_id, institution_id, department, title_code, teaches, contract, starts_on, recorded_at)
                select p.id, n.institution, 'Khoa ' || (1 + n.place % 4),
                       case when n.place = 0 then 'HIEU_TRUONG' when n.place < 3 then 'TRUONG_KHOA' when i.type = 'CD' then 'GIANG_VIEN'
                            when i.type = 'TC' then 'GV_TRUNG_CAP' else 'GV_SO_CAP' end,
                       n.place > 0, case when n.place % 3 = 2 then 'CO_THOI_HAN' else 'BIEN_CHE' end, date '2018-09-01' + (n.number % 1500)::integer,
                       timestamptz '2024-09-01 08:00+07'
                  from unnest(:institutions::bigint[], :places::integer[]) with ordinality as n (institution, place, number)
                  join person.person p on p.citizen_id = '0998' || lpad(n.number::text, 8, '0')
                  join institution.directory i on i.id = n.institution
                """)
                .param("institutions", institutions.toArray(Long[]::new))
                .param("places", places.toArray(Integer[]::new))
                .update();
        train("DIGITAL", "Ứng dụng công nghệ số trong giảng dạy (diễn tập)", 58, 40);
        train("RESOURCES", "Thiết kế học liệu số (diễn tập)", 31, 60);
    }

    /** So many of a hundred, on days spread over two years; their schools confirmed it. */
    private void train(String kind, String title, int share, int hours) {
        jdbc.sql("""
                insert into person.training_elsewhere (person_id, institution_id, title, kind, purpose, hours, provider, starts_on, finished_on, file_sha256, file_name,
                       state, declared_at, confirmed_at, confirmed_by)
                select p.id, s.institution_id, :title, :kind, 'THUONG_XUYEN', :hours, 'Đơn vị bồi dưỡng diễn tập', d.day - 14, d.day, 'diễn tập', 'dien-tap.pdf',
                       'CONFIRMED', d.day + time '09:00', d.day + 3 + time '09:00', 'Diễn tập'
                  from person.person p
                  join person.spell s on s.person_id = p.id
                  cross join lateral (select date '2024-10-01' + (p.id * 53 % 720)::integer as day) d
                 where p.citizen_id like '0998%' and (p.id * 7919 + s.institution_id * 31) % 100 < :share
                """)
                .param("kind", kind)
                .param("title", title)
                .param("hours", hours)
                .param("share", share)
                .update();
    }
}
