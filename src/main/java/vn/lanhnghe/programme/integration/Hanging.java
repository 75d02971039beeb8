package vn.lanhnghe.programme.integration;

import org.jspecify.annotations.Nullable;

/** Treo trên bản cũ: an alignment with an item of a framework version that is no longer in use, and what is proposed in its place. */
public record Hanging(
        long id,
        long versionId,
        long programmeId,
        long institutionId,
        String institution,
        String programme,
        String state,
        long outcomeId,
        String outcomeCode,
        String statement,
        String frameworkCode,
        String frameworkVersion,
        String itemCode,
        String itemName,
        String levelCode,
        @Nullable Long successorId,
        @Nullable String successorCode,
        @Nullable String successorName,
        @Nullable String how,
        boolean levelStays,
        int rank,
        @Nullable Integer heldRank) {

    /** Can it be moved on as it is? Not where the outcome has the successor already, at a lower level. */
    public boolean movable() {
        return successorId != null && levelStays && heldRank == null;
    }

    private boolean open() {
        return state.equals("DRAFT") || state.equals("RETURNED");
    }

    /** Why it is not moved on as it is; empty where it can be. */
    public String lacking() {
        if (successorId == null) {
            return "không có mục thay";
        }
        return heldRank != null
                ? "chuẩn đã gắn %s ở bậc thấp hơn".formatted(successorCode)
                : levelStays ? "" : "có %s thay, nhưng khung mới không có bậc %s".formatted(successorCode, levelCode);
    }

    /** What is to be done where it is not moved on as it is: a version in work is mended, one in force by the next. */
    public String advice() {
        return switch (state) {
            case "DRAFT", "RETURNED" -> "Mở chuẩn để gắn lại";
            case "PUBLISHED" -> "Bản đã ban hành không sửa: lập bản mới rồi gắn lại ở đó";
            default -> "Đang thẩm định: gắn lại khi được trả lại, hoặc ở bản sau";
        };
    }

    /** Where that is done. */
    public String place() {
        return "/programmes/versions/" + versionId + (open() ? "/outcomes/" + outcomeId : "");
    }

    /** Why what is proposed is proposed. */
    public String why() {
        return switch (how == null ? "" : how) {
            case "SAME" -> "cùng định danh";
            case "CODE" -> "cùng mã";
            case "NAME" -> "cùng tên";
            case "SIMILAR" -> "tên gần giống";
            default -> "Sở chọn";
        };
    }
}
