package org.linli.registry.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * In which of two encodings a text file is. The bytes of commas, quotation marks and line ends mean the same in both, so
 * rows can be told apart before it is known.
 */
final class CsvEncoding {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private Optional<Charset> charset = Optional.empty();

    /** Beginning with a byte order mark, or going on with a file whose encoding is known. */
    void is(String name) {
        charset = Optional.of(Charset.forName(name));
    }

    Optional<String> name() {
        return charset.map(Charset::name);
    }

    /**
     * The text of a row; empty when the row is not in the encoding of the file. The first row that is more than ASCII
     * decides it.
     */
    Optional<String> read(byte[] bytes, int length) {
        if (isAscii(bytes, length)) {
            return Optional.of(new String(bytes, 0, length, StandardCharsets.US_ASCII));
        }
        var asUtf8 = decoded(StandardCharsets.UTF_8, bytes, length);
        if (charset.isEmpty()) {
            charset = Optional.of(asUtf8.isPresent() ? StandardCharsets.UTF_8 : GB18030);
        }
        if (charset.get().equals(StandardCharsets.UTF_8)) {
            return asUtf8;
        }
        return asUtf8.filter(CsvEncoding::hasHan).isPresent() ? Optional.empty() : decoded(GB18030, bytes, length);
    }

    private static boolean isAscii(byte[] bytes, int length) {
        for (var i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Text of GB18030 is next to never valid UTF-8 with characters of three bytes in it. */
    private static boolean hasHan(String text) {
        return text.codePoints().anyMatch(point -> point >= 0x2E80);
    }

    private static Optional<String> decoded(Charset charset, byte[] bytes, int length) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return text.indexOf('\uFFFD') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
