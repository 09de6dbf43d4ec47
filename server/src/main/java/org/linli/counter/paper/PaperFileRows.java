package org.linli.counter.paper;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.linli.privacy.FieldCipher;
import org.linli.privacy.SealedColumns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The PDFs of papers, sealed: a certificate holds its owner's full identity number and address. */
@Component
class PaperFileRows implements SealedColumns {

    private static final String CONTEXT = "counter.paper_file.pdf";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    PaperFileRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void keep(PaperId id, byte[] pdf) {
        jdbc.sql("insert into counter.paper_file (paper, pdf) values (:paper, :pdf)")
                .param("paper", id.value())
                .param("pdf", cipher.seal(CONTEXT, Base64.getEncoder().encodeToString(pdf)))
                .update();
    }

    byte[] read(PaperId id) {
        var sealed = jdbc.sql("select pdf from counter.paper_file where paper = :paper")
                .param("paper", id.value())
                .query(String.class)
                .single();
        return Base64.getDecoder().decode(cipher.open(CONTEXT, sealed));
    }

    @Override
    public String name() {
        return "counter.paper_file";
    }

    @Override
    public int reseal(String keyInUse, UnaryOperator<String> resealed, int limit) {
        var old = jdbc.sql("""
                select paper, pdf from counter.paper_file
                 where not starts_with(pdf, :key) limit :limit for update skip locked
                """)
                .param("key", keyInUse)
                .param("limit", Math.min(limit, 50))
                .query((row, n) -> new Sealed(row.getObject("paper", UUID.class), row.getString("pdf")))
                .list();
        old.forEach(file -> jdbc.sql("update counter.paper_file set pdf = :pdf where paper = :paper")
                .param("paper", file.paper())
                .param("pdf", resealed.apply(CONTEXT + "\n" + file.pdf()))
                .update());
        return old.size();
    }

    /** SM3 digest in lower-case hexadecimal. */
    static String sm3(byte[] bytes) {
        var digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    private record Sealed(UUID paper, String pdf) {}
}
