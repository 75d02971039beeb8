package vn.lanhnghe.portal.inbox;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lanhnghe.ui.Duty;

/** Notices and preferences, by account; the caller answers for whose they are. */
@Repository
class InboxRepository {

    private final JdbcClient jdbc;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings the notices of an account in line with what waits: what is new begins, what waits again begins anew, what is done is gone. */
    void follow(long account, List<Duty> duties) {
        jdbc.sql("""
                with waiting as (
                  select distinct on (address, what) * from unnest(cast(:addresses as text[]), cast(:whats as text[]), cast(:abouts as text[]),
                         cast(:buttons as text[]), cast(:untils as date[])) as w (address, what, about, button, until)
                ), gone as (
                  update portal.notice n set gone_at = now()
                   where n.account_id = :account and n.gone_at is null
                     and not exists (select from waiting w where w.address = n.address and w.what = n.what)
                )
                insert into portal.notice (account_id, address, what, about, button, until)
                select :account, address, what, about, button, until from waiting
                on conflict (account_id, address, what) do update
                  set about = excluded.about, button = excluded.button, until = excluded.until,
                      first_at = case when notice.gone_at is null then notice.first_at else now() end,
                      read_at = case when notice.gone_at is null then notice.read_at end,
                      told_at = case when notice.gone_at is null then notice.told_at end, gone_at = null
                """)
                .param("account", account)
                .param("addresses", duties.stream().map(Duty::address).toArray(String[]::new))
                .param("whats", duties.stream().map(Duty::what).toArray(String[]::new))
                .param("abouts", duties.stream().map(Duty::about).toArray(String[]::new))
                .param("buttons", duties.stream().map(Duty::button).toArray(String[]::new))
                .param(
                        "untils",
                        duties.stream()
                                .map(it ->
                                        it.until() == null ? null : it.until().toString())
                                .toArray(String[]::new))
                .update();
    }

    List<Notice> list(long account, int limit, int offset) {
        return jdbc.sql("""
                select id, address, what, about, button, until, first_at, read_at, gone_at from portal.notice
                 where account_id = :account order by gone_at is not null, id desc limit :limit offset :offset
                """)
                .param("account", account)
                .param("limit", limit)
                .param("offset", offset)
                .query(Notice.class)
                .list();
    }

    long count(long account) {
        return jdbc.sql("select count(*) from portal.notice where account_id = :account")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    long countUnread(long account) {
        return jdbc.sql(
                        "select count(*) from portal.notice where account_id = :account and read_at is null and gone_at is null")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    void read(long account) {
        jdbc.sql("update portal.notice set read_at = now() where account_id = :account and read_at is null")
                .param("account", account)
                .update();
    }

    Optional<Preference> find(long account) {
        return jdbc.sql("select frequency, email, confirmed_at from portal.preference where account_id = :account")
                .param("account", account)
                .query(Preference.class)
                .optional();
    }

    /** A changed address is to be confirmed again. */
    void prefer(long account, Preference.Frequency frequency, @Nullable String email, @Nullable String tokenHash) {
        jdbc.sql("""
                insert into portal.preference (account_id, frequency, email, token_hash) values (:account, :frequency, :email, :token)
                on conflict (account_id) do update
                  set frequency = excluded.frequency,
                      confirmed_at = case when preference.email is not distinct from excluded.email then preference.confirmed_at end,
                      token_hash = coalesce(excluded.token_hash, preference.token_hash), email = excluded.email
                """)
                .param("account", account)
                .param("frequency", frequency.name())
                .param("email", email)
                .param("token", tokenHash)
                .update();
    }

    boolean confirm(String tokenHash) {
        return jdbc.sql(
                                "update portal.preference set confirmed_at = now(), token_hash = null where token_hash = :token")
                        .param("token", tokenHash)
                        .update()
                == 1;
    }

    /** Where to tell an account today, if it is to be told; a day is told once. */
    Optional<String> findAddressee(long account, LocalDate today, boolean monday) {
        return jdbc.sql("""
                select email from portal.preference
                 where account_id = :account and confirmed_at is not null and email is not null and told_on is distinct from :today
                   and (frequency = 'DAILY' or (frequency = 'WEEKLY' and :monday))
                """)
                .param("account", account)
                .param("today", today)
                .param("monday", monday)
                .query(String.class)
                .optional();
    }

    /** What waits and has not been told yet. */
    long countUntold(long account) {
        return jdbc.sql(
                        "select count(*) from portal.notice where account_id = :account and told_at is null and gone_at is null")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    void told(long account, LocalDate today) {
        jdbc.sql(
                        "update portal.notice set told_at = now() where account_id = :account and told_at is null and gone_at is null")
                .param("account", account)
                .update();
        jdbc.sql("update portal.preference set told_on = :today where account_id = :account")
                .param("account", account)
                .param("today", today)
                .update();
    }
}
