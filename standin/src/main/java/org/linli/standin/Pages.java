package org.linli.standin;

import java.util.stream.Collectors;

/** The pages people answer by hand on. */
final class Pages {

    private static final String NOTE =
            "这是演示和测试用的<b>替身</b>，不是任何部门的真实系统。This is a <b>stand-in</b> for demonstrations and tests, not a real department.";

    private Pages() {}

    static String departments(Ledger ledger, boolean outage) {
        var rows = ledger.all().stream().map(Pages::row).collect(Collectors.joining());
        return page("部门系统替身 · Department stand-in", """
                <p>线路状态 Line: <b>%s</b>
                <form method="post" action="/control/outage"><input type="hidden" name="on" value="%s">
                <button>%s</button></form></p>
                <table><caption>收到的申请 Applications received (%d)</caption>
                <thead><tr><th>线路 Line</th><th>部门编号 Number</th><th>办件编号 Case</th><th>事项 Item</th>
                <th>状态 State</th><th>送达次数 Deliveries</th><th>答复 Answer</th></tr></thead>
                <tbody>%s</tbody></table>
                <p><a href="/sms">短信网关替身 SMS gateway stand-in</a></p>""".formatted(
                        outage ? "中断 down" : "正常 up",
                        !outage,
                        outage ? "恢复线路 Restore" : "模拟中断 Simulate an outage",
                        ledger.all().size(),
                        rows));
    }

    static String messages(SmsGateway sms) {
        var rows = sms.sent().stream()
                .map(message -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(escaped(message.at()), escaped(message.phone()), escaped(message.text())))
                .collect(Collectors.joining());
        return page("短信网关替身 · SMS gateway stand-in", """
                <table><caption>收到的短信 Messages received (%d)</caption>
                <thead><tr><th>时间 Time</th><th>号码 Phone</th><th>内容 Text</th></tr></thead><tbody>%s</tbody></table>
                <p><a href="/">部门系统替身 Department stand-in</a></p>""".formatted(sms.sent().size(), rows));
    }

    private static String row(Application application) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td></tr>"
                .formatted(
                        escaped(application.line),
                        escaped(application.departmentNumber),
                        escaped(application.caseNumber()),
                        escaped(application.itemName()),
                        escaped(application.state),
                        application.deliveries,
                        form(application));
    }

    private static String form(Application application) {
        return """
                <form method="post" action="/control/answer"><input type="hidden" name="key" value="%s">
                <label>答复 <select name="kind"><option value="ACCEPTED">受理 Accepted</option>
                <option value="SUPPLEMENT">补正 Supplement</option><option value="SUSPENDED">特别程序 Suspended</option>
                <option value="RESUMED">恢复 Resumed</option><option value="RESULT" selected>结果 Result</option>
                </select></label>
                <label>结果 <select name="outcome"><option value="GRANTED">准予 Granted</option>
                <option value="DENIED">不予 Denied</option></select></label>
                <input type="hidden" name="ground" value="APPRAISAL">
                <label>理由 <input name="reason" size="24"></label> <button>答复 Answer</button></form>""".formatted(escaped(application.key));
    }

    private static String page(String title, String content) {
        return """
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title>
                <style>body{font:16px/1.5 sans-serif;margin:2rem}table{border-collapse:collapse}
                td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left}form{display:inline}
                .note{background:#fff3cd;padding:.5rem 1rem;border:1px solid #b58900}</style></head>
                <body><main><h1>%s</h1><p class="note">%s</p>%s</main></body></html>""".formatted(title, title, NOTE, content);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
