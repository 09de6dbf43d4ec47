package org.linli.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.linli.shared.Refusal;

/** Looks into documents that are ZIP archives: which kind they are, and that they do not unpack without end. */
final class Archives {

    private static final int MOST_ENTRIES = 5000;
    private static final long MOST_BYTES = 300L << 20;
    private static final long FREE_BYTES = 20L << 20;
    private static final int MOST_RATIO = 100;

    private Archives() {}

    static FileType typeOf(byte[] bytes) {
        var names = names(bytes);
        if (names.stream().anyMatch(name -> name.endsWith("vbaProject.bin"))) {
            throw Refusal.because(FilesReason.TYPE_NOT_TAKEN);
        }
        if (names.contains("OFD.xml")) {
            return FileType.OFD;
        }
        if (names.contains("[Content_Types].xml") && names.contains("word/document.xml")) {
            return FileType.DOCX;
        }
        if (names.contains("[Content_Types].xml") && names.contains("xl/workbook.xml")) {
            return FileType.XLSX;
        }
        throw Refusal.because(FilesReason.TYPE_NOT_TAKEN);
    }

    /** Every entry is unpacked into nowhere, because the sizes that an archive states need not be true. */
    private static Set<String> names(byte[] bytes) {
        var names = new HashSet<String>();
        var unpacked = 0L;
        var buffer = new byte[1 << 16];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                for (var read = zip.read(buffer); read > 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (isTooMuch(unpacked, bytes.length) || names.size() > MOST_ENTRIES) {
                        throw Refusal.because(FilesReason.UNPACKS_TOO_LARGE);
                    }
                }
            }
        } catch (IOException e) {
            throw Refusal.because(FilesReason.BROKEN, "ZIP");
        }
        return names;
    }

    private static boolean isTooMuch(long unpacked, int packed) {
        return unpacked > MOST_BYTES || (unpacked > FREE_BYTES && unpacked > (long) packed * MOST_RATIO);
    }
}
