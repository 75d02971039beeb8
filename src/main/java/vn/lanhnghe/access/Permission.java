package vn.lanhnghe.access;

/** What may be done; the names stand in {@code @PreAuthorize} and in the pages. */
public enum Permission {
    TARGET_VIEW,
    TARGET_ROWS,
    INSTITUTION_VIEW,
    INSTITUTION_EDIT,
    INSTITUTION_APPROVE,
    LAW_VIEW,
    LAW_MANAGE,
    INTAKE_VIEW,
    INTAKE_COMMIT,
    LEARNER_VIEW,
    CREDENTIAL_VIEW,
    CREDENTIAL_SIGN,
    CREDENTIAL_REVOKE,
    HISTORY_VIEW,
    SELF_VIEW,
    ACCOUNT_MANAGE,
    PLACE_MANAGE,
    EXCHANGE_MANAGE
}
