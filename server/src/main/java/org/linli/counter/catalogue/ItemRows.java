package org.linli.counter.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items and their versions; a version's text is written once. */
@Repository
class ItemRows {

    private final JdbcClient jdbc;

    ItemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is in force of one item. */
    record Current(String code, int version, boolean withdrawn) {}

    /** One version as it was published. */
    record Published(
            String code,
            int version,
            String source,
            Instant publishedAt,
            String publishedBy,
            @Nullable String note) {}

    List<Current> current() {
        return jdbc.sql("""
                        select code, version, withdrawn_at is not null as withdrawn from counter.item order by code
                        """).query(Current.class).list();
    }

    Optional<Current> current(String code) {
        return jdbc.sql("""
                        select code, version, withdrawn_at is not null as withdrawn
                        from counter.item where code = :code
                        """).param("code", code).query(Current.class).optional();
    }

    Optional<String> source(String code, int version) {
        return jdbc.sql("select source from counter.item_version where code = :code and version = :version")
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** Every text in force in one read, for filling the memory at the first use. */
    List<Published> sources() {
        return jdbc.sql("""
                        select v.code, v.version, v.source, v.published_at, v.published_by, v.note
                        from counter.item_version v
                        join counter.item i on i.code = v.code and i.version = v.version
                        """).query(Published.class).list();
    }

    List<Published> versions(String code) {
        return jdbc.sql("""
                        select code, version, '' as source, published_at, published_by, note
                        from counter.item_version where code = :code order by version desc
                        """).param("code", code).query(Published.class).list();
    }

    /** Code to pinyin initials of the versions in force. */
    List<Initial> initials() {
        return jdbc.sql("""
                        select v.code, v.initials from counter.item_version v
                        join counter.item i on i.code = v.code and i.version = v.version
                        """).query(Initial.class).list();
    }

    record Initial(String code, String initials) {}

    /** False when the item is not at the version before, so that two editors cannot both publish. */
    boolean advance(String code, int version) {
        return jdbc.sql("""
                        insert into counter.item (code, version) values (:code, :version)
                        on conflict (code) do update set version = excluded.version, withdrawn_at = null
                        where counter.item.version = excluded.version - 1
                        """).param("code", code).param("version", version).update() == 1;
    }

    void add(Item item, String source, String initials, Instant at, String by, @Nullable String note) {
        jdbc.sql("""
                        insert into counter.item_version
                          (code, version, name_zh, name_en, initials, source, published_at, published_by, note)
                        values (:code, :version, :zh, :en, :initials, :source, :at, :by, :note)
                        """)
                .param("code", item.code())
                .param("version", item.version())
                .param("zh", item.names().zh())
                .param("en", item.names().en())
                .param("initials", initials)
                .param("source", source)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("note", note)
                .update();
    }

    boolean withdraw(String code, Instant at) {
        return jdbc.sql("""
                        update counter.item set withdrawn_at = :at where code = :code and withdrawn_at is null
                        """)
                        .param("code", code)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean restore(String code) {
        return jdbc.sql("""
                        update counter.item set withdrawn_at = null
                        where code = :code and withdrawn_at is not null
                        """).param("code", code).update() == 1;
    }
}
