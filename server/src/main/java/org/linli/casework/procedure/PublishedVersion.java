package org.linli.casework.procedure;

import java.time.Instant;

/** A published version with what is known about its publication. */
record PublishedVersion(
        Procedure procedure, String digest, String source, String note, Instant publishedAt, String publishedBy) {}
