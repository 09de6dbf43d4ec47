package org.linli.counter.paper;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The PDFs of papers, sealed: a certificate holds its owner's full identity number and address. */
@Component
class PaperFileRows {

    static final String CONTEXT = "counter.paper_file.pdf";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PaperFileRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void keep(PaperId id, byte[] pdf) {
        jdbc.sql("insert into counter.paper_file (paper, pdf) values (:paper, :pdf)")
                .param("paper", id.value())
                .param("pdf", cipher.seal(CONTEXT, pdf))
                .update();
    }

    byte[] read(PaperId id) {
        var sealed = jdbc.sql("select pdf from counter.paper_file where paper = :paper")
                .param("paper", id.value())
                .query(String.class)
                .single();
        return cipher.openBytes(CONTEXT, sealed);
    }

    /** SM3 digest in lower-case hexadecimal. */
    static String sm3(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
