package org.linli.files;

/** Pictures for tests of modules that take them. */
public final class FieldPhotos {

    private FieldPhotos() {}

    public static byte[] picture() {
        return SampleFiles.picture("jpeg", 400, 300);
    }

    public static byte[] another() {
        return SampleFiles.picture("jpeg", 300, 400);
    }
}
