package org.linli.counter.errand;

import java.util.List;
import java.util.Map;
import org.linli.casework.CaseEffect;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient.ToPhone;
import org.linli.privacy.FieldCipher;
import org.springframework.stereotype.Component;

/** {@code notify}: tells the applicant by phone message what happened, when a number was left. */
@Component
class NotifyEffect implements CaseEffect {

    private final ErrandOfCase errands;
    private final Notices notices;
    private final FieldCipher cipher;

    NotifyEffect(ErrandOfCase errands, Notices notices, FieldCipher cipher) {
        this.errands = errands;
        this.notices = notices;
        this.cipher = cipher;
    }

    @Override
    public String code() {
        return "notify";
    }

    @Override
    public void run(Happening happening) {
        if (!ErrandOfCase.isErrand(happening)) {
            return;
        }
        var errand = errands.of(happening);
        var message = happening.options().getOrDefault("message", "");
        errand.applicant()
                .phone()
                .ifPresent(phone -> notices.send(new Notice(
                        List.of(new ToPhone(cipher.seal("notify.phone", phone))),
                        "notice.counter." + message,
                        Map.of("number", errand.caseNumber()),
                        Map.of("item", errand.itemNames()),
                        "errand:" + errand.id().value() + ":"
                                + happening.after().event(),
                        "",
                        false)));
    }
}
