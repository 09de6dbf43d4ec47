package org.linli.access;

/** Encryption of the few personal fields of accounts. Privacy provides it, because it stands above access. */
public interface PersonalSeal {

    /** @param context what the field is, such as {@code access.account.name} */
    String seal(String context, String plain);

    String open(String context, String sealed);
}
