package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificateRepository {

    private static final String COLUMNS = """
            id, enrolment_id, class_id, person_id, institution_id, issuer_slug, issuer_name, printed, code, full_name, birth_date,
            course_code, course_title, kind, hours, result, signed_by, issued_on, key_id, signature, signed_at, status, state, revoked_at, revoked_by, reason
            """;

    /** Who issues, as the register names them. */
    record Issuing(String code, String slug, String name) {}

    private final JdbcClient jdbc;

    CertificateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TrainingCertificate> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from person.training_certificate where id = :id")
                .param("id", id)
                .query(TrainingCertificate.class)
                .optional();
    }

    List<TrainingCertificate> listOfPerson(long personId) {
        return jdbc.sql("select " + COLUMNS
                        + " from person.training_certificate where person_id = :id order by issued_on desc, id desc")
                .param("id", personId)
                .query(TrainingCertificate.class)
                .list();
    }

    /** The public's way in. */
    Optional<TrainingCertificate> lookUp(String code) {
        return jdbc.sql("select " + COLUMNS + " from person.certificate_of(:code)")
                .param("code", code)
                .query(TrainingCertificate.class)
                .optional();
    }

    /** The same, by the number printed on it and the birth date. */
    List<TrainingCertificate> lookUp(String printed, LocalDate birthDate) {
        return jdbc.sql("select " + COLUMNS + " from person.certificates_of(:printed, :born)")
                .param("printed", printed)
                .param("born", birthDate)
                .query(TrainingCertificate.class)
                .list();
    }

    Optional<Issuing> findIssuer(long institutionId) {
        return jdbc.sql("select code, slug, name from institution.directory where id = :id")
                .param("id", institutionId)
                .query(Issuing.class)
                .optional();
    }

    /** The last number given that year; whoever takes numbers waits for whoever took before. */
    int lastNumber(long institutionId, int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "person.training_certificate " + institutionId)
                .query(rows -> {});
        return jdbc.sql(
                        "select coalesce(max(number), 0) from person.training_certificate where institution_id = :institution and year = :year")
                .param("institution", institutionId)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** A certificate as it goes into the register. */
    record Issued(Member member, CertificateText text, int number, Certifier.Sealed sealed) {}

    /** All of a class, by whoever signs. */
    void insert(List<Issued> all, int year, String signedBy) {
        jdbc.sql("""
                insert into person.training_certificate (enrolment_id, class_id, person_id, institution_id, holder_institution_id, issuer_slug, issuer_name,
                       year, number, printed, code, full_name, birth_date, course_code, course_title, kind, hours, result, signed_by, issued_on, key_id,
                       signature, signed_at, status)
                select e.id, e.class_id, e.person_id, :institution, e.institution_id, :slug, :issuer, :year, t.number, t.printed, t.code, t.name, t.born::date,
                       :course, :title, :kind, :hours, t.result, :by, :on, t.key, t.signature, t.at::timestamptz, t.status
                  from unnest(:enrolments::bigint[], :numbers::integer[], :printed::text[], :codes::text[], :names::text[], :born::text[], :results::text[],
                              :keys::text[], :signatures::bytea[], :at::text[], :status::bigint[])
                       as t (enrolment_id, number, printed, code, name, born, result, key, signature, at, status)
                  join person.training_enrolment e on e.id = t.enrolment_id
                """)
                .param("institution", all.getFirst().text().issuerId())
                .param("slug", all.getFirst().text().issuerSlug())
                .param("issuer", all.getFirst().text().issuerName())
                .param("year", year)
                .param("course", all.getFirst().text().courseCode())
                .param("title", all.getFirst().text().courseTitle())
                .param("kind", all.getFirst().text().kind())
                .param("hours", all.getFirst().text().hours())
                .param("by", signedBy)
                .param("on", all.getFirst().text().issuedOn())
                .param("enrolments", all.stream().map(it -> it.member().id()).toArray(Long[]::new))
                .param("numbers", all.stream().map(Issued::number).toArray(Integer[]::new))
                .param("printed", all.stream().map(it -> it.text().printed()).toArray(String[]::new))
                .param("codes", all.stream().map(it -> it.sealed().code()).toArray(String[]::new))
                .param("names", all.stream().map(it -> it.text().fullName()).toArray(String[]::new))
                .param(
                        "born",
                        all.stream().map(it -> it.text().birthDate().toString()).toArray(String[]::new))
                .param("results", all.stream().map(it -> it.text().result()).toArray(String[]::new))
                .param("keys", all.stream().map(it -> it.sealed().keyId()).toArray(String[]::new))
                .param(
                        "signatures",
                        all.stream().map(it -> it.sealed().signature()).toArray(byte[][]::new))
                .param(
                        "at",
                        all.stream()
                                .map(it -> it.sealed().signedAt().toString())
                                .toArray(String[]::new))
                .param("status", all.stream().map(it -> it.sealed().status()).toArray(Long[]::new))
                .update();
    }

    boolean revoke(long id, OffsetDateTime at, String by, String reason) {
        return jdbc.sql("""
                update person.training_certificate set state = 'REVOKED', revoked_at = :at, revoked_by = :by, reason = :reason
                 where id = :id and state = 'VALID'
                """)
                        .param("id", id)
                        .param("at", at)
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }
}
