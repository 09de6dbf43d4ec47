package org.linli.counter.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.area.UnitCode;
import org.linli.casework.CaseTerms;
import org.linli.casework.Term;
import org.linli.counter.catalogue.ItemFault.Kind;
import org.linli.shared.Names;

/** Reads an item's YAML file into an {@link Item}, naming every fault of form with its line. */
final class ItemReader {

    private static final Pattern CODE = Pattern.compile("\\d{6}-[A-Z]{2}-\\d{3}");
    /** The national catalogue's basic code (基本编码): region 2, type 2, department 2, main item 3, sub-item 3. */
    private static final Pattern BASIC_CODE = Pattern.compile("\\d{12}");

    private ItemReader() {}

    /** Empty when the text is no YAML map at all; otherwise stand-ins take the place of what is faulty. */
    static Optional<Item> read(String file, String text, List<ItemFault> faults) {
        return ItemYaml.map(file, text, faults).map(ItemReader::item);
    }

    private static Item item(ItemYaml yaml) {
        yaml.choice("type", ItemType.class);
        yaml.optionalText("basicCode")
                .filter(code -> !BASIC_CODE.matcher(code).matches())
                .ifPresent(code -> yaml.fault("basicCode", Kind.BASIC_CODE_FORM, code));
        var terms = yaml.map("terms");
        var item = new Item(
                code(yaml),
                yaml.number("version"),
                yaml.names("names"),
                yaml.choice("kind", Item.Kind.class),
                unit(yaml, yaml.text("department"), Kind.DEPARTMENT_UNKNOWN, "department"),
                yaml.choice("seat", Item.Seat.class),
                yaml.names("departmentNames"),
                stations(yaml),
                yaml.text("procedure"),
                yaml.optionalText("dedicatedLine"),
                new HashSet<>(yaml.choices("audiences", Item.Audience.class)),
                yaml.someMaps("materials").stream().map(ItemReader::material).toList(),
                terms.map(ItemReader::terms).orElse(new CaseTerms(Optional.empty(), Optional.empty())),
                terms.map(map -> map.choice("basis", Item.TermsBasis.class)).orElse(Item.TermsBasis.REALISTIC),
                yaml.maps("pauses").stream().map(ItemReader::pause).toList(),
                yaml.flag("instant", false),
                yaml.flag("committable", false),
                yaml.flag("atHall", false),
                yaml.map("fee").map(ItemReader::fee).orElse(new Item.Fee(Optional.empty(), Names.of("?", "?"))),
                yaml.map("result").map(ItemReader::result).orElse(new Item.Result(Names.of("?", "?"), 0)),
                yaml.maps("form").stream().map(ItemReader::field).toList(),
                yaml.map("guide").map(ItemReader::guide).orElse(EMPTY));
        terms.ifPresent(ItemYaml::noMore);
        yaml.noMore();
        return item;
    }

    private static final Guide EMPTY = new Guide(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Type of matter (事项类型) in the national catalogue. */
    private enum ItemType {
        BENEFIT,
        CONFIRMATION,
        OTHER_POWER,
        PUBLIC_SERVICE
    }

    private static String code(ItemYaml yaml) {
        var code = yaml.text("code");
        if (!CODE.matcher(code).matches()) {
            yaml.fault("code", Kind.CODE_FORM, code);
        }
        return code;
    }

    private static UnitCode unit(ItemYaml yaml, String text, Kind fault, String key) {
        try {
            return UnitCode.of(text);
        } catch (IllegalArgumentException e) {
            yaml.fault(key, fault, text);
            return UnitCode.of("UNKNOWN");
        }
    }

    private static Set<UnitCode> stations(ItemYaml yaml) {
        if (yaml.optionalText("stations").filter("all"::equals).isPresent()) {
            return Set.of();
        }
        var stations = new HashSet<UnitCode>();
        yaml.texts("stations").forEach(text -> stations.add(unit(yaml, text, Kind.STATION_UNKNOWN, "stations")));
        return stations;
    }

    private static CaseTerms terms(ItemYaml yaml) {
        return new CaseTerms(
                yaml.map("statutory").map(ItemReader::term),
                yaml.map("promised").map(ItemReader::term));
    }

    private static Term term(ItemYaml yaml) {
        var term = new Term(yaml.number("amount"), yaml.choice("unit", Term.Unit.class));
        yaml.noMore();
        return term;
    }

    private static Material material(ItemYaml yaml) {
        var material = new Material(
                yaml.text("code"),
                yaml.names(),
                yaml.choice("form", Material.Form.class),
                yaml.choice("medium", Material.Medium.class),
                yaml.number("copies"),
                yaml.flag("required", true),
                yaml.flag("mayFollow", false),
                yaml.flag("mayBeCommitted", false),
                yaml.choice("source", Material.Source.class),
                yaml.has("hint") ? Optional.of(yaml.names("hint")) : Optional.empty());
        yaml.noMore();
        return material;
    }

    private static Pause pause(ItemYaml yaml) {
        var pause = new Pause(yaml.choice("reason", PauseReason.class), yaml.names());
        yaml.noMore();
        return pause;
    }

    private static Item.Fee fee(ItemYaml yaml) {
        var fee = new Item.Fee(yaml.has("fen") ? Optional.of(yaml.number("fen")) : Optional.empty(), yaml.names());
        yaml.noMore();
        return fee;
    }

    private static Item.Result result(ItemYaml yaml) {
        var result = new Item.Result(yaml.names(), yaml.number("retentionYears"));
        yaml.noMore();
        return result;
    }

    private static FormField field(ItemYaml yaml) {
        var choices = yaml.has("choices")
                ? yaml.someMaps("choices").stream().map(ItemReader::choice).toList()
                : List.<FormField.Choice>of();
        var field = new FormField(
                yaml.text("code"),
                yaml.names(),
                yaml.choice("type", FormField.Type.class),
                yaml.flag("required", true),
                yaml.flag("personal", false),
                choices);
        if (field.type() == FormField.Type.CHOICE && choices.isEmpty()) {
            yaml.fault("code", Kind.CHOICES_MISSING, field.code());
        }
        yaml.noMore();
        return field;
    }

    private static FormField.Choice choice(ItemYaml yaml) {
        var choice = new FormField.Choice(yaml.text("code"), yaml.names());
        yaml.noMore();
        return choice;
    }

    private static Guide guide(ItemYaml yaml) {
        var guide = new Guide(
                yaml.namesList("conditions", false),
                yaml.namesList("flow", false),
                yaml.namesList("legalBasis", true),
                yaml.someMaps("questions").stream().map(ItemReader::question).toList(),
                yaml.namesList("notes", true));
        yaml.noMore();
        return guide;
    }

    private static Guide.Question question(ItemYaml yaml) {
        var question = new Guide.Question(yaml.names("question"), yaml.names("answer"));
        yaml.noMore();
        return question;
    }
}
