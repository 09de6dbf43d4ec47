package org.linli.access;

import java.util.List;
import org.linli.shared.Names;
import org.springframework.stereotype.Component;

/** What administrators may be allowed to do. */
@Component
class AccessWords implements PermissionWords {

    @Override
    public List<Word> words() {
        return List.of(
                word("access.account.read", "查看账号", "See accounts"),
                word("access.account.create", "新建账号", "Create accounts"),
                word("access.account.change", "修改账号", "Change accounts"),
                word("access.account.retire", "停用账号", "Retire accounts"),
                word("access.account.reset", "重置密码", "Reset passwords"),
                word("access.people.read", "查看人员名单", "See who has an account"),
                word("access.factor.reset", "重置动态验证码", "Reset authenticators"),
                word("access.posting.read", "查看岗位", "See postings"),
                word("access.posting.grant", "授予岗位", "Grant postings"),
                word("access.posting.end", "结束岗位", "End postings"),
                word("access.audit.read", "查看审计日志", "Read the audit trail"),
                word("access.audit.verify", "校验审计日志", "Verify the audit trail"));
    }

    private static Word word(String word, String zh, String en) {
        return new Word(word, Names.of(zh, en));
    }
}
