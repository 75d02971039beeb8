package vn.lanhnghe.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class CodeTest {

    @Test
    void a_code_is_read_in_any_case_with_blanks_or_hyphens_and_with_o_for_zero() {
        for (var i = 0; i < 500; i++) {
            var code = Code.random();
            assertThat(Code.read(Code.printed(code))).contains(code);
            assertThat(Code.read(" "
                            + Code.printed(code)
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('-', ' ')))
                    .contains(code);
            assertThat(Code.read(code.replace('0', 'O').replace('1', 'l'))).contains(code);
        }
    }

    @Test
    void one_wrong_sign_or_two_swapped_are_noticed() {
        var alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var code = Code.random();
        for (var i = 2; i < code.length(); i++) {
            for (var c : alphabet.toCharArray()) {
                if (c != code.charAt(i)) {
                    assertThat(Code.read(code.substring(0, i) + c + code.substring(i + 1)))
                            .as("%s at %d", code, i)
                            .isEmpty();
                }
            }
        }
        for (var i = 2; i < 11; i++) {
            if (code.charAt(i) != code.charAt(i + 1)) {
                assertThat(Code.read(
                                code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2)))
                        .isEmpty();
            }
        }
    }

    @Test
    void what_is_not_ours_is_no_code() {
        for (var typed : new String[] {"", "LN", "12345", "VB-00001-00001-00", "LN-00000-00000-00-0", "';drop table"}) {
            assertThat(Code.read(typed)).isEmpty();
        }
    }

    @Test
    void codes_do_not_repeat() {
        var codes = new HashSet<String>();
        for (var i = 0; i < 10_000; i++) {
            assertThat(codes.add(Code.random())).isTrue();
        }
    }
}
