package vn.lanhnghe.journey;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files that a college sends in the course of a year, as many sets of them as are asked for: no two write the same rows. */
final class Papers {

    /** {@code rows} is how many records it brings, {@code told} how many lines about them it adds to the journal. */
    record Paper(String kind, String name, byte[] content, int rows, int told) {}

    private static final String HEADER = "Mã HSSV;Họ và tên;Ngày sinh;Số CCCD;Mã ngành, nghề;Trình độ\r\n";
    private static final int LEARNERS = 500;
    private static final int BASE = 1_000;
    private static final int LONG_MODULES = 21;
    private static final int SHORT_MODULES = 1;
    private static final int GRADUATES = 100;

    private Papers() {}

    /** Learners on whom the other files build. */
    static Paper base() {
        return learners("B", 0, BASE);
    }

    /** Learners who are taken back again in the first round. */
    static Paper first() {
        return learners("F", 0, LEARNERS);
    }

    private static Paper learners(String mark, int set, int rows) {
        return paper(
                "learners",
                "hoc-vien-" + mark + set,
                HEADER,
                rows,
                rows,
                i -> "%s%d%05d;Nguyễn Văn Thử;01/02/2004;097%d%d%07d;6480201;Cao đẳng"
                        .formatted(mark, set, i, mark.charAt(0) % 10, set, i));
    }

    /**
     * Six files of every kind; nothing builds on the learners, so that they can be taken back, and the graduation list has learners
     * of the rehearsal who have passed and have no diploma yet. Every other set has a long file.
     */
    static List<Paper> set(int set, JdbcClient jdbc) {
        return List.of(
                learners("L", set, LEARNERS),
                results("ngan", set, SHORT_MODULES),
                set % 2 == 0 ? results("dai", set, LONG_MODULES) : results("vua", set, 2 * SHORT_MODULES),
                conduct(set, 1),
                conduct(set, 2),
                graduation(set, jdbc));
    }

    /** One row a learner and module; more than 20,000 of them are read as a long file. */
    private static Paper results(String mark, int set, int modules) {
        return paper(
                "results",
                "ket-qua-%s-%d".formatted(mark, set),
                "Mã HSSV;Mã môn;Tên môn;Tín chỉ;Điểm\r\n",
                BASE * modules,
                BASE,
                i -> "B0%05d;%s%d%02d;Môn %s %d %d;2;%d,5"
                        .formatted(
                                i % BASE,
                                mark.toUpperCase(Locale.ROOT),
                                set,
                                i / BASE,
                                mark,
                                set,
                                i / BASE,
                                5 + i % 5));
    }

    private static Paper conduct(int set, int term) {
        return paper(
                "conduct",
                "ren-luyen-%d-%d".formatted(set, term),
                "Mã HSSV;Năm học;Học kỳ;Nội dung 1;Nội dung 2;Nội dung 3;Nội dung 4;Nội dung 5\r\n",
                BASE,
                BASE,
                i -> "B0%05d;%d;%d;%d;20;15;14;6".formatted(i, 2010 + set, term, 18 + i % 7));
    }

    private static Paper graduation(int set, JdbcClient jdbc) {
        var rows = jdbc.sql("""
                with passed as (
                  select e.id, e.student_code, l.full_name, l.birth_date, e.occupation_code, e.level,
                         round(sum(r.mark * m.credits) filter (where not m.condition) / sum(m.credits) filter (where not m.condition), 1) as average
                    from learning.enrolment e join learning.learner l on l.id = e.learner_id
                    join learning.result r on r.enrolment_id = e.id join learning.module m on m.id = r.module_id
                    join institution.directory i on i.id = e.institution_id
                   where i.code = 'CKC' and e.cohort in (2024, 2025) and e.status = 'STUDYING'
                   group by e.id, l.id having min(coalesce(r.mark, 0)) >= 5)
                select concat_ws(';', student_code, full_name, to_char(birth_date, 'DD/MM/YYYY'), occupation_code,
                         case level when 'CAO_DANG' then 'Cao đẳng' else 'Trung cấp' end, replace(average::text, '.', ','),
                         (select label from learning.rank_band b where b.at_least <= average order by b.at_least desc limit 1))
                  from passed order by student_code limit :size offset :offset
                """)
                .param("size", GRADUATES)
                .param("offset", set * GRADUATES)
                .query(String.class)
                .list();
        return paper(
                "graduation",
                "tot-nghiep-" + set,
                "Mã HSSV;Họ và tên;Ngày sinh;Mã ngành, nghề;Trình độ;Điểm TB toàn khoá;Xếp loại;Số quyết định;Ngày quyết định;Số hiệu văn bằng;Số vào sổ gốc\r\n",
                rows.size(),
                1,
                i -> "%s;%d/QĐ-K;01/07/2026;K%d%05d;%05d/K-%d".formatted(rows.get(i), 700 + set, set, i, i, set));
    }

    private static Paper paper(String kind, String name, String header, int rows, int told, IntFunction<String> row) {
        var text = IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\r\n", header, "\r\n"));
        return new Paper(kind, name + ".csv", text.getBytes(StandardCharsets.UTF_8), rows, told);
    }
}
