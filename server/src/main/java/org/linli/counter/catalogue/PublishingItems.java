package org.linli.counter.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.access.Acting;
import org.linli.access.AuditTrail;
import org.linli.area.Areas;
import org.linli.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishing items: the dry run that names the faults, the new version, withdrawing and restoring. */
@Service
class PublishingItems {

    static final String PUBLISH = "counter.item.publish";

    private final ItemRows rows;
    private final ItemCheck check;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    PublishingItems(
            ItemRows rows, Areas areas, HeldDocuments held, AuditTrail audit, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.check = new ItemCheck(areas, held);
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** What a dry run finds; nothing is written. */
    ItemCheck.Outcome dryRun(Acting by, String code, String source) {
        by.require(PUBLISH);
        return checked(code, source);
    }

    /** @throws Refusal when the text has faults, is another item's, or its version is not the next one */
    @Transactional
    public Item publish(Acting by, String code, String source, @Nullable String note) {
        by.require(PUBLISH);
        var outcome = checked(code, source);
        var item = outcome.item()
                .orElseThrow(() -> Refusal.ofField("source", CatalogueReason.ITEM_HAS_FAULTS, told(outcome.faults())));
        if (!item.code().equals(code)) {
            throw Refusal.ofField("source", CatalogueReason.ITEM_CODE_DIFFERS, item.code(), code);
        }
        store(item, source, by.name(), note);
        audit.note(by, PUBLISH, "counter.item:" + code, Map.of("version", String.valueOf(item.version())));
        return item;
    }

    @Transactional
    public void withdraw(Acting by, String code) {
        by.require(PUBLISH);
        known(code);
        if (!rows.withdraw(code, clock.instant())) {
            throw Refusal.because(CatalogueReason.ITEM_ALREADY_WITHDRAWN, code);
        }
        audit.note(by, "counter.item.withdraw", "counter.item:" + code, Map.of());
    }

    @Transactional
    public void restore(Acting by, String code) {
        by.require(PUBLISH);
        known(code);
        if (!rows.restore(code)) {
            throw Refusal.because(CatalogueReason.ITEM_NOT_WITHDRAWN, code);
        }
        audit.note(by, "counter.item.restore", "counter.item:" + code, Map.of());
    }

    /** Puts a file that comes with the program into the database, in its own transaction. */
    @Transactional
    public void install(Item item, String source) {
        store(item, source, "Linli", null);
    }

    ItemCheck.Outcome checked(String code, String source) {
        return check.check(fileOf(code), source);
    }

    List<String> texts(List<ItemFault> faults) {
        return faults.stream().map(this::text).toList();
    }

    String text(ItemFault fault) {
        var locale = LocaleContextHolder.getLocale();
        return messages.getMessage(fault.kind().key(), fault.arguments().toArray(), locale);
    }

    private String told(List<ItemFault> faults) {
        return faults.stream()
                .map(fault -> fault.file() + ":" + fault.line() + " " + text(fault))
                .collect(Collectors.joining("; "));
    }

    private void store(Item item, String source, String by, @Nullable String note) {
        if (!rows.advance(item.code(), item.version())) {
            var now = rows.current(item.code()).map(ItemRows.Current::version).orElse(0);
            throw Refusal.because(CatalogueReason.ITEM_VERSION_NOT_NEXT, item.version(), now, now + 1);
        }
        rows.add(item, source, Initials.of(item.names().zh()), clock.instant(), by, note);
    }

    private void known(String code) {
        rows.current(code).orElseThrow(() -> Refusal.because(CatalogueReason.ITEM_UNKNOWN, code));
    }

    static String fileOf(String code) {
        return code.replaceFirst("^\\d{6}-", "").toLowerCase(Locale.ROOT) + ".yaml";
    }
}
