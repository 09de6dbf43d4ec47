package org.linli.rights.request;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings;
import org.springframework.stereotype.Component;

/** What the desk itself holds about somebody: the requests. */
@Component
class RequestHoldings implements PersonalHoldings {

    private static final List<Kind> KINDS = List.of(new Kind(
            "request",
            Names.of("个人信息权利申请", "Requests about personal data"),
            Names.of(
                    "履行法定义务所必需（《个人信息保护法》第十三条第一款第三项、第五十条）",
                    "needed for statutory obligations (PIPL art. 13(1)(3) and 50)"),
            Names.of("申请和答复随档案保管；副本 90 天后清空", "requests and answers as files; copies 90 days"),
            true));

    private final RequestRows rows;

    RequestHoldings(RequestRows rows) {
        this.rows = rows;
    }

    @Override
    public Names holder() {
        return Names.of("个人信息权利服务", "Data rights desk");
    }

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Holding> of(Subject subject) {
        return subject.documents().isEmpty()
                ? List.of()
                : rows.counted(rows.indexes(List.copyOf(subject.documents()))).stream()
                        .toList();
    }

    @Override
    public List<Line> copy(Subject subject) {
        return about(subject).stream()
                .map(request -> new Line(
                        "request",
                        request.kind().names(),
                        request.caseNumber() + " " + request.wish().words(),
                        request.receivedAt()))
                .toList();
    }

    @Override
    public Set<String> namedInLedgers(Subject subject) {
        return about(subject).stream().map(request -> "request:" + request.id()).collect(Collectors.toSet());
    }

    private List<Request> about(Subject subject) {
        return subject.documents().isEmpty() ? List.of() : rows.about(rows.indexes(List.copyOf(subject.documents())));
    }
}
