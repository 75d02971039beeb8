package vn.lanhnghe.target;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six institutions with a handful of learners, written straight into the tables. */
final class TestCity {

    private final JdbcClient jdbc;
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private int people;

    TestCity(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("update institution.institution set valid_from = date '1990-01-01', valid_to = date '1990-12-31'")
                .update();
        found("FULL", "T Đủ", "CD", "OPEN");
        found("EMPTY", "T Không hồ sơ", "CD", "OPEN");
        found("NORESULT", "T Thiếu kết quả", "TC", "OPEN");
        found("NODIPLOMA", "T Thiếu bằng", "TC", "OPEN");
        found("CENTRE", "T Trung tâm", "TTGDNN", "OPEN");
        found("PAUSED", "T Tạm dừng", "CD", "SUSPENDED");
        touch();
        for (var i = 1; i <= 4; i++) {
            study("FULL", i, true, true);
            study("NORESULT", i, i == 1, true);
            study("NODIPLOMA", i, true, false);
        }
    }

    long full() {
        return id("FULL");
    }

    long empty() {
        return id("EMPTY");
    }

    private long id(String code) {
        return java.util.Objects.requireNonNull(ids.get(code));
    }

    /** All that is missing is recorded on a later day. */
    void recordAllOn(String day) {
        jdbc.sql("update learning.enrolment set results_at = cast(:day as timestamptz) where results_at is null")
                .param("day", day)
                .update();
    }

    /** Says that something was done, as every deed of the product does. */
    void touch() {
        ids.values().forEach(it -> jdbc.sql("""
                                insert into audit.act (kind, subject, subject_id, institution_id, actor, summary)
                                values ('INSTITUTION_CHANGED', 'institution', :id, :id, 'x', 'x')
                                """).param("id", it).update());
    }

    void revokeAllOn(String day) {
        jdbc.sql("""
                        update credential.diploma set state = 'REVOKED', ended_at = cast(:day as timestamptz), state_by_name = 'x',
                               state_decision = 'x', state_reason = 'x' where state = 'VALID'
                        """).param("day", day).update();
    }

    /** The colleges stay (nothing deletes them) but under dates and names no test looks at. */
    void leave() {
        ids.values()
                .forEach(it -> jdbc.sql(
                                "update institution.version set superseded_at = now() where institution_id = :id")
                        .param("id", it)
                        .update());
        ids.values()
                .forEach(it -> jdbc.sql(
                                "update institution.institution set valid_from = date '1990-01-01', valid_to = date '1990-12-31', name = 'gone', code = 'GONE' || id, slug = 'gone' || id where id = :id")
                        .param("id", it)
                        .update());
    }

    private void found(String code, String name, String type, String status) {
        ids.put(
                code,
                jdbc.sql("""
                        with entry as (
                          insert into institution.institution (code, slug, name, name_folded, sort_key, type, ownership, status, status_from, valid_from, facts)
                          values (:code, lower(:code), :name, :name, :code, :type, 'CONG_LAP', :status, date '2020-01-01', date '2020-01-01',
                                  jsonb_build_object('NAME', :name, 'TYPE', :type, 'OWNERSHIP', 'CONG_LAP', 'STATUS', :status,
                                                     'STATUS_FROM', '2020-01-01'))
                          returning id, facts
                        )
                        insert into institution.version (institution_id, valid_from, recorded_at, facts, name_folded, sort_key)
                        select id, date '2020-01-01', timestamptz '2020-01-01', facts, :name, :code from entry returning institution_id
                        """)
                        .param("code", code)
                        .param("name", name)
                        .param("type", type)
                        .param("status", status)
                        .query(Long.class)
                        .single());
    }

    private void study(String college, int number, boolean result, boolean diploma) {
        people++;
        var enrolment = jdbc.sql("""
                        with person as (
                          insert into learning.learner (institution_id, full_name, name_folded, sort_key, birth_date, citizen_id)
                          values (:college, 'Nguyễn Thị Thử', 'nguyen thi thu', 'thu', date '2005-01-01', lpad(:people, 12, '0')) returning id)
                        insert into learning.enrolment (learner_id, institution_id, student_code, occupation_code, level, admitted_on, recorded_at, results_at)
                        select id, :college, :code, '5340301', 'TRUNG_CAP', date '2023-09-01', timestamptz '2026-01-10',
                               case when :result then timestamptz '2026-02-10' end from person returning id
                        """)
                .param("college", id(college))
                .param("people", String.valueOf(people))
                .param("code", college + "-" + number)
                .param("result", result)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        with decision as (
                          insert into credential.decision (institution_id, number, decided_on, prepared_by, prepared_by_name)
                          values (:college, :code, date '2026-03-01', 1, 'x') returning id)
                        insert into credential.diploma (institution_id, decision_id, enrolment_id, learner_id, code, serial, register_number,
                               institution_name, full_name, name_folded, sort_key, birth_date, occupation_code, occupation, level, average, rank,
                               decision_number, decided_on, prepared_at, prepared_by, prepared_by_name, state, signature, signed_by, signed_at, released_at)
                        select :college, d.id, e.id, e.learner_id, :college || :code, :code, :code, 'x', 'x', 'x', 'x', date '2005-01-01', '5340301',
                               'x', 'TRUNG_CAP', 7, 'x', 'x', date '2026-03-01', timestamptz '2026-03-01', 1, 'x', case when :signed then 'VALID' else 'PREPARED' end,
                               case when :signed then '\\x00'::bytea end, case when :signed then 2 end,
                               case when :signed then timestamptz '2026-04-01' end, case when :signed then timestamptz '2026-04-01' end
                          from decision d, learning.enrolment e where e.id = :enrolment
                        """)
                .param("college", id(college))
                .param("code", college + "-" + number)
                .param("signed", diploma)
                .param("enrolment", enrolment)
                .update();
    }
}
