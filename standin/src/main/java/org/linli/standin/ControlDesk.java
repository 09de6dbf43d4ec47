package org.linli.standin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where people and tests tell the stand-in what to do. Open to whoever reaches the loopback port. */
final class ControlDesk {

    private final Ledger ledger;
    private final DepartmentDesk departments;
    private final SmsGateway sms;
    private final Answering answering;

    ControlDesk(Ledger ledger, DepartmentDesk departments, SmsGateway sms, Answering answering) {
        this.ledger = ledger;
        this.departments = departments;
        this.sms = sms;
        this.answering = answering;
    }

    void handle(Exchange exchange) throws IOException {
        if (!exchange.method().equals("POST")) {
            exchange.json(405, Map.of("error", "post-only"));
            return;
        }
        var fields = exchange.fields();
        var told = switch (exchange.segments().getLast()) {
            case "answer" -> answer(fields);
            case "again" -> again(fields);
            case "forget" -> forget(fields);
            case "outage" -> outage(fields);
            default -> Map.<String, Object>of("error", "unknown-command");
        };
        if (exchange.isForm()) {
            exchange.seeOther("/");
        } else {
            exchange.json(told.containsKey("error") ? 404 : 200, told);
        }
    }

    private Map<String, Object> answer(Map<String, Object> fields) {
        var application = ledger.findByKey(text(fields, "key"));
        if (application.isEmpty()) {
            return Map.of("error", "unknown-key");
        }
        var status = answering.now(application.get(), text(fields, "kind"), particulars(application.get(), fields));
        return Map.of("acknowledged", status);
    }

    private Map<String, Object> again(Map<String, Object> fields) {
        var application = ledger.findByKey(text(fields, "key"));
        if (application.isEmpty()) {
            return Map.of("error", "unknown-key");
        }
        var sequence = Integer.parseInt(text(fields, "sequence"));
        return Map.of("acknowledged", answering.again(application.get(), sequence));
    }

    private Map<String, Object> forget(Map<String, Object> fields) {
        ledger.forget(text(fields, "key"));
        return Map.of("forgotten", text(fields, "key"));
    }

    private Map<String, Object> outage(Map<String, Object> fields) {
        var on = Boolean.parseBoolean(text(fields, "on"));
        if (text(fields, "of").equals("sms")) {
            sms.outage(on);
        } else {
            departments.outage(on);
        }
        return Map.of("outage", on);
    }

    private static Map<String, Object> particulars(Application application, Map<String, Object> fields) {
        var particulars = new LinkedHashMap<String, Object>();
        var reason = text(fields, "reason");
        switch (text(fields, "kind")) {
            case "SUPPLEMENT" -> particulars.put("items", List.of(reason.split("[;；]")));
            case "SUSPENDED" -> particulars.put("ground", text(fields, "ground"));
            case "RESULT" -> {
                if (text(fields, "outcome").equals("DENIED")) {
                    particulars.put("outcome", "DENIED");
                } else {
                    particulars.putAll(Answering.granted(application));
                }
            }
            default -> {}
        }
        if (!reason.isEmpty()) {
            particulars.put("reason", reason);
        }
        return particulars;
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.getOrDefault(name, ""));
    }
}
