package vn.lanhnghe.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Service;
import vn.lanhnghe.database.DataFolder;

/** Hands work to whichever node is free; a job asked for in a transaction exists if that transaction commits. */
@Service
public class Jobs implements SmartLifecycle {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Before work is tried again that could not even say that it failed, mostly because the database was away; each one longer. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final String TABLE = "job.scheduled_task";

    private final SchedulerClient client;
    private final ObjectProvider<Job> jobs;
    private final ObjectProvider<Daily> dailies;
    private final DataSource dataSource;
    private final String node;
    private volatile List<Scheduler> running = List.of();

    Jobs(DataSource dataSource, DataFolder folder, ObjectProvider<Job> jobs, ObjectProvider<Daily> dailies) {
        this.dataSource = dataSource;
        this.node = new SchedulerName.Hostname().getName() + ":" + folder.root();
        this.jobs = jobs;
        this.dailies = dailies;
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .build();
    }

    public void enqueue(String job, long id) {
        client.scheduleIfNotExists(
                TaskDescriptor.of(job).instance(Long.toString(id)).scheduledTo(Instant.now()));
    }

    @Override
    public void start() {
        var tasks = jobs.stream()
                .map(job -> Tasks.oneTime(TaskDescriptor.of(job.name()))
                        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_PAUSE))
                        .execute((instance, context) -> job.run(Long.parseLong(instance.getId()))))
                .toList();
        var everyDay = dailies.stream()
                .map(it -> Tasks.recurring(it.name(), Schedules.daily(ZONE, it.at()))
                        .execute((instance, context) -> it.run()))
                .toList();
        takeUpAgain();
        var scheduler = Scheduler.create(dataSource, List.copyOf(tasks))
                .schedulerName(new SchedulerName.Fixed(node))
                .startTasks(everyDay)
                .tableName(TABLE)
                .threads(2)
                .pollingInterval(Duration.ofMillis(300))
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                .build();
        scheduler.start();
        running = List.of(scheduler);
    }

    /** What this node had in hand when it was killed: nobody else is on its folder, so it need not be waited for. */
    private void takeUpAgain() {
        JdbcClient.create(dataSource).sql("""
                update job.scheduled_task set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                 where picked and picked_by = :node
                """).param("node", node).update();
    }

    @Override
    public void stop() {
        running.forEach(Scheduler::stop);
        running = List.of();
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }
}
