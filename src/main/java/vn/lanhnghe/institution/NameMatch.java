package vn.lanhnghe.institution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.lanhnghe.shared.Vietnamese;

/**
 * Whether two names mean the same institution, as people write them: with and without accents, abbreviated, with the city at the end or
 * not, with a slip of the key. Another type, place, number or trade makes another institution, however alike the letters.
 */
final class NameMatch {

    /** A name of the register and how like it is, from 0 to 1. */
    record Candidate(String name, double score) {}

    /** From here on two names are taken for the same. */
    static final double SAME = 0.84;

    private static final double TRADE_WEIGHT = 0.6;
    private static final double OTHER_KIND = 0.55;
    private static final int MOST_READINGS = 8;

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z0-9]+");

    /** What abbreviations stand for; more than one reading where trades share them. */
    private static final Map<String, List<String>> SHORT = Map.ofEntries(
            Map.entry("cd", List.of("cao dang")),
            Map.entry("cdn", List.of("cao dang nghe")),
            Map.entry("cdkt", List.of("cao dang ky thuat", "cao dang kinh te")),
            Map.entry("cdsp", List.of("cao dang su pham")),
            Map.entry("cdyt", List.of("cao dang y te")),
            Map.entry("tc", List.of("trung cap")),
            Map.entry("tcn", List.of("trung cap nghe")),
            Map.entry("tccn", List.of("trung cap chuyen nghiep")),
            Map.entry("thn", List.of("trung hoc nghe")),
            Map.entry("tt", List.of("trung tam")),
            Map.entry("ttgdnn", List.of("trung tam giao duc nghe nghiep")),
            Map.entry("ttgdtx", List.of("trung tam giao duc thuong xuyen")),
            Map.entry("gdnn", List.of("giao duc nghe nghiep")),
            Map.entry("gdtx", List.of("giao duc thuong xuyen")),
            Map.entry("ktkt", List.of("kinh te ky thuat")),
            Map.entry("ktcn", List.of("ky thuat cong nghe")),
            Map.entry("ktnv", List.of("ky thuat nghiep vu")),
            Map.entry("kt", List.of("ky thuat", "kinh te")),
            Map.entry("cn", List.of("cong nghe", "cong nghiep")),
            Map.entry("cntt", List.of("cong nghe thong tin")),
            Map.entry("qtkd", List.of("quan tri kinh doanh")),
            Map.entry("qtdn", List.of("quan tri doanh nghiep")),
            Map.entry("dn", List.of("doanh nghiep", "dong nai")),
            Map.entry("dl", List.of("du lich")),
            Map.entry("tm", List.of("thuong mai")),
            Map.entry("gtvt", List.of("giao thong van tai")),
            Map.entry("xd", List.of("xay dung")),
            Map.entry("sp", List.of("su pham")),
            Map.entry("yt", List.of("y te")),
            Map.entry("nn", List.of("nong nghiep", "ngoai ngu")),
            Map.entry("vhnt", List.of("van hoa nghe thuat")),
            Map.entry("bk", List.of("bach khoa")),
            Map.entry("vn", List.of("viet nam")),
            Map.entry("tp", List.of("thanh pho")),
            Map.entry("hcm", List.of("ho chi minh")),
            Map.entry("tphcm", List.of("thanh pho ho chi minh")),
            Map.entry("sg", List.of("sai gon")),
            Map.entry("bd", List.of("binh duong")),
            Map.entry("brvt", List.of("ba ria vung tau")),
            Map.entry("br", List.of("ba ria")),
            Map.entry("vt", List.of("vung tau")),
            Map.entry("tdm", List.of("thu dau mot")),
            Map.entry("ii", List.of("2")),
            Map.entry("iii", List.of("3")),
            Map.entry("iv", List.of("4")));

    /** Words that say what is taught: they tell trades apart, and weigh less than a name of its own. */
    private static final Set<String> TRADES = Set.copyOf(List.of(
            ("ki thuat cong nghe nghiep kinh te thuong mai du lich xai dung kien truc giao thong van tai van hoa su pham nong quan tri"
                            + " doanh thong tin dien tu luc co khi hang hai i duoc nghiep vu giao duc thuong xuien bach khoa")
                    .split(" ")));

    private static final List<String> TYPES =
            List.of("cao dang", "trung cap", "trung hoc nghe", "trung tam", "dai hoc");

    /** Places that tell institutions of one trade apart; the city itself is left out as often as not. */
    private static final List<String> PLACES = List.of(
            "ba ria vung tau",
            "vung tau",
            "binh duong",
            "dong nai",
            "thu dau mot",
            "thu duc",
            "binh thanh",
            "go vap",
            "can tho",
            "long an");

    private static final List<String> CITY = List.of("thanh pho ho chi minh", "ho chi minh");

    /** Said or left out without changing what is meant. */
    private static final Set<String> IDLE = Set.of(
            "truong", "nghe", "va", "tinh", "thanh", "pho", "chuyen", "nghiep", "ban", "cong", "lap", "so", "thuc",
            "hanh");

    /** A name taken apart. */
    private record Parts(
            Set<String> types, Set<String> places, Set<String> numbers, List<String> words, boolean city) {}

    private final Map<String, List<Parts>> register = new HashMap<>();
    private final Map<String, Set<String>> byWord = new HashMap<>();

    private NameMatch() {}

    static NameMatch over(Collection<String> names) {
        var match = new NameMatch();
        for (var name : names) {
            var readings = parts(name);
            match.register.put(name, readings);
            for (var reading : readings) {
                match.keys(reading)
                        .forEach(it -> match.byWord
                                .computeIfAbsent(it, key -> new LinkedHashSet<>())
                                .add(name));
            }
        }
        return match;
    }

    private Set<String> keys(Parts parts) {
        var keys = new HashSet<>(parts.words());
        keys.addAll(parts.places());
        keys.addAll(parts.numbers());
        return keys;
    }

    /** The names of the register most like this one, best first, none that has nothing in common. */
    List<Candidate> best(String name, int most) {
        var readings = parts(name);
        var near = new LinkedHashSet<String>();
        readings.forEach(it -> keys(it).forEach(key -> near.addAll(byWord.getOrDefault(key, Set.of()))));
        return near.stream()
                .map(it -> new Candidate(it, score(readings, register.getOrDefault(it, List.of()))))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::name))
                .limit(most)
                .toList();
    }

    static double score(String a, String b) {
        return score(parts(a), parts(b));
    }

    private static double score(List<Parts> a, List<Parts> b) {
        return a.stream()
                .flatMap(x -> b.stream().map(y -> score(x, y)))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
    }

    private static double score(Parts a, Parts b) {
        var score = likeness(a.words(), b.words());
        if (!a.types().isEmpty() && !b.types().isEmpty() && !a.types().equals(b.types())) {
            score *= OTHER_KIND;
        }
        if (!a.places().equals(b.places())) {
            score *= OTHER_KIND;
        }
        if (!a.numbers().equals(b.numbers())) {
            score *= OTHER_KIND;
        }
        return score;
    }

    /** The share of the words, by weight, that have their match on the other side. */
    private static double likeness(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? 1 : 0;
        }
        var left = new ArrayList<>(b);
        var shared = 0.0;
        for (var word : a) {
            var match = left.stream()
                    .filter(it -> it.equals(word))
                    .findFirst()
                    .or(() -> left.stream().filter(it -> slip(word, it)).findFirst());
            if (match.isPresent()) {
                shared += (weight(word) + weight(match.get())) / 2;
                left.remove(match.get());
            }
        }
        var whole = weigh(a) + weigh(b);
        var own = own(a);
        // "CĐ Cao Thắng": a name of its own stands alone, the trade being left out
        var alone = own.size() > 1 && alike(own, own(b)) && (own.size() == a.size() || own.size() == b.size());
        return Math.max(2 * shared / whole, alone ? 0.9 : 0);
    }

    private static List<String> own(List<String> words) {
        return words.stream().filter(it -> !TRADES.contains(it)).toList();
    }

    private static boolean alike(List<String> a, List<String> b) {
        return a.size() == b.size() && a.stream().allMatch(x -> b.stream().anyMatch(y -> x.equals(y) || slip(x, y)));
    }

    private static double weigh(List<String> words) {
        return words.stream().mapToDouble(NameMatch::weight).sum();
    }

    private static double weight(String word) {
        return TRADES.contains(word) ? TRADE_WEIGHT : 1;
    }

    /** One slip of the key in a word of four letters or more, between words that do not both mean a trade. */
    private static boolean slip(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1
                || Math.max(a.length(), b.length()) < 4
                || TRADES.contains(a) && TRADES.contains(b)) {
            return false;
        }
        var i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        // the first letter is seldom the wrong one, and makes another word
        return i > 0
                && (a.substring(Math.min(i + 1, a.length())).equals(b.substring(Math.min(i + 1, b.length())))
                        || a.substring(Math.min(i + 1, a.length())).equals(b.substring(i))
                        || a.substring(i).equals(b.substring(Math.min(i + 1, b.length())))
                        || i + 1 < a.length()
                                && i + 1 < b.length()
                                && a.charAt(i) == b.charAt(i + 1)
                                && a.charAt(i + 1) == b.charAt(i)
                                && a.substring(i + 2).equals(b.substring(i + 2)));
    }

    /** Every reading of a name. */
    private static List<Parts> parts(String name) {
        return readings(name).stream().map(NameMatch::take).distinct().toList();
    }

    /** Folded, abbreviations written out; the first reading where there are several. */
    static List<String> words(String name) {
        return List.of(readings(name).getFirst().split(" "));
    }

    private static List<String> readings(String name) {
        var text = BRACKETS.matcher(Vietnamese.fold(name)).replaceAll(" ");
        var tokens = BETWEEN.splitAsStream(text.replaceAll("\\bq(?:uan)?\\.?\\s?(\\d+)", "quan $1"))
                .filter(it -> !it.isEmpty())
                .toList();
        var joined = String.join(" ", tokens)
                .replace("kt kt", "ktkt")
                .replace("kt cn", "ktcn")
                .replace("viet han", "viet nam han quoc");
        var readings = List.of("");
        for (var token : joined.split(" ")) {
            var meanings = SHORT.getOrDefault(token, List.of(token));
            readings = readings.stream()
                    .flatMap(so -> meanings.stream().map(it -> so.isEmpty() ? it : so + " " + it))
                    .limit(MOST_READINGS)
                    .toList();
        }
        return readings;
    }

    private static Parts take(String reading) {
        var text = " " + reading + " ";
        var types = new TreeSet<String>();
        for (var type : TYPES) {
            if (text.contains(" " + type + " ")) {
                types.add(type);
                text = text.replace(" " + type + " ", "  ");
            }
        }
        var city = false;
        for (var it : CITY) {
            city |= text.contains(" " + it + " ");
            text = text.replace(" " + it + " ", "  ");
        }
        var places = new TreeSet<String>();
        for (var place : PLACES) {
            if (text.contains(" " + place + " ")) {
                places.add(place);
                text = text.replace(" " + place + " ", "  ");
            }
        }
        var numbers = new TreeSet<String>();
        var words = new ArrayList<String>();
        var kept = text.strip().split(" +");
        for (var i = 0; i < kept.length; i++) {
            var word = kept[i];
            if (word.matches("\\d+")) {
                numbers.add(word);
            } else if (!word.isEmpty()
                    && !(word.equals("quan") && i + 1 < kept.length && kept[i + 1].matches("\\d+"))
                    && !idle(word, kept, i)) {
                words.add(word.replace('y', 'i'));
            }
        }
        if (words.isEmpty() && text.contains(" nghe ")) {
            words.add("nghe");
        }
        return new Parts(types, places, numbers, words, city);
    }

    /** An idle word is idle where it stands for nothing: "nghề" is, "nghệ" in "công nghệ" is not. */
    private static boolean idle(String word, String[] words, int at) {
        var before = at == 0 ? "" : words[at - 1];
        var after = at + 1 < words.length ? words[at + 1] : "";
        return IDLE.contains(word)
                && switch (word) {
                    case "truong" -> at == 0;
                    case "nghe" ->
                        !before.equals("cong")
                                && !before.equals("ky")
                                && !before.equals("ki")
                                && !before.equals("bach")
                                && !after.equals("thuat");
                    case "chuyen" -> after.equals("nghiep");
                    case "nghiep" -> before.equals("chuyen");
                    case "ban", "lap" -> before.equals("cong") || after.equals("cong");
                    case "cong" -> before.equals("ban") || after.equals("lap");
                    case "thanh" -> after.equals("pho");
                    case "pho" -> before.equals("thanh");
                    case "thuc" -> after.equals("hanh");
                    case "hanh" -> before.equals("thuc");
                    case "so" -> after.matches("\\d+");
                    default -> true;
                };
    }
}
