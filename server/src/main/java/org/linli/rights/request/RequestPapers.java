package org.linli.rights.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.linli.access.Acting;
import org.linli.area.Areas;
import org.linli.area.UnitCode;
import org.linli.casework.Cases;
import org.linli.registry.PersonId;
import org.linli.rights.RightsSettings;
import org.linli.rights.holding.Holdings;
import org.linli.rights.paper.PaperKind;
import org.linli.rights.paper.SealedPaperRows;
import org.linli.rights.paper.Sheet;
import org.linli.rights.paper.Sheet.Block;
import org.linli.rights.paper.Sheet.Line;
import org.linli.rights.request.Request.Outcome;
import org.linli.shared.Names;
import org.linli.shared.PersonalHoldings.Subject;
import org.springframework.stereotype.Component;

/** What a request's papers say. */
@Component
class RequestPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final SealedPaperRows papers;
    private final Holdings holdings;
    private final Cases cases;
    private final Areas areas;
    private final RightsSettings settings;
    private final Clock clock;

    RequestPapers(
            SealedPaperRows papers, Holdings holdings, Cases cases, Areas areas, RightsSettings settings, Clock clock) {
        this.papers = papers;
        this.holdings = holdings;
        this.cases = cases;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    void receipt(Acting by, Request request) {
        var due = cases.find(request.caseId()).flatMap(standing -> standing.due());
        var lines = facts(request);
        due.ifPresent(at -> lines.add(new Line(Names.of("答复期限", "To be answered by"), day(at), "")));
        keep(
                by,
                request,
                PaperKind.RECEIPT,
                Names.of("个人信息权利申请收件凭证", "Receipt of a request about personal data"),
                List.of(
                        new Block.Table(lines),
                        new Block.Say("凭办件编号和本人证件号码后四位，可在“查询办理进度”页面查询办理情况。"),
                        new Block.Small(
                                "With the case number and the last four characters of your document you can see how"
                                        + " your request stands."),
                        new Block.Small("法律没有规定具体答复天数（《个人信息保护法》第五十条要求“及时”），以上期限为本区承诺。")));
    }

    void answer(Acting by, Request request, Outcome outcome, String answer) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Table(facts(request)));
        blocks.add(new Block.Heading(Names.of("答复", "Answer")));
        blocks.add(new Block.Say(opening(request.kind(), outcome)));
        if (!answer.isBlank()) {
            blocks.add(new Block.Say((outcome == Outcome.REFUSED ? "理由：" : "说明：") + answer));
        }
        if (outcome == Outcome.REFUSED || outcome == Outcome.BLOCKED) {
            blocks.add(new Block.Heading(Names.of("不服本答复的途径", "If you disagree")));
            blocks.add(new Block.Say("一、可以向" + settings.complaintsTo() + "投诉、举报（《个人信息保护法》第六十五条）。"));
            blocks.add(new Block.Say("二、可以依法向人民法院提起诉讼（《个人信息保护法》第五十条第二款）。"));
            blocks.add(
                    new Block.Small(
                            "You may complain to the department named above (PIPL art. 65) or sue in a people's court (art. 50)."));
        }
        keep(by, request, PaperKind.ANSWER, Names.of("个人信息权利申请答复书", "Answer to a request about personal data"), blocks);
    }

    /** Everything every module holds, value by value. */
    void copy(Acting by, Request request) {
        var subject = new Subject(
                request.person().map(PersonId::value),
                java.util.Set.of(request.subject().document()));
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Table(facts(request)));
        blocks.add(new Block.Say("以下为截至 " + DAY.format(LocalDate.now(clock)) + " 本平台持有的有关该人的个人信息。"));
        for (var held : holdings.copies(subject)) {
            blocks.add(new Block.Heading(held.holder()));
            for (var kind : held.kinds()) {
                blocks.add(new Block.Say(kind.names().zh() + "  " + kind.names().en()));
                blocks.add(new Block.Small(
                        "法律依据：" + kind.basis().zh() + "；保存期限：" + kind.kept().zh()));
                blocks.add(new Block.Table(held.lines().stream()
                        .filter(line -> line.kind().equals(kind.code()))
                        .map(line -> new Line(line.field(), line.value(), day(line.since())))
                        .toList()));
            }
        }
        keep(by, request, PaperKind.COPY, Names.of("个人信息副本", "Copy of personal data"), blocks);
    }

    private static String opening(RequestKind kind, Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> "经审核，您提出的“" + kind.names().zh() + "”申请符合《个人信息保护法》" + kind.article() + "规定，予以同意。";
            case BLOCKED -> "经审核，法律、行政法规规定的保存期限未届满，现停止除存储和采取必要的安全保护措施之外的处理（《个人信息保护法》第四十七条第二款）。";
            case REFUSED -> "经审核，您提出的“" + kind.names().zh() + "”申请不予同意。";
            case WITHDRAWN -> "申请已由申请人撤回。";
        };
    }

    private ArrayList<Line> facts(Request request) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(Names.of("申请事项", "Request"), request.kind().names().zh(), ""));
        lines.add(new Line(Names.of("申请人", "Requester"), request.requester().name(), ""));
        lines.add(new Line(
                Names.of("申请人证件", "Document"),
                RequestView.masked(request.requester().document()),
                ""));
        if (request.askedBy() != AskedBy.SELF) {
            lines.add(
                    new Line(Names.of("信息主体", "Data subject"), request.subject().name(), ""));
            lines.add(new Line(
                    Names.of("与信息主体关系", "Acts as"),
                    switch (request.askedBy()) {
                        case SELF -> "本人";
                        case GUARDIAN -> "监护人";
                        case RELATIVE -> "已故人员的近亲属";
                        case AUTHORISED -> "受托人";
                    },
                    ""));
        }
        lines.add(new Line(Names.of("办件编号", "Case number"), request.caseNumber(), ""));
        lines.add(new Line(Names.of("收件日期", "Received on"), day(request.receivedAt()), ""));
        lines.add(new Line(Names.of("收件单位", "Received at"), unit(request.station()), ""));
        return lines;
    }

    private void keep(Acting by, Request request, PaperKind kind, Names title, List<Block> blocks) {
        var now = clock.instant();
        var watermark = request.caseNumber() + "　" + unit(by.unit()) + "　" + day(now);
        var sheet = new Sheet(title, unit(request.station()), request.caseNumber(), watermark, blocks);
        papers.keep(request.id(), kind, sheet.draw(), by.name(), now);
    }

    private String unit(UnitCode code) {
        return areas.unit(code).map(unit -> unit.names().zh()).orElse(code.value());
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(clock.getZone()));
    }
}
