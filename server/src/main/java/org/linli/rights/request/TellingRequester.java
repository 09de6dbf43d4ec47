package org.linli.rights.request;

import java.util.List;
import java.util.Map;
import org.linli.casework.CaseEffect;
import org.linli.notify.Notices;
import org.linli.notify.Notices.Notice;
import org.linli.notify.Notices.Recipient.ToPhone;
import org.linli.privacy.FieldCipher;
import org.springframework.stereotype.Component;

/** {@code rights-tell}: tells the requester by phone message, when a number was left; never what the data is. */
@Component
class TellingRequester implements CaseEffect {

    private final RequestOfCase requests;
    private final Notices notices;
    private final FieldCipher cipher;

    TellingRequester(RequestOfCase requests, Notices notices, FieldCipher cipher) {
        this.requests = requests;
        this.notices = notices;
        this.cipher = cipher;
    }

    @Override
    public String code() {
        return "rights-tell";
    }

    @Override
    public void run(Happening happening) {
        if (!RequestOfCase.isRequest(happening)) {
            return;
        }
        var request = requests.of(happening);
        request.phone()
                .ifPresent(phone -> notices.send(new Notice(
                        List.of(new ToPhone(cipher.seal("notify.phone", phone))),
                        "notice.rights." + happening.options().getOrDefault("message", ""),
                        Map.of("number", request.caseNumber()),
                        Map.of("kind", request.kind().names()),
                        "request:" + request.id() + ":" + happening.after().event(),
                        "",
                        false)));
    }
}
