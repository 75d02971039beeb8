package vn.lanhnghe.institution;

import java.util.Collection;
import java.util.List;

/** What an institution that ceases to be leaves behind in a module, for the succession's wizard to ask about. */
public interface Heritage {

    List<Matter> listMatters(Collection<Long> institutionIds);

    /** So many of something; {@code fate} is OPEN_WORK, LEARNERS or BOOKS. */
    record Matter(String fate, String what, long count) {}
}
