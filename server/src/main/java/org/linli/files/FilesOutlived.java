package org.linli.files;

import java.time.LocalDate;
import java.time.Period;
import org.linli.shared.Names;
import org.linli.shared.RetentionRule;
import org.springframework.stereotype.Component;

/** Files carry their own last day; the rule counts and erases those that have passed it, as the module's own job does. */
@Component
class FilesOutlived implements RetentionRule {

    private final FileRows rows;
    private final StoredFiles files;

    FilesOutlived(FileRows rows, StoredFiles files) {
        this.rows = rows;
        this.files = files;
    }

    @Override
    public String key() {
        return "files.file";
    }

    @Override
    public Names data() {
        return Names.of("附件（照片、扫描件、录音）", "Attachments: photos, scans, recordings");
    }

    @Override
    public Names basis() {
        return Names.of(
                "《个人信息保护法》第十九条、第四十七条；每类附件的期限在存入时确定",
                "PIPL art. 19 and 47; each kind's last day is set when a file is attached");
    }

    @Override
    public Names term() {
        return Names.of("各附件自己的最后一天", "the last day each file carries");
    }

    @Override
    public Period kept() {
        return Period.ZERO;
    }

    @Override
    public Treatment treatment() {
        return Treatment.EMPTY;
    }

    @Override
    public long due(LocalDate before) {
        return rows.countOutlived(before);
    }

    @Override
    public Step apply(LocalDate before, int most, String run) {
        return Step.emptied(files.eraseOutlived());
    }
}
