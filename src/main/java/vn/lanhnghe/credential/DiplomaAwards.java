package vn.lanhnghe.credential;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import vn.lanhnghe.learning.Awards;

@Component
class DiplomaAwards implements Awards {

    private final DiplomaRepository diplomas;

    DiplomaAwards(DiplomaRepository diplomas) {
        this.diplomas = diplomas;
    }

    @Override
    public List<Award> listOf(long enrolmentId) {
        return diplomas.listOf(enrolmentId).stream()
                .map(it -> new Award(
                        it.id(),
                        Objects.toString(it.serial(), "chưa có số hiệu"),
                        it.state().label()))
                .toList();
    }
}
