package vn.lanhnghe.credential.national;

/** One field of the package: which fact it carries, whether it must be there, how long it may be; a provisional name may still change. */
public record NationalField(
        String name, String label, Fact fact, boolean required, int longest, boolean provisional, String clause) {

    /** What the register knows. */
    public enum Fact {
        CODE,
        SERIAL,
        REGISTER_NUMBER,
        CITIZEN_ID,
        FULL_NAME,
        BIRTH_DATE,
        SEX,
        BIRTH_PLACE,
        ETHNICITY,
        NATIONALITY,
        AWARD,
        LEVEL,
        OCCUPATION_CODE,
        OCCUPATION,
        RANK,
        DECISION_NUMBER,
        DECIDED_ON,
        SIGNED_ON,
        SIGNED_BY,
        INSTITUTION,
        STATE;

        /** Is it mended in the learner's record, and not on the diploma? */
        boolean ofTheLearner() {
            return this == CITIZEN_ID || this == SEX || this == ETHNICITY || this == NATIONALITY;
        }
    }
}
