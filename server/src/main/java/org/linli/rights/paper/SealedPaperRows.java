package org.linli.rights.paper;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.privacy.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers of requests, sealed at rest: a copy holds everything that is held. */
@Component
public class SealedPaperRows {

    static final String PDF = "rights.paper.pdf";

    private static final String OLD = "kind = 'COPY' and made_at < :before and pdf_sealed is not null";

    /** A paper; without its content once that was emptied. */
    public record Stored(Optional<byte[]> pdf, Instant madeAt) {}

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SealedPaperRows(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Keeps a paper in place of an earlier one of its kind. */
    public void keep(UUID request, PaperKind kind, byte[] pdf, String madeBy, Instant at) {
        jdbc.sql("""
                insert into rights.paper (request_id, kind, pdf_sealed, made_at, made_by)
                values (:request, :kind, :pdf, :at, :by)
                on conflict (request_id, kind) do update
                  set pdf_sealed = excluded.pdf_sealed, made_at = excluded.made_at, made_by = excluded.made_by""")
                .param("request", request)
                .param("kind", kind.name())
                .param("pdf", cipher.seal(PDF, Base64.getEncoder().encodeToString(pdf)))
                .param("at", Timestamp.from(at))
                .param("by", madeBy)
                .update();
    }

    public Optional<Stored> find(UUID request, PaperKind kind) {
        return jdbc.sql("select pdf_sealed, made_at from rights.paper where request_id = :request and kind = :kind")
                .param("request", request)
                .param("kind", kind.name())
                .query((row, number) -> new Stored(
                        Optional.ofNullable(row.getString("pdf_sealed"))
                                .map(text -> Base64.getDecoder().decode(cipher.open(PDF, text))),
                        row.getTimestamp("made_at").toInstant()))
                .optional();
    }

    /** Those that can still be opened. */
    public List<PaperKind> of(UUID request) {
        return jdbc.sql("""
                select kind from rights.paper where request_id = :request and pdf_sealed is not null order by made_at""").param("request", request).query(String.class).list().stream()
                .map(PaperKind::valueOf)
                .toList();
    }

    long oldCopies(LocalDate before) {
        return jdbc.sql("select count(*) from rights.paper where " + OLD)
                .param("before", before)
                .query(Long.class)
                .single();
    }

    int emptyCopies(LocalDate before, int most) {
        return jdbc.sql("""
                update rights.paper set pdf_sealed = null where (request_id, kind) in (
                  select request_id, kind from rights.paper where %s limit :most)""".formatted(OLD))
                .param("before", before)
                .param("most", most)
                .update();
    }
}
