package org.linli.registry.sealing;

import java.util.List;
import org.linli.privacy.BlindIndex;
import org.linli.privacy.FieldCipher;
import org.springframework.stereotype.Component;

/** Seals the base's personal values, each kind under its own context, and makes what they are found by. */
@Component
public class Seals {

    static final String NUMBER = "registry.document.number";
    static final String PHONE = "registry.phone.number";
    static final String ADDRESS = "registry.person.registered_address";
    static final String CONTACT = "registry.organisation.phone";

    /** Purposes of the blind indexes. */
    static final String NUMBERS = "registry.document";

    static final String PHONES = "registry.phone";

    private final FieldCipher cipher;
    private final BlindIndex index;

    Seals(FieldCipher cipher, BlindIndex index) {
        this.cipher = cipher;
        this.index = index;
    }

    public String number(String number) {
        return cipher.seal(NUMBER, number);
    }

    public String openNumber(String sealed) {
        return cipher.open(NUMBER, sealed);
    }

    public byte[] numberIndex(String number) {
        return index.of(NUMBERS, number);
    }

    /** What a number may be stored under while keys are rotated, the key in use first. */
    public List<byte[]> numberIndexes(String number) {
        return index.every(NUMBERS, number);
    }

    public String phone(String phone) {
        return cipher.seal(PHONE, phone);
    }

    public String openPhone(String sealed) {
        return cipher.open(PHONE, sealed);
    }

    public byte[] phoneIndex(String phone) {
        return index.of(PHONES, phone);
    }

    public List<byte[]> phoneIndexes(String phone) {
        return index.every(PHONES, phone);
    }

    public String address(String address) {
        return cipher.seal(ADDRESS, address);
    }

    public String openAddress(String sealed) {
        return cipher.open(ADDRESS, sealed);
    }

    /** Phone of whoever answers for an organisation. */
    public String contact(String phone) {
        return cipher.seal(CONTACT, phone);
    }

    public String openContact(String sealed) {
        return cipher.open(CONTACT, sealed);
    }
}
