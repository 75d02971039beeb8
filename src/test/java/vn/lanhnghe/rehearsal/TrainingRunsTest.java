package vn.lanhnghe.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lanhnghe.RehearsalTest;
import vn.lanhnghe.person.training.TrainingTown;

/** The rehearsal's trainings, made for whoever works at the college. */
@RehearsalTest
class TrainingRunsTest {

    @Autowired
    ApplicationContext context;

    @Test
    void one_class_ends_with_certificates_and_one_has_begun() {
        var town = new TrainingTown(context);
        assertThat(
                        town.one(
                                "select count(*) from person.training_certificate t join person.training_class c on c.id = t.class_id where c.name = 'Năng lực số cơ bản, đợt 1'"))
                .isEqualTo(40);
        assertThat(town.one(
                        "select count(*) from person.training_course where institution_id = 0 and code like 'KNS-0%'"))
                .isEqualTo(2);
        assertThat(
                        town.one(
                                "select count(*) from person.training_enrolment e join person.training_class c on c.id = e.class_id where c.name = 'Dạy học kết hợp, đợt 1' and e.state = 'ENROLLED'"))
                .isGreaterThanOrEqualTo(15);
    }
}
