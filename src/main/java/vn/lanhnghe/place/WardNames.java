package vn.lanhnghe.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lanhnghe.shared.Vietnamese;

/** Finds wards by code or by name as people write it: with or without the kind, oà or òa, and without marks where that is clear. */
final class WardNames {

    private static final Pattern KIND = Pattern.compile("^(phuong|p|xa|x|dac khu)[ .]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}0-9]+");

    private final Map<String, Ward> byCode = new LinkedHashMap<>();
    private final Map<String, List<Ward>> bySound = new LinkedHashMap<>();
    private final Map<String, List<Ward>> byFold = new LinkedHashMap<>();

    WardNames(List<Ward> wards) {
        for (var ward : wards) {
            byCode.put(ward.code(), ward);
            bySound.computeIfAbsent(sound(ward.name()), it -> new ArrayList<>()).add(ward);
            byFold.computeIfAbsent(bare(ward.name()), it -> new ArrayList<>()).add(ward);
        }
    }

    @Nullable
    Ward get(String code) {
        return byCode.get(code);
    }

    /** All it may mean; more than one only where marks are missing that tell them apart. */
    List<Ward> find(String name) {
        return bySound.getOrDefault(sound(name), byFold.getOrDefault(bare(name), List.of()));
    }

    List<Ward> findFolded(String bare) {
        return byFold.getOrDefault(bare, List.of());
    }

    /** Folded and without its kind: {@code "Phường Bến Nghé"} becomes {@code "ben nghe"}. */
    static String bare(String name) {
        return BETWEEN_WORDS
                .matcher(KIND.matcher(Vietnamese.fold(name)).replaceFirst(""))
                .replaceAll(" ")
                .strip();
    }

    /** Letters with their tones told apart from the letter they stand on, so that hoà and hòa are the same. */
    private static String sound(String name) {
        var words = BETWEEN_WORDS.matcher(Vietnamese.tidy(name)).replaceAll(" ").strip();
        var all = words.split(" ");
        var without = all.length - bare(name).split(" ").length;
        return Vietnamese.wordKey(String.join(" ", List.of(all).subList(Math.max(0, without), all.length)));
    }
}
