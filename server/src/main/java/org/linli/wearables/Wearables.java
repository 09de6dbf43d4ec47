package org.linli.wearables;

import java.util.List;
import java.util.UUID;
import org.linli.access.Acting;
import org.linli.shared.DivisionCode;
import org.linli.shared.Refusal;

/** Registers devices, hands them out, and keeps what their wearers agreed to. */
public interface Wearables {

    /**
     * A device that somebody wears.
     *
     * @param openAlarms how many of its alarms nobody has closed
     */
    record Worn(int id, String number, int openAlarms) {}

    /** What somebody wears; whoever shows it has looked at the person before. */
    List<Worn> wornBy(UUID person);

    /**
     * Takes a device into the stock of an area.
     *
     * @param number what it calls itself on the line, 10 to 15 digits
     * @throws Refusal for a number that is none, or that another device has
     */
    int register(Acting by, String number, String model, DivisionCode division);

    /** Hands a device to somebody; the consent of whoever wore it before ends, and what was known of them is forgotten. */
    void handOut(Acting by, int id, UUID wearer, DivisionCode division);

    /**
     * Notes a separate consent (单独同意, PIPL art. 29) of the wearer.
     *
     * @param basis how it was given, such as signed on paper
     */
    void consent(Acting by, int id, ConsentKind kind, String basis);
}
