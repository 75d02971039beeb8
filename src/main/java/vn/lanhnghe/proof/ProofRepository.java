package vn.lanhnghe.proof;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProofRepository {

    /** A public address and from when on what is signed names it. */
    record InForce(String address, OffsetDateTime since) {}

    private final JdbcClient jdbc;

    ProofRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<InForce> listAddresses() {
        return jdbc.sql("select a.address, a.since from proof.address a order by a.since")
                .query(InForce.class)
                .list();
    }

    /** Notes the address unless it is the one in force. */
    void settle(String address, OffsetDateTime since) {
        jdbc.sql("""
                insert into proof.address (address, since)
                select :address, :since
                 where :address is distinct from (select a.address from proof.address a order by a.since desc limit 1)
                """).param("address", address).param("since", since).update();
    }

    /** The slug of the first signature stays, the name is the latest. */
    void register(Issuer issuer) {
        jdbc.sql("""
                insert into proof.issuer (institution_id, slug, name) values (:id, :slug, :name)
                on conflict (institution_id) do update set name = excluded.name where issuer.name <> excluded.name
                """)
                .param("id", issuer.id())
                .param("slug", issuer.slug())
                .param("name", issuer.name())
                .update();
    }

    Optional<Issuer> findIssuer(long institutionId) {
        return jdbc.sql(
                        "select i.institution_id as id, i.slug, i.name from proof.issuer i where i.institution_id = :id")
                .param("id", institutionId)
                .query(Issuer.class)
                .optional();
    }

    Optional<Issuer> findIssuer(String slug) {
        return jdbc.sql("select i.institution_id as id, i.slug, i.name from proof.issuer i where i.slug = :slug")
                .param("slug", slug)
                .query(Issuer.class)
                .optional();
    }
}
