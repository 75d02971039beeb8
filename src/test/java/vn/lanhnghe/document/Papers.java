package vn.lanhnghe.document;

import java.time.Clock;

/** A diploma's page for tests, and what tests of other packages need of this one. */
public final class Papers {

    public static final String LINK = "https://gdnn.example/v/LN-7K3MP-2Q9XD-4F";

    private static final String PAGE = """
            <html xmlns="http://www.w3.org/1999/xhtml" lang="vi" xml:lang="vi"><head><title>Bằng &amp; giấy – %1$s</title>
            <meta name="description" content="Văn bằng của %1$s"/>
            <style>@page { size: A4 landscape; margin: 15mm } body { font-family: Tinos; font-size: 12pt }
            .mark { position: fixed; left: 90mm; top: 30mm; font-size: 30pt; color: #ccc; transform: rotate(-18deg) }
            .where { position: absolute; left: 100mm; top: 120mm }
            i { font-style: italic } b { font-weight: 700 } .ui { font-family: 'Be Vietnam Pro' }</style></head>
            <body><div class="mark">BẢN NHÁP – không có giá trị</div>
            <h1>Bằng tốt nghiệp cao đẳng</h1><h2 lang="en">Diploma</h2>
            <p><b>%1$s</b> – <i>ngành</i> <span class="ui">Công nghệ ô tô</span></p>
            <table><thead><tr><th>Môn</th><th>Điểm</th></tr></thead><tbody><tr><td>Tiện</td><td>8,5</td></tr></tbody></table>
            <ul><li>một</li><li>hai</li></ul>
            <p><a href="https://gdnn.example/v/LN-7K3MP" title="Tra cứu">Tra cứu</a> <img src="%2$s" alt="Mã QR tra cứu" style="width: 30mm"/></p>
            <div class="where">Ký tại Thành phố Hồ Chí Minh</div></body></html>
            """;

    private Papers() {}

    public static String page(String person) {
        return PAGE.formatted(person, Qr.dataUri(LINK));
    }

    public static Documents documents(Clock clock) {
        return new Documents(clock);
    }
}
