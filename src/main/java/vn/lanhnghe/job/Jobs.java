package vn.lanhnghe.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
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
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Service;

/** Hands work to whichever node is free; a job asked for in a transaction exists if that transaction commits. */
@Service
public class Jobs implements SmartLifecycle {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TABLE = "job.scheduled_task";

    private final SchedulerClient client;
    private final ObjectProvider<Job> jobs;
    private final ObjectProvider<Daily> dailies;
    private final DataSource dataSource;
    private volatile List<Scheduler> running = List.of();

    Jobs(DataSource dataSource, ObjectProvider<Job> jobs, ObjectProvider<Daily> dailies) {
        this.dataSource = dataSource;
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
                        .execute((instance, context) -> job.run(Long.parseLong(instance.getId()))))
                .toList();
        var everyDay = dailies.stream()
                .map(it -> Tasks.recurring(it.name(), Schedules.daily(ZONE, it.at()))
                        .execute((instance, context) -> it.run()))
                .toList();
        var scheduler = Scheduler.create(dataSource, List.copyOf(tasks))
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
