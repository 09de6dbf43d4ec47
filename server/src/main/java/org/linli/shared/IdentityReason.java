package org.linli.shared;

/** Why an identity number, a document number or a unified social credit code is not taken. */
public enum IdentityReason implements Refusal.Reason {
    ID_NUMBER_MISSING,
    ID_NUMBER_LENGTH,
    ID_NUMBER_CHARACTERS,
    ID_NUMBER_BIRTH,
    ID_NUMBER_BIRTH_IN_FUTURE,
    ID_NUMBER_CHECKSUM,
    DOCUMENT_NUMBER_MISSING,
    DOCUMENT_NUMBER_FORM,
    USCC_LENGTH,
    USCC_CHARACTERS,
    USCC_CHECKSUM;

    @Override
    public String module() {
        return "shared";
    }

    @Override
    public Refusal.Kind kind() {
        return Refusal.Kind.INVALID;
    }
}
