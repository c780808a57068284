package org.fiducial.metrology.protocol;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fiducial.metrology.protocol.Guidance.AfterWork;
import org.fiducial.metrology.protocol.Guidance.WorkingTime;

/** Reads {@code minutes}, {@code after}, {@code affects} and {@code covers} of a protocol. */
final class GuidanceReading {

    private GuidanceReading() {}

    static Guidance of(YamlMapping root) {
        return new Guidance(
                root.optionalMapping("minutes").map(GuidanceReading::minutes),
                root.mappings("after").stream().map(GuidanceReading::after).toList(),
                root.optionalMapping("affects").map(GuidanceReading::affects).orElse(Map.of()));
    }

    static List<MicroscopePart> parts(YamlMapping yaml, String key) {
        return yaml.texts(key).stream()
                .map(word -> EnumWords.require(MicroscopePart.class, word, key, yaml))
                .toList();
    }

    private static WorkingTime minutes(YamlMapping yaml) {
        yaml.allowOnly("person", "instrument");
        int person = yaml.wholeNumber("person");
        int instrument = yaml.wholeNumber("instrument");
        if (person < 1 || instrument < 0) {
            throw yaml.refuse("'person' must be at least 1 and 'instrument' at least 0, in minutes.");
        }
        return new WorkingTime(person, instrument);
    }

    private static AfterWork after(YamlMapping yaml) {
        yaml.allowOnly("work", "parts");
        Work work = EnumWords.require(Work.class, yaml.text("work"), "work", yaml);
        List<MicroscopePart> parts = parts(yaml, "parts");
        if (parts.isEmpty()) {
            throw yaml.refuse("'parts' is empty; say what is worked on, for instance [objective].");
        }
        return new AfterWork(work, parts);
    }

    private static Map<ImageUse, Effect> affects(YamlMapping yaml) {
        Map<ImageUse, Effect> effects = new EnumMap<>(ImageUse.class);
        for (String key : yaml.keys()) {
            effects.put(
                    EnumWords.require(ImageUse.class, key, "affects", yaml),
                    EnumWords.require(Effect.class, yaml.text(key), key, yaml));
        }
        for (ImageUse use : ImageUse.values()) {
            if (!effects.containsKey(use)) {
                throw yaml.refuse(
                        "nothing is said of '" + use.word() + "'; say typically, typically-not or not-assessed.");
            }
        }
        return effects;
    }
}
