package vn.lanhnghe.programme.design;

import java.util.UUID;

/** An outcome beside a component of a framework: how they belong together, and the level to reach; {@code rank} counts levels from 1. */
public record Alignment(
        long id,
        long outcomeId,
        long itemId,
        UUID itemIdentifier,
        String frameworkCode,
        String frameworkVersion,
        boolean inUse,
        String domainCode,
        String itemCode,
        String itemName,
        Relation relation,
        String levelCode,
        String levelName,
        int rank) {}
