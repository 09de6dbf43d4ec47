package org.linli.access.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.access.Acting;
import org.linli.access.DemoAccounts;
import org.linli.access.posting.Postings;
import org.linli.area.UnitCode;
import org.linli.shared.DemoData;
import org.linli.shared.DivisionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people who may sign in first. With a demo: one for every role, all with one password. Without: the three
 * administrators, each with a password of its own that is shown once and must be changed.
 */
@Component
class AccessDemo implements DemoData, DemoAccounts {

    static final String PASSWORD = "Linli-demo-2026";

    private static final int FIRST_YEAR = 2025;

    private record Person(String login, String name, String role, String unit, String area, Optional<String> home) {
        static Person of(String login, String name, String role, String unit, String area) {
            return new Person(login, name, role, unit, area, Optional.empty());
        }
    }

    private static final List<Person> ADMINISTRATORS = List.of(
            Person.of("sysadmin", "李建国", "system-admin", "DG-150203", "150203"),
            Person.of("secadmin", "赵敏", "security-admin", "DG-150203", "150203"),
            Person.of("auditor", "孙丽华", "audit-admin", "DG-150203", "150203"));

    private static final List<Person> STAFF = List.of(
            Person.of("clerk", "王芳", "clerk", "ST-150203001", "150203001"),
            Person.of("clerk2", "张伟", "clerk", "ST-150203001", "150203001"),
            Person.of("clerk3", "乌兰", "clerk", "ST-150203001", "150203001"),
            Person.of("head", "刘玉梅", "station-head", "ST-150203001", "150203001"),
            Person.of("committee", "陈秀英", "committee-clerk", "CO-150203001015", "150203001015"),
            Person.of("dept-mz", "巴特尔", "department-officer", "DEPT-MZ", "150203"),
            Person.of("dept-rs", "杨磊", "department-officer", "DEPT-RS", "150203"),
            Person.of("supervisor", "周志强", "district-supervisor", "DG-150203", "150203"),
            Person.of("privacy", "其其格", "data-officer", "DG-150203", "150203"),
            Person.of("hall", "苏日娜", "hall-clerk", "HALL-150203", "150203"),
            Person.of("agent", "高桂兰", "agent", "AP-001", "150203001015"),
            Person.of("editor", "马晓燕", "catalogue-editor", "DG-150203", "150203"),
            Person.of("grid", "王娟", "grid-worker", "CO-150203001015", "150203001015"),
            Person.of("grid2", "李勇", "grid-worker", "CO-150203001015", "150203001015"),
            Person.of("steward", "白玉兰", "grid-steward", "CO-150203001015", "150203001015"),
            Person.of("gridlead", "赵红梅", "grid-lead", "SO-150203001", "150203001"),
            Person.of("dispatcher", "孙浩", "grid-dispatcher", "SO-150203001", "150203001"),
            Person.of("hotline", "图雅", "hotline-operator", "DG-150203", "150203"),
            Person.of("hotline2", "郭敏", "hotline-operator", "DG-150203", "150203"),
            Person.of("gridadmin", "特木尔", "grid-admin", "DG-150203", "150203"),
            new Person("seconded", "斯琴", "clerk", "ST-150203003", "150203003", Optional.of("DEPT-MZ")));

    private final Accounts accounts;
    private final AccountRows rows;
    private final Passwords passwords;
    private final Postings postings;
    private final Clock clock;
    private final List<DemoAccount> fresh = new ArrayList<>();

    AccessDemo(Accounts accounts, AccountRows rows, Passwords passwords, Postings postings, Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.passwords = passwords;
        this.postings = postings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    @Transactional
    public void load(Size size) {
        if (rows.any()) {
            return;
        }
        switch (size) {
            case NONE -> ADMINISTRATORS.forEach(this::createForReal);
            case SMALL, FULL -> {
                var hash = passwords.hash(PASSWORD);
                STAFF.forEach(person -> createForDemo(person, hash));
                ADMINISTRATORS.forEach(person -> createForDemo(person, hash));
            }
        }
    }

    /** The demo's people whenever it is loaded; the first administrators only in the run that made them. */
    @Override
    public List<DemoAccount> list() {
        if (!fresh.isEmpty()) {
            return List.copyOf(fresh);
        }
        var demo = rows.demoLogins();
        return java.util.stream.Stream.concat(STAFF.stream(), ADMINISTRATORS.stream())
                .filter(person -> demo.contains(person.login()))
                .map(person -> new DemoAccount(person.login(), person.name(), person.role(), PASSWORD))
                .toList();
    }

    private void createForReal(Person person) {
        var password = passwords.random();
        var id = accounts.insert(person.login(), person.login(), null, password, true, false);
        grant(person, id);
        fresh.add(new DemoAccount(person.login(), person.login(), person.role(), password));
    }

    private void createForDemo(Person person, String hash) {
        grant(person, accounts.createForDemo(person.login(), person.name(), hash));
    }

    private void grant(Person person, org.linli.access.AccountId account) {
        var today = LocalDate.now(clock);
        var demoBegins = LocalDate.of(FIRST_YEAR, 1, 1);
        postings.grant(
                Acting.system("first-start"),
                new Postings.Grant(
                        account,
                        person.role(),
                        UnitCode.of(person.unit()),
                        DivisionCode.of(person.area()),
                        person.home().map(UnitCode::of),
                        today.isBefore(demoBegins) ? today : demoBegins,
                        Optional.empty()));
    }
}
