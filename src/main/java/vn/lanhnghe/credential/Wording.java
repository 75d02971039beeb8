package vn.lanhnghe.credential;

import vn.lanhnghe.learning.Grading;
import vn.lanhnghe.learning.Level;

/** What a paper calls the award, its level and its rank, as it was when it was signed: names change later, the paper does not. */
public record Wording(String title, String titleEn, String level, String levelEn, String rank, String rankEn) {

    /** As a diploma was signed; one that was not yet, or before wordings were kept, as things are called under {@code grading}. */
    public static Wording of(Diploma diploma, Grading grading) {
        var kept = diploma.wording();
        return kept == null ? of(diploma.level(), grading.band(diploma.rank())) : read(kept);
    }

    static Wording of(Level level, Grading.Band rank) {
        return new Wording(
                level.paper(), level.paperEnglish(), level.label(), level.english(), rank.label(), rank.english());
    }

    /** As the register keeps it: a line each. */
    static Wording read(String kept) {
        var lines = kept.split("\n", -1);
        return new Wording(lines[0], lines[1], lines[2], lines[3], lines[4], lines[5]);
    }

    String kept() {
        return String.join("\n", title, titleEn, level, levelEn, rank, rankEn);
    }
}
