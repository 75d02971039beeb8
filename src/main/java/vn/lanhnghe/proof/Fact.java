package vn.lanhnghe.proof;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a paper says, one thing each, as text that the register's word and a credential's word are compared by: days as
 * {@code 2004-02-28}, the time of issue as {@code 2026-07-01T02:15:30Z}.
 */
public enum Fact {
    CODE("Mã tra cứu", "Verification code", Award::code, it -> subject(it).path("verificationCode")),
    SERIAL("Số hiệu", "Serial number", Award::serial, it -> subject(it).path("serialNumber")),
    REGISTER_NUMBER(
            "Số vào sổ gốc",
            "Register number",
            Award::registerNumber,
            it -> subject(it).path("registerNumber")),
    INSTITUTION(
            "Đơn vị cấp",
            "Issued by",
            it -> it.issuer().name(),
            it -> one(it.path("issuer")).path("name")),
    TITLE("Văn bằng", "Award", Award::title, it -> achievement(it).path("title")),
    TITLE_EN(
            "Văn bằng (tiếng Anh)",
            "Award (in English)",
            Award::titleEn,
            it -> achievement(it).path("titleEn")),
    FULL_NAME("Họ và tên", "Full name", Award::fullName, it -> subject(it).path("name")),
    BIRTH_DATE(
            "Ngày sinh",
            "Date of birth",
            it -> it.birthDate().toString(),
            it -> subject(it).path("birthDate")),
    BIRTH_PLACE(
            "Nơi sinh", "Place of birth", Award::birthPlace, it -> subject(it).path("birthPlace")),
    OCCUPATION_CODE(
            "Mã ngành, nghề",
            "Occupation code",
            Award::occupationCode,
            it -> achievement(it).path("occupationCode")),
    OCCUPATION(
            "Ngành, nghề",
            "Occupation",
            Award::occupation,
            it -> achievement(it).path("occupation")),
    LEVEL("Trình độ", "Level", Award::levelName, it -> achievement(it).path("educationLevelName")),
    LEVEL_EN(
            "Trình độ (tiếng Anh)",
            "Level (in English)",
            Award::levelNameEn,
            it -> achievement(it).path("educationLevelNameEn")),
    AVERAGE(
            "Điểm trung bình",
            "Average mark",
            Award::average,
            it -> result(it, "#diem").path("value")),
    RANK(
            "Xếp loại",
            "Classification",
            Award::rank,
            it -> result(it, "#xep-loai").path("value")),
    RANK_EN(
            "Xếp loại (tiếng Anh)",
            "Classification (in English)",
            Award::rankEn,
            it -> result(it, "#xep-loai").path("valueEn")),
    DECISION_NUMBER(
            "Số quyết định",
            "Decision number",
            Award::decisionNumber,
            it -> subject(it).path("decisionNumber")),
    DECIDED_ON(
            "Ngày quyết định",
            "Date of decision",
            it -> it.decidedOn().toString(),
            it -> subject(it).path("decisionDate")),
    ISSUED_AT("Thời điểm cấp", "Issued at", it -> Shape.time(it.issuedAt()), it -> it.path("validFrom"));

    private final String label;
    private final String english;
    private final Function<Award, @Nullable String> registered;
    private final Function<JsonNode, JsonNode> told;

    Fact(
            String label,
            String english,
            Function<Award, @Nullable String> registered,
            Function<JsonNode, JsonNode> told) {
        this.label = label;
        this.english = english;
        this.registered = registered;
        this.told = told;
    }

    public String label() {
        return label;
    }

    public String english() {
        return english;
    }

    /** As the register has it; null where the paper says nothing. */
    public @Nullable String of(Award award) {
        return registered.apply(award);
    }

    /** Whether the register and what was read out of a credential say the same. */
    public boolean agrees(Award award, Map<Fact, String> read) {
        return Objects.equals(of(award), read.get(this));
    }

    /** All that the document tells, true or not. */
    static Map<Fact, String> read(JsonNode document) {
        var facts = new EnumMap<Fact, String>(Fact.class);
        for (var fact : values()) {
            var told = fact.told.apply(document);
            if (told.isString()) {
                facts.put(fact, told.asString());
            }
        }
        return facts;
    }

    private static JsonNode subject(JsonNode document) {
        return one(document.path("credentialSubject"));
    }

    private static JsonNode achievement(JsonNode document) {
        return one(subject(document).path("achievement"));
    }

    private static JsonNode result(JsonNode document, String id) {
        for (var it : subject(document).path("result")) {
            if (it.path("id").asString("").endsWith(id)) {
                return it;
            }
        }
        return MissingNode.getInstance();
    }

    /** A set of one is as good as the one. */
    private static JsonNode one(JsonNode node) {
        return node.isArray() && node.size() == 1 ? node.get(0) : node;
    }
}
