package org.linli.registry.sheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks into a workbook before it is read: that it is one, and that it does not unpack without end. Every entry is
 * unpacked into nowhere, because the sizes that an archive states need not be true.
 */
final class XlsxLimits {

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_RATIO = 200;
    private static final long FREE_BYTES = 20L << 20;
    private static final long MOST_BYTES = 6L << 30;
    /** Texts of a workbook are held in memory while it is read. */
    private static final long MOST_TEXT = 192L << 20;

    private static final String TEXTS = "xl/sharedstrings.xml";
    private static final String SHEETS = "xl/worksheets/";
    private static final int OLE2 = 0xD0CF;

    private XlsxLimits() {}

    /** @return what it holds, counted on the way */
    static XlsxParts check(Path file) throws IOException {
        requireArchive(file);
        try (var archive = new ZipFile(file.toFile())) {
            if (archive.size() > MOST_ENTRIES) {
                throw new BrokenSheet(BrokenSheet.Why.UNPACKS_TOO_LARGE);
            }
            if (archive.getEntry("xl/workbook.xml") == null || archive.getEntry("xl/vbaProject.bin") != null) {
                throw new BrokenSheet(BrokenSheet.Why.BROKEN);
            }
            var unpacked = 0L;
            var packed = Files.size(file);
            var rows = new HashMap<String, Long>();
            for (var entries = archive.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                var count = new RowCount();
                unpacked = unpacked(archive, entry, unpacked, packed, count);
                rows.put(XlsxParts.plain("/" + entry.getName()), count.rows());
            }
            return new XlsxParts(rows, XlsxParts.targets(archive));
        } catch (ZipException e) {
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        }
    }

    private static void requireArchive(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length == 4 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) == OLE2) {
                throw new BrokenSheet(BrokenSheet.Why.LOCKED);
            }
            if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
                throw new BrokenSheet(BrokenSheet.Why.BROKEN);
            }
        }
    }

    private static long unpacked(ZipFile archive, ZipEntry entry, long before, long packed, RowCount rows)
            throws IOException {
        var isSheet = entry.getName().toLowerCase(Locale.ROOT).startsWith(SHEETS);
        var most = entry.getName().equalsIgnoreCase(TEXTS) ? MOST_TEXT : MOST_BYTES;
        var total = before;
        var own = 0L;
        var buffer = new byte[1 << 16];
        try (var in = archive.getInputStream(entry)) {
            for (var read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (isSheet) {
                    rows.pass(buffer, read);
                }
                total += read;
                own += read;
                if (own > most || total > MOST_BYTES || total > FREE_BYTES && total > packed * MOST_RATIO) {
                    throw new BrokenSheet(BrokenSheet.Why.UNPACKS_TOO_LARGE);
                }
            }
        } catch (java.io.EOFException | ZipException e) {
            throw new BrokenSheet(BrokenSheet.Why.BROKEN);
        }
        return total;
    }
}
