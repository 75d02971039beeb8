package vn.lanhnghe.programme.integration;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lanhnghe.framework.Reliance;
import vn.lanhnghe.ui.Paging;

/** Programmes, and the outcomes by which they hang on a framework. */
@Component
class ProgrammeReliance implements Reliance {

    private final IntegrationRepository repository;

    ProgrammeReliance(IntegrationRepository repository) {
        this.repository = repository;
    }

    @Override
    public String thing() {
        return "chương trình";
    }

    @Override
    public String part() {
        return "chuẩn đầu ra";
    }

    @Override
    public String address() {
        return "/programmes/hanging";
    }

    @Override
    public Weight weigh(long version, long next) {
        return repository.weigh(version, next);
    }

    @Override
    public Paging<Bound> list(long version, long next, int page) {
        return Paging.of(
                repository.weigh(version, next).things(),
                page,
                shown -> repository.listBound(version, next, Paging.SIZE, Paging.offset(shown)));
    }

    @Override
    public Map<Long, Long> links(long version) {
        return repository.countLinks(version);
    }
}
