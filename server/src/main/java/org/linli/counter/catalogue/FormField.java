package org.linli.counter.catalogue;

import java.util.List;
import org.linli.shared.Names;

/**
 * One field of an item's form (申请表字段).
 *
 * @param personal holds personal data beyond the card's, so it is sealed at rest and masked on screens
 */
public record FormField(String code, Names names, Type type, boolean required, boolean personal, List<Choice> choices) {

    /** What may be entered. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MONEY,
        DATE,
        PHONE,
        CHOICE,
        YES_NO
    }

    /** One of the answers of a {@link Type#CHOICE}. */
    public record Choice(String code, Names names) {}

    public FormField {
        choices = List.copyOf(choices);
    }
}
