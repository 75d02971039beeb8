package vn.lanhnghe.programme.integration;

/** One alignment as the rule sees it: which domain, how high, whether its outcome is taught and assessed anywhere. */
record Reach(
        long versionId,
        String domainCode,
        String itemCode,
        int rank,
        long outcomeId,
        String outcomeCode,
        boolean taught,
        boolean assessed) {}
