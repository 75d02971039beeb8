package vn.lanhnghe.person.training;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CertificateRepository {

    private static final String COLUMNS = """
            id, enrolment_id, class_id, person_id, institution_id, holder_institution_id, issuer_slug, issuer_name, printed, code, full_name, birth_date,
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

    void insert(Member member, CertificateText text, int year, int number, String signedBy, Certifier.Sealed sealed) {
        jdbc.sql("""
                insert into person.training_certificate (enrolment_id, class_id, person_id, institution_id, holder_institution_id, issuer_slug, issuer_name,
                       year, number, printed, code, full_name, birth_date, course_code, course_title, kind, hours, result, signed_by, issued_on, key_id,
                       signature, signed_at, status)
                values (:enrolment, :class, :person, :institution, :holder, :slug, :issuer, :year, :number, :printed, :code, :name, :born, :course, :title,
                       :kind, :hours, :result, :by, :on, :key, :signature, :at, :status)
                """)
                .param("enrolment", member.id())
                .param("class", member.classId())
                .param("person", member.personId())
                .param("institution", text.issuerId())
                .param("holder", member.institutionId())
                .param("slug", text.issuerSlug())
                .param("issuer", text.issuerName())
                .param("year", year)
                .param("number", number)
                .param("printed", text.printed())
                .param("code", sealed.code())
                .param("name", text.fullName())
                .param("born", text.birthDate())
                .param("course", text.courseCode())
                .param("title", text.courseTitle())
                .param("kind", text.kind())
                .param("hours", text.hours())
                .param("result", text.result())
                .param("by", signedBy)
                .param("on", text.issuedOn())
                .param("key", sealed.keyId())
                .param("signature", sealed.signature())
                .param("at", sealed.signedAt())
                .param("status", sealed.status())
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
