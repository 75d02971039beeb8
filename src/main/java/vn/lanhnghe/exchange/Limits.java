package vn.lanhnghe.exchange;

import java.time.Clock;
import java.time.LocalTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lanhnghe.database.Scope;

/** How much a key may send in a minute, counted in the database for all nodes together. */
@Component
class Limits {

    private final JdbcClient jdbc;
    private final ExchangeSettings settings;
    private final Clock clock;

    Limits(JdbcClient jdbc, ExchangeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    void call(ApiCaller caller) {
        count(caller, 1, 0);
    }

    void items(ApiCaller caller, int items) {
        count(caller, 0, items);
    }

    private void count(ApiCaller caller, int calls, int items) {
        var counted = Scope.system()
                .get(() -> jdbc.sql("""
                        with counted as (
                          insert into exchange.usage (api_key_id, minute, institution_id, calls, items)
                          select :key, date_trunc('minute', now()), :institution, :calls, :items
                           where :calls <= :mostCalls and :items <= :mostItems
                          on conflict (api_key_id, minute) do update
                            set calls = usage.calls + excluded.calls, items = usage.items + excluded.items
                            where usage.calls + excluded.calls <= :mostCalls and usage.items + excluded.items <= :mostItems
                          returning 1), noted as (
                          insert into exchange.use_day (api_key_id, used_on, institution_id, calls, items)
                          select :key, (now() at time zone 'Asia/Ho_Chi_Minh')::date, :institution, :calls, :items from counted
                          on conflict (api_key_id, used_on) do update
                            set calls = use_day.calls + excluded.calls, items = use_day.items + excluded.items)
                        update exchange.api_key set calls = calls + :calls, items = items + :items, last_used_at = now()
                         where id = :key and exists (select from counted)
                        """)
                        .param("key", caller.keyId())
                        .param("institution", caller.institutionId())
                        .param("calls", calls)
                        .param("items", items)
                        .param("mostCalls", settings.callsPerMinute())
                        .param("mostItems", settings.itemsPerMinute())
                        .update());
        if (counted == 0) {
            var wait = 60 - LocalTime.now(clock).getSecond();
            throw new Problem(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "Mỗi khoá được %d lượt gọi và %d mục một phút. Hãy gửi lại sau %d giây."
                                    .formatted(settings.callsPerMinute(), settings.itemsPerMinute(), wait),
                            "A key may make %d calls and send %d items a minute. Try again in %d seconds."
                                    .formatted(settings.callsPerMinute(), settings.itemsPerMinute(), wait))
                    .header("Retry-After", Integer.toString(wait));
        }
    }

    void forget() {
        jdbc.sql("delete from exchange.usage where minute < now() - interval '1 day'")
                .update();
    }
}
