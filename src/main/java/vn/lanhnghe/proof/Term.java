package vn.lanhnghe.proof;

import java.util.stream.Stream;

/** A property as JSON names it and as N-Quads write it; {@code suffix} is what follows the quotes of its literals. */
record Term(String name, String predicate, String suffix) {

    private static final String VC = "https://www.w3.org/2018/credentials#";
    private static final String STATUS = "https://www.w3.org/ns/credentials/status#";
    private static final String OB = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#";
    private static final String SCHEMA = "https://schema.org/";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String ANY_URI = "https://www.w3.org/2001/XMLSchema#anyURI";

    static final Term NAME = plain("name", SCHEMA + "name");
    static final Term DESCRIPTION = plain("description", SCHEMA + "description");
    static final Term URL = typed("url", SCHEMA + "url", ANY_URI);
    static final Term ISSUER = plain("issuer", VC + "issuer");
    static final Term VALID_FROM = typed("validFrom", VC + "validFrom", XSD + "dateTime");
    static final Term SUBJECT = plain("credentialSubject", VC + "credentialSubject");
    static final Term CREDENTIAL_STATUS = plain("credentialStatus", VC + "credentialStatus");
    static final Term STATUS_PURPOSE = plain("statusPurpose", STATUS + "statusPurpose");
    static final Term STATUS_INDEX = plain("statusListIndex", STATUS + "statusListIndex");
    static final Term STATUS_LIST = plain("statusListCredential", STATUS + "statusListCredential");
    static final Term ENCODED_LIST =
            typed("encodedList", STATUS + "encodedList", "https://w3id.org/security#multibase");
    static final Term ACHIEVEMENT = plain("achievement", OB + "achievement");
    static final Term ACHIEVEMENT_TYPE = plain("achievementType", OB + "achievementType");
    static final Term HUMAN_CODE = plain("humanCode", OB + "humanCode");
    static final Term FIELD_OF_STUDY = plain("fieldOfStudy", OB + "fieldOfStudy");
    static final Term CRITERIA = plain("criteria", OB + "Criteria");
    static final Term NARRATIVE = plain("narrative", OB + "narrative");
    static final Term RESULT_DESCRIPTIONS = plain("resultDescription", OB + "resultDescription");
    static final Term RESULT_TYPE = plain("resultType", OB + "resultType");
    static final Term RESULT = plain("result", OB + "result");
    static final Term RESULT_DESCRIPTION = typed("resultDescription", OB + "resultDescription", ANY_URI);
    static final Term VALUE = plain("value", SCHEMA + "value");

    static final Type CREDENTIAL = new Type("VerifiableCredential", VC + "VerifiableCredential");
    static final Type ACHIEVEMENT_CREDENTIAL = new Type("AchievementCredential", OB + "OpenBadgeCredential");
    static final Type LIST_CREDENTIAL =
            new Type("BitstringStatusListCredential", STATUS + "BitstringStatusListCredential");
    static final Type LIST = new Type("BitstringStatusList", STATUS + "BitstringStatusList");
    static final Type LIST_ENTRY = new Type("BitstringStatusListEntry", STATUS + "BitstringStatusListEntry");
    static final Type PROFILE = new Type("Profile", OB + "Profile");
    static final Type ACHIEVEMENT_SUBJECT = new Type("AchievementSubject", OB + "AchievementSubject");
    static final Type ACHIEVEMENT_CLASS = new Type("Achievement", OB + "Achievement");
    static final Type RESULT_CLASS = new Type("Result", OB + "Result");
    static final Type RESULT_DESCRIPTION_CLASS = new Type("ResultDescription", OB + "ResultDescription");

    /** A class as JSON names it, and its address. */
    record Type(String name, String iri) {}

    /** The terms of our own context under one public address. */
    record Ours(
            String context,
            Term verificationCode,
            Term serialNumber,
            Term registerNumber,
            Term birthDate,
            Term birthPlace,
            Term title,
            Term titleEn,
            Term occupationCode,
            Term occupation,
            Term educationLevel,
            Term educationLevelName,
            Term educationLevelNameEn,
            Term valueEn,
            Term decisionNumber,
            Term decisionDate,
            Term institutionId) {

        /** What they are called in JSON. */
        Stream<String> names() {
            return Stream.of(
                            verificationCode,
                            serialNumber,
                            registerNumber,
                            birthDate,
                            birthPlace,
                            title,
                            titleEn,
                            occupationCode,
                            occupation,
                            educationLevel,
                            educationLevelName,
                            educationLevelNameEn,
                            valueEn,
                            decisionNumber,
                            decisionDate,
                            institutionId)
                    .map(Term::name);
        }

        static Ours at(String address) {
            var context = Contexts.ours(address);
            var base = context + "#";
            return new Ours(
                    context,
                    plain("verificationCode", base + "verificationCode"),
                    plain("serialNumber", base + "serialNumber"),
                    plain("registerNumber", base + "registerNumber"),
                    typed("birthDate", base + "birthDate", XSD + "date"),
                    plain("birthPlace", base + "birthPlace"),
                    spoken("title", base + "title", "vi"),
                    spoken("titleEn", base + "titleEn", "en"),
                    plain("occupationCode", base + "occupationCode"),
                    spoken("occupation", base + "occupation", "vi"),
                    plain("educationLevel", base + "educationLevel"),
                    spoken("educationLevelName", base + "educationLevelName", "vi"),
                    spoken("educationLevelNameEn", base + "educationLevelNameEn", "en"),
                    spoken("valueEn", base + "valueEn", "en"),
                    plain("decisionNumber", base + "decisionNumber"),
                    typed("decisionDate", base + "decisionDate", XSD + "date"),
                    plain("institutionId", base + "institutionId"));
        }
    }

    private static Term plain(String name, String iri) {
        return new Term(name, " <" + iri + "> ", " .\n");
    }

    private static Term typed(String name, String iri, String type) {
        return new Term(name, " <" + iri + "> ", "^^<" + type + "> .\n");
    }

    private static Term spoken(String name, String iri, String language) {
        return new Term(name, " <" + iri + "> ", "@" + language + " .\n");
    }
}
