package vn.lanhnghe.person.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lanhnghe.access.Personas;
import vn.lanhnghe.database.Scope;
import vn.lanhnghe.person.NewPerson;
import vn.lanhnghe.person.NewSpell;
import vn.lanhnghe.person.People;
import vn.lanhnghe.ui.Vi;

/** People, courses and classes for tests, made through the faces; every name is new, so that tests share a city. */
public final class TrainingTown {

    private static final AtomicInteger NEXT = new AtomicInteger();

    public final LocalDate today = LocalDate.now(Vi.ZONE);
    private final ApplicationContext context;
    private final Personas personas;
    private final JdbcClient jdbc;

    public TrainingTown(ApplicationContext context) {
        this.context = context;
        this.personas = context.getBean(Personas.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public void act(String persona, Runnable work) {
        Scope.system().run(() -> personas.act(persona, work));
    }

    public long one(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(Long.class).single());
    }

    public String text(String sql) {
        return Scope.system().get(() -> jdbc.sql(sql).query(String.class).single());
    }

    public long college(String code) {
        return one("select id from institution.directory where code = '" + code + "'");
    }

    /** New teachers of a college. */
    public List<Long> staff(String code, int count) {
        var people = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            people.add(person(code, LocalDate.of(1985, 3, 1).plusDays(i)));
        }
        return people;
    }

    public long person(String code, @Nullable LocalDate born) {
        var id = new AtomicLong();
        var number = NEXT.incrementAndGet();
        act(
                code.equals("CKC") ? "daotao.caothang" : "daotao.thuduc",
                () -> id.set(context.getBean(People.class)
                        .record(
                                new NewPerson(
                                        "Thử Bồi Dưỡng " + word(number),
                                        born,
                                        "FEMALE",
                                        "0799%08d".formatted(90_000_000 - number * 7),
                                        null,
                                        null),
                                new NewSpell(
                                        college(code),
                                        null,
                                        "Khoa Thử",
                                        "GIANG_VIEN",
                                        true,
                                        "BIEN_CHE",
                                        100,
                                        true,
                                        LocalDate.of(2020, 1, 1),
                                        null))));
        return id.get();
    }

    /** A number in letters, as names have them. */
    private static String word(int number) {
        return "" + (char) ('A' + number / 676 % 26) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    public String staffNumber(long person) {
        return text("select staff_number from person.person where id = " + person);
    }

    /** Whose record the account of a persona is; one is made when there is none. */
    public long linked(String persona) {
        var found = Scope.system()
                .get(() -> jdbc.sql(
                                "select l.person_id from person.login l join access.account a on a.id = l.account_id where a.username = :name")
                        .param("name", persona)
                        .query(Long.class)
                        .optional());
        if (found.isPresent()) {
            return found.get();
        }
        var person = person("CKC", LocalDate.of(1988, 8, 8));
        act(
                "daotao.caothang",
                () -> context.getBean(People.class)
                        .link(one("select id from access.account where username = '" + persona + "'"), person));
        return person;
    }

    /** A course with two topics and a final test. */
    public long course(String persona, String kind) {
        return course(persona, kind, "");
    }

    /** The same, with courses that have to be completed first. */
    public long course(String persona, String kind, String needs) {
        var id = new AtomicLong();
        act(
                persona,
                () -> id.set(context.getBean(Catalogue.class)
                        .add(new NewTrainingCourse(
                                "THU-" + System.nanoTime() % 1_000_000_000 + "-" + NEXT.incrementAndGet(),
                                "Khoá thử bồi dưỡng",
                                kind,
                                "THUONG_XUYEN",
                                30,
                                TrainingCourse.Target.BOTH,
                                "",
                                needs,
                                "Sở",
                                "",
                                "",
                                80,
                                "5",
                                "Mở đầu; 10; trực tuyến; 5\nThực hành; 20; trực tiếp; 5,5"))));
        return id.get();
    }

    /** A class on its last day, with five sessions that were held. */
    public long past(String persona, long course, int capacity) {
        var lines = new StringBuilder();
        for (var i = 0; i < 5; i++) {
            lines.append("%s 18:00; %d; trực tuyến; Zoom\n".formatted(Vi.day(today.minusDays(20 - i)), i < 2 ? 1 : 2));
        }
        return open(persona, course, capacity, today.minusDays(20), today, lines.toString());
    }

    public long open(String persona, long course, int capacity, LocalDate from, LocalDate to, String sessions) {
        var id = new AtomicLong();
        act(
                persona,
                () -> id.set(context.getBean(Trainings.class)
                        .open(new NewTrainingClass(
                                course,
                                "Lớp thử " + NEXT.incrementAndGet(),
                                from,
                                to,
                                "Phòng A1",
                                capacity,
                                "Cô Hoa",
                                true,
                                sessions))));
        return id.get();
    }

    /** Everybody was there and has seven everywhere, but those whom {@code absent} names by person were never there. */
    public void finish(String persona, long classId, Set<Long> absent) {
        act(persona, () -> {
            var trainings = context.getBean(Trainings.class);
            var enrolments = context.getBean(TrainingEnrolments.class);
            var results = context.getBean(TrainingResults.class);
            var it = trainings.get(classId);
            var members = enrolments.listMembers(it);
            var present = new HashMap<Long, Set<Long>>();
            trainings
                    .listSittings(it)
                    .forEach(sitting -> present.put(
                            sitting.id(),
                            new HashSet<>(members.stream()
                                    .filter(one -> one.seated() && !absent.contains(one.personId()))
                                    .map(Member::id)
                                    .toList())));
            results.attend(classId, present);
            var topics = context.getBean(Catalogue.class).listTopics(trainings.course(it));
            var marks = new HashMap<Long, Map<Long, String>>();
            members.stream().filter(Member::seated).forEach(one -> {
                var row = new HashMap<Long, String>();
                topics.forEach(topic -> row.put(topic.id(), "7"));
                row.put(TrainingResults.FINAL, "7,5");
                marks.put(one.id(), row);
            });
            if (!results.score(classId, marks).isEmpty()) {
                throw new IllegalStateException("marks were refused");
            }
        });
    }
}
