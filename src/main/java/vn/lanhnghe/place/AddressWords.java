package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/**
 * The units an address names, in the order it names them: {@code "416 Đường số 10, P9 Gò Vấp"} names {@code phuong 9} and
 * {@code go vap}. House numbers and streets name none, even where a street bears a ward's name.
 */
final class AddressWords {

    /** A name found in an address and whether its kind was written with it; without that it may be either. */
    record Named(String name, @Nullable Boolean district) {}

    private static final Pattern PROVINCE = Pattern.compile(
            "\\b((tinh|tp|thanh pho)[ .]*)?(ba ria *[-–]? *vung tau|brvt|br *- *vt)\\b|\\btinh binh duong\\b|\\b(tp|thanh pho)?[ .]*(hcm|hcmc|ho chi minh)\\b|\\btphcm\\b|\\b(viet nam|vietnam)\\b");
    private static final Pattern PARTS = Pattern.compile("[,()\\n]| [-–—] ");
    private static final Pattern DOTS = Pattern.compile("[.\\s]+");
    private static final Pattern WARD_NUMBER = Pattern.compile("\\b(?:p|f|ph|phuong) *0*([1-9][0-9]?)\\b");
    private static final Pattern DISTRICT_NUMBER = Pattern.compile("\\b(?:q|quan) *0*([1-9][0-9]?)\\b");
    private static final Pattern STREET = Pattern.compile(
            "^([0-9]|so |lo |duong |hem |ngo |khu |ap |kp|kcn|kdc|kdt|kcx|ql|quoc lo |toa |tang |lau |cvpm|cong vien ).*");
    private static final Pattern NUMBERED_STREET = Pattern.compile("^.*\\bduong (so )?[0-9]+[a-z]? ");
    private static final Set<String> WARD_KINDS = Set.of("phuong", "p", "xa", "x", "thi tran", "tt", "dac khu");
    private static final Set<String> DISTRICT_KINDS =
            Set.of("quan", "q", "huyen", "h", "thanh pho", "tp", "thi xa", "tx");
    private static final int LONGEST_NAME = 5;

    private final Set<String> wards;
    private final Set<String> districts;

    /** Folded names without their kind, save numbers. */
    AddressWords(Set<String> wards, Set<String> districts) {
        this.wards = wards;
        this.districts = districts;
    }

    List<Named> read(String address) {
        var folded = PROVINCE.matcher(Vietnamese.fold(address)).replaceAll(" ");
        var named = new ArrayList<Named>();
        for (var part : PARTS.split(folded)) {
            part(part, named);
        }
        return named;
    }

    private void part(String written, List<Named> named) {
        var text = DOTS.matcher(written).replaceAll(" ").strip();
        text = WARD_NUMBER.matcher(text).replaceAll("phuong $1");
        text = DISTRICT_NUMBER.matcher(text).replaceAll("quan $1").replaceAll("\\btdm\\b", "thu dau mot");
        if (text.isEmpty()) {
            return;
        }
        var words = List.of(text.split(" "));
        var run = new ArrayList<String>();
        var first = true;
        for (var i = 0; i < words.size(); ) {
            var taken = kinded(words, i, named, run, first);
            if (taken > 0) {
                first = false;
                i += taken;
            } else {
                run.add(words.get(i++));
            }
        }
        run(run, first, named);
    }

    /** How many words from here are a kind and a name of that kind; what ran before them is read first. */
    private int kinded(List<String> words, int from, List<Named> named, List<String> run, boolean first) {
        for (var length = Math.min(words.size() - from, LONGEST_NAME + 2); length >= 2; length--) {
            for (var cut = 1; cut <= Math.min(2, length - 1); cut++) {
                var kind = String.join(" ", words.subList(from, from + cut));
                var name = String.join(" ", words.subList(from + cut, from + length));
                var all = kind + " " + name;
                if (WARD_KINDS.contains(kind) && (wards.contains(name) || wards.contains(all))) {
                    run(run, first, named);
                    named.add(new Named(wards.contains(all) ? all : name, false));
                    return length;
                }
                if (DISTRICT_KINDS.contains(kind) && (districts.contains(name) || districts.contains(all))) {
                    run(run, first, named);
                    named.add(new Named(districts.contains(all) ? all : name, true));
                    return length;
                }
            }
        }
        return 0;
    }

    /** Words without a kind: a name, or a ward's name and a district's, or nothing known. */
    private void run(List<String> words, boolean first, List<Named> named) {
        var text = String.join(" ", words);
        words.clear();
        if (first && STREET.matcher(text + " ").matches()) {
            var after = NUMBERED_STREET.matcher(text + " ").replaceFirst("").strip();
            if (after.equals(text)) {
                return;
            }
            text = after;
        }
        if (wards.contains(text) || districts.contains(text)) {
            named.add(new Named(text, null));
            return;
        }
        for (var cut = text.indexOf(' '); cut > 0; cut = text.indexOf(' ', cut + 1)) {
            if (wards.contains(text.substring(0, cut)) && districts.contains(text.substring(cut + 1))) {
                named.add(new Named(text.substring(0, cut), false));
                named.add(new Named(text.substring(cut + 1), true));
                return;
            }
        }
    }
}
