package org.fiducial.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Value;
import org.jspecify.annotations.Nullable;

/** How a channel of an OME-XML document was set, gathered element by element. */
final class ChannelSettings {

    private final String name;
    private final SortedMap<Setting, Value> settings = new TreeMap<>();
    private Value.@Nullable Amount shortest;
    private Value.@Nullable Amount longest;

    ChannelSettings(Map<String, String> channel) {
        this.name = channel.getOrDefault("Name", "");
        OmeAcquisition.text(channel, "AcquisitionMode")
                .ifPresent(mode -> settings.put(
                        Setting.MODE,
                        OmeInstrument.modality(mode)
                                .<Value>map(Value.Word::new)
                                .orElseGet(() -> new Value.Name(mode))));
        OmeAcquisition.text(channel, "ContrastMethod")
                .ifPresent(contrast -> settings.put(Setting.CONTRAST, new Value.Name(contrast)));
        OmeAcquisition.text(channel, "Fluor").ifPresent(dye -> settings.put(Setting.DYE, new Value.Name(dye)));
        number(channel, "ExcitationWavelength", "nm", Setting.EXCITATION);
        number(channel, "EmissionWavelength", "nm", Setting.EMISSION);
        number(channel, "PinholeSize", "µm", Setting.PINHOLE);
    }

    /** What an element inside the channel says. */
    void set(String element, Map<String, String> attributes) {
        if (element.equals("DetectorSettings")) {
            number(attributes, "Gain", "", Setting.GAIN);
            number(attributes, "Voltage", "V", Setting.VOLTAGE);
            number(attributes, "Offset", "", Setting.OFFSET);
            number(attributes, "ReadOutRate", "MHz", Setting.READ_OUT_RATE);
            number(attributes, "Zoom", "", Setting.ZOOM);
            number(attributes, "Integration", "", Setting.AVERAGING);
            OmeAcquisition.text(attributes, "Binning")
                    .map(binning -> binning.toLowerCase(Locale.ROOT))
                    .filter(binning -> binning.matches("[0-9]{1,2}x[0-9]{1,2}"))
                    .ifPresent(binning -> settings.put(Setting.BINNING, new Value.Name(binning.replace("x", " × "))));
        }
        if (element.equals("LightSourceSettings")) {
            number(attributes, "Attenuation", "", Setting.ATTENUATION);
            if (!settings.containsKey(Setting.EXCITATION)) {
                number(attributes, "Wavelength", "nm", Setting.EXCITATION);
            }
        }
    }

    private void number(Map<String, String> attributes, String attribute, String unit, Setting setting) {
        OmeAcquisition.number(attributes, attribute, unit).ifPresent(value -> settings.put(setting, value));
    }

    /** The time one of its planes was exposed. */
    void expose(String time, String unit) {
        Optional<Value.Amount> exposed = OmeAcquisition.Numbers.of(time, unit.isEmpty() ? "s" : unit)
                .filter(each -> each.number().signum() > 0);
        if (exposed.isEmpty()) {
            return;
        }
        Value.Amount one = exposed.get();
        if (shortest == null || (sameUnit(one, shortest) && one.number().compareTo(shortest.number()) < 0)) {
            shortest = one;
        }
        if (longest == null || (sameUnit(one, longest) && one.number().compareTo(longest.number()) > 0)) {
            longest = one;
        }
    }

    private static boolean sameUnit(Value.Amount one, Value.Amount other) {
        return one.unit().equals(other.unit());
    }

    AcquiredImage.Channel channel() {
        Value.Amount from = shortest;
        Value.Amount to = longest;
        if (from != null && to != null) {
            settings.put(
                    Setting.EXPOSURE, from.number().compareTo(to.number()) == 0 ? from : new Value.Range(from, to));
        }
        return new AcquiredImage.Channel(name, settings);
    }
}
