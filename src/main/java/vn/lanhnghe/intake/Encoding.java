package vn.lanhnghe.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import vn.lanhnghe.shared.Refusal;

/** Tells in which encoding a text file came: UTF-8 with or without mark, UTF-16, or the old TCVN3 (ABC) of the fonts before Unicode. */
final class Encoding {

    /** The characters of TCVN 5712:1993 (VN3) from A1 on; a blank stands where there is none. */
    private static final String TCVN3 =
            "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ";

    private static final Pattern VIETNAMESE =
            Pattern.compile("[ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]");

    private Encoding() {}

    static String decode(byte[] file) {
        if (starts(file, 0xEF, 0xBB, 0xBF)) {
            return strict(Arrays.copyOfRange(file, 3, file.length), StandardCharsets.UTF_8);
        }
        if (starts(file, 0xFF, 0xFE) || starts(file, 0xFE, 0xFF)) {
            return strict(file, StandardCharsets.UTF_16);
        }
        try {
            return decodeOrThrow(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return tcvn3(file);
        }
    }

    private static boolean starts(byte[] file, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String tcvn3(byte[] file) {
        var text = new StringBuilder(file.length);
        var odd = 0;
        for (var b : file) {
            var code = b & 0xFF;
            if (code < 0x80) {
                text.append((char) code);
            } else {
                var c = code < 0xA1 ? ' ' : TCVN3.charAt(code - 0xA1);
                odd += c == ' ' ? 1 : 0;
                text.append(c);
            }
        }
        if (odd > 2 || !VIETNAMESE.matcher(text).find()) {
            throw unreadable();
        }
        return text.toString();
    }

    private static String strict(byte[] bytes, Charset charset) {
        try {
            return decodeOrThrow(bytes, charset);
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static String decodeOrThrow(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Refusal unreadable() {
        return new Refusal(
                "Không nhận ra bảng mã chữ của tệp này. Mở tệp bằng Excel, chọn Lưu thành “CSV UTF-8” hoặc .xlsx rồi tải lên lại.");
    }
}
