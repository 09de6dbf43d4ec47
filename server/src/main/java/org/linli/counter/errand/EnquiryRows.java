package org.linli.counter.errand;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.area.UnitCode;
import org.linli.counter.catalogue.Item;
import org.linli.counter.catalogue.Items;
import org.linli.counter.catalogue.Material;
import org.linli.counter.paper.Paper;
import org.linli.counter.paper.PaperId;
import org.linli.counter.paper.Papers;
import org.linli.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of one-time notices: applications that did not become a case. */
@Component
class EnquiryRows {

    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Papers papers;
    private final Items items;
    private final JsonMapper json;

    EnquiryRows(JdbcClient jdbc, Papers papers, Items items, JsonMapper json) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.items = items;
        this.json = json;
    }

    void add(String key, UnitCode station, Item item, Paper notice, List<Material> missing, Instant at) {
        jdbc.sql("""
                insert into counter.enquiry (request_key, station, item_code, paper_id, missing, told_at)
                values (:key, :station, :item, :paper, :missing::jsonb, :at)""")
                .param("key", key)
                .param("station", station.value())
                .param("item", item.code())
                .param("paper", notice.id().value())
                .param(
                        "missing",
                        json.writeValueAsString(
                                missing.stream().map(Material::code).toList()))
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Acceptance> find(String key, String itemCode) {
        return jdbc.sql("select item_code, paper_id, missing from counter.enquiry where request_key = :key")
                .param("key", key)
                .query((row, number) -> {
                    if (!row.getString("item_code").equals(itemCode)) {
                        throw Refusal.because(ErrandReason.REQUEST_REPEATED);
                    }
                    var codes = json.readValue(row.getString("missing"), CODES);
                    return toldBefore(row.getObject("paper_id", UUID.class), itemCode, codes);
                })
                .optional();
    }

    private Acceptance toldBefore(UUID paper, String itemCode, List<String> codes) {
        var item = items.current(itemCode).orElseThrow();
        var missing =
                codes.stream().flatMap(code -> item.material(code).stream()).toList();
        return new Acceptance.ToldOnce(papers.paper(new PaperId(paper)).orElseThrow(), missing);
    }
}
