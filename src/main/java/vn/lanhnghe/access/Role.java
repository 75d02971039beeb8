package vn.lanhnghe.access;

import java.util.EnumSet;
import java.util.Set;
import vn.lanhnghe.database.Scope.Reach;

/** What a person is to the platform: how far they see and what they may do. */
public enum Role {
    LEADER(
            "Lãnh đạo thành phố",
            Reach.CITY,
            Permission.TARGET_VIEW,
            Permission.TARGET_CONFIRM,
            Permission.TASK_VIEW,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW),
    OFFICER(
            "Chuyên viên Sở",
            Reach.CITY,
            Permission.TARGET_VIEW,
            Permission.TARGET_ROWS,
            Permission.TARGET_REMIND,
            Permission.TARGET_MANAGE,
            Permission.INDICATOR_EDIT,
            Permission.STANDARD_JUDGE,
            Permission.TASK_VIEW,
            Permission.TASK_MANAGE,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.LEARNER_REVEAL,
            Permission.INTAKE_STATISTICS,
            Permission.LAW_MANAGE,
            Permission.FRAMEWORK_EDIT,
            Permission.INSTITUTION_EDIT,
            Permission.INSTITUTION_APPROVE,
            Permission.INTAKE_VIEW,
            Permission.INTAKE_COMMIT,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.HISTORY_VIEW),
    INSPECTOR(
            "Cán bộ kiểm tra",
            Reach.CITY,
            Permission.TARGET_VIEW,
            Permission.TARGET_ROWS,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.LEARNER_REVEAL,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.HISTORY_VIEW),
    HEAD(
            "Hiệu trưởng",
            Reach.COLLEGE,
            Permission.TARGET_VIEW,
            Permission.TARGET_ROWS,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.LEARNER_REVEAL,
            Permission.MARK_APPROVE,
            Permission.GRADUATION_DECIDE,
            Permission.SURVEY_RUN,
            Permission.STANDARD_EDIT,
            Permission.STANDARD_SEND,
            Permission.TASK_VIEW,
            Permission.TASK_REPORT,
            Permission.LEARNER_EDIT,
            Permission.INSTITUTION_EDIT,
            Permission.INTAKE_VIEW,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.CREDENTIAL_CHECK,
            Permission.CREDENTIAL_SIGN,
            Permission.CREDENTIAL_REVOKE,
            Permission.KEY_MANAGE,
            Permission.EXCHANGE_MANAGE,
            Permission.HISTORY_VIEW),
    REGISTRAR(
            "Cán bộ đào tạo",
            Reach.COLLEGE,
            Permission.TARGET_VIEW,
            Permission.TARGET_ROWS,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.LEARNER_REVEAL,
            Permission.LEARNER_EDIT,
            Permission.MARK_EDIT,
            Permission.GRADUATION_PREPARE,
            Permission.SURVEY_RUN,
            Permission.STANDARD_EDIT,
            Permission.TASK_VIEW,
            Permission.TASK_REPORT,
            Permission.CREDENTIAL_PREPARE,
            Permission.CREDENTIAL_HAND,
            Permission.CREDENTIAL_COPY,
            Permission.BLANK_MANAGE,
            Permission.INSTITUTION_EDIT,
            Permission.INTAKE_VIEW,
            Permission.INTAKE_COMMIT,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.EXCHANGE_MANAGE,
            Permission.HISTORY_VIEW),
    CHECKER(
            "Người kiểm tra, ký",
            Reach.COLLEGE,
            Permission.TARGET_VIEW,
            Permission.TARGET_ROWS,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.MARK_APPROVE,
            Permission.INTAKE_VIEW,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.CREDENTIAL_CHECK,
            Permission.CREDENTIAL_SIGN,
            Permission.HISTORY_VIEW),
    CLERK(
            "Văn thư",
            Reach.COLLEGE,
            Permission.TARGET_VIEW,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.LEARNER_VIEW,
            Permission.CREDENTIAL_VIEW,
            Permission.CREDENTIAL_RELEASE,
            Permission.CREDENTIAL_HAND,
            Permission.CREDENTIAL_COPY,
            Permission.BLANK_MANAGE,
            Permission.HISTORY_VIEW),
    TEACHER(
            "Nhà giáo",
            Reach.COLLEGE,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.MARK_EDIT,
            Permission.LEARNER_VIEW),
    LEARNER("Người học", Reach.SELF, Permission.SELF_VIEW),
    ADMINISTRATOR(
            "Quản trị hệ thống",
            Reach.CITY,
            Permission.ACCOUNT_MANAGE,
            Permission.INSTITUTION_VIEW,
            Permission.LAW_VIEW,
            Permission.INTAKE_STATISTICS,
            Permission.HISTORY_VIEW,
            Permission.PLACE_MANAGE);

    private final String label;
    private final Reach reach;
    private final Set<Permission> permissions;

    Role(String label, Reach reach, Permission first, Permission... rest) {
        this.label = label;
        this.reach = reach;
        this.permissions = EnumSet.of(first, rest);
    }

    public String label() {
        return label;
    }

    public Reach reach() {
        return reach;
    }

    public Set<Permission> permissions() {
        return java.util.Collections.unmodifiableSet(permissions);
    }
}
