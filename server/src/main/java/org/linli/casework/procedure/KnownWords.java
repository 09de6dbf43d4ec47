package org.linli.casework.procedure;

/** The words a procedure may use that others define. */
public interface KnownWords {

    /** Anything goes: for versions published earlier, whose words were checked then. */
    KnownWords ANY = new KnownWords() {

        @Override
        public boolean isRole(String word) {
            return true;
        }

        @Override
        public boolean isEffect(String word) {
            return true;
        }
    };

    /** Whether postings can have this role. */
    boolean isRole(String word);

    /** Whether there is an effect of this code. */
    boolean isEffect(String word);
}
