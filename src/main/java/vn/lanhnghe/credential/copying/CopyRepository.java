package vn.lanhnghe.credential.copying;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.credential.Code;
import vn.lanhnghe.credential.Diploma;
import vn.lanhnghe.credential.issuing.Book;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.shared.Vietnamese;
import vn.lanhnghe.ui.Paging;

@Repository
class CopyRepository {

    private static final String SELECT = """
            select c.id, c.institution_id, c.diploma_id, c.book_id, c.register_number, c.code, d.full_name, d.register_number as diploma_number,
                   d.serial, d.state, c.requester, c.relation, c.authorisation, c.paper, c.purpose, c.issued_by_name, c.issued_at
              from credential.copy c join credential.diploma d on d.id = c.diploma_id
            """;

    private static final String MATCHES = """
             where (:folded = '' or d.name_folded like :like or c.register_number = :q or d.register_number = :q or d.serial = :q or c.code = :code)
            """;

    private final JdbcClient jdbc;

    CopyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Copy> find(long id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query(Copy.class)
                .optional();
    }

    List<Copy> listOf(long diplomaId) {
        return jdbc.sql(SELECT + "where c.diploma_id = :id order by c.id desc")
                .param("id", diplomaId)
                .query(Copy.class)
                .list();
    }

    Paging<Copy> list(String q, int page) {
        var rows = matching(SELECT + MATCHES + " order by c.id desc limit :size offset :offset", q)
                .param("size", Paging.SIZE)
                .param("offset", Paging.offset(page))
                .query(Copy.class)
                .list();
        return new Paging<>(
                rows,
                page,
                matching(
                                "select count(*) from credential.copy c join credential.diploma d on d.id = c.diploma_id"
                                        + MATCHES,
                                q)
                        .query(Long.class)
                        .single(),
                Paging.SIZE);
    }

    private JdbcClient.StatementSpec matching(String sql, String q) {
        var folded = Vietnamese.fold(q);
        return jdbc.sql(sql)
                .param("folded", folded)
                .param(
                        "like",
                        "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("q", q.strip())
                .param("code", Code.read(q).orElse(""));
    }

    Optional<Diploma> diploma(long id) {
        return jdbc.sql("select " + Diploma.COLUMNS + "from credential.diploma d where d.id = :id")
                .param("id", id)
                .query(Diploma.class)
                .optional();
    }

    /** The college's own, held against a change of its state until the transaction ends. */
    Optional<Diploma> lock(long id) {
        return jdbc.sql("select " + Diploma.COLUMNS
                        + "from credential.diploma d where d.id = :id and d.institution_id = :own for share")
                .param("id", id)
                .param("own", Scope.current().institutionId())
                .query(Diploma.class)
                .optional();
    }

    void insert(Diploma diploma, Book book, int number, String code, CopyRequest request, String paper) {
        jdbc.sql("""
                insert into credential.copy (institution_id, diploma_id, book_id, number, register_number, code, requester, relation, authorisation, paper,
                       purpose, issued_by, issued_by_name)
                values (:own, :diploma, :book, :number, :printed, :code, :requester, :relation, nullif(:authorisation, ''), :paper, :purpose, :account,
                        :actor)
                """)
                .param("own", diploma.institutionId())
                .param("diploma", diploma.id())
                .param("book", book.id())
                .param("number", number)
                .param("printed", book.printed(number))
                .param("code", code)
                .param("requester", request.requester())
                .param("relation", Objects.requireNonNull(request.relation()).name())
                .param("authorisation", request.authorisation())
                .param("paper", paper)
                .param("purpose", request.purpose())
                .param("account", Scope.current().accountId())
                .param("actor", Scope.current().actor())
                .update();
    }

    /** Open to everybody who holds the code. */
    Optional<Copy.Found> lookUp(String code) {
        return jdbc.sql("select * from credential.look_up_copy(:code)")
                .param("code", code)
                .query(Copy.Found.class)
                .optional();
    }
}
