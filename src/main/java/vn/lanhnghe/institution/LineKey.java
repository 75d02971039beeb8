package vn.lanhnghe.institution;

import vn.lanhnghe.shared.Vietnamese;

/** What tells the lines of one paper apart: site, occupation – the list's code, or the folded name where there is none – and level. */
record LineKey(long siteId, String occupation, String level) {

    static LineKey of(NewLine line) {
        return new LineKey(line.siteId(), occupation(line.occupationCode(), line.occupationName()), line.level());
    }

    static LineKey of(LicenceLine line) {
        return new LineKey(
                line.siteId(),
                occupation(line.occupationCode() == null ? "" : line.occupationCode(), line.occupationName()),
                line.level());
    }

    private static String occupation(String code, String name) {
        return code.isBlank() ? "~" + Vietnamese.fold(name) : code.strip();
    }
}
