package org.linli.access.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. */
@RestController
@RequestMapping("/api/access/accounts")
class AccountController {

    private static final String PHONE = "|\\+?[0-9 -]{5,20}";

    record CreateAccountForm(
            @NotBlank @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}", message = "{access.login.form}")
            String login,

            @NotBlank @Size(max = 60) String name,

            @Nullable @Pattern(regexp = PHONE, message = "{access.phone.form}")
            String phone) {}

    record ChangeAccountForm(
            @NotBlank @Size(max = 60) String name,

            @Nullable @Pattern(regexp = PHONE, message = "{access.phone.form}")
            String phone,

            int revision) {}

    record RetireAccountForm(@NotBlank @Size(max = 200) String why) {}

    /** A password to be handed over once; it must be changed at the first sign-in. */
    record FirstPasswordView(UUID account, String password) {}

    private final Accounts accounts;
    private final AccountQueries queries;

    AccountController(Accounts accounts, AccountQueries queries) {
        this.accounts = accounts;
        this.queries = queries;
    }

    @GetMapping
    Page<AccountQueries.AccountView> listAccounts(
            Acting by, @RequestParam(defaultValue = "") String login, @RequestParam Optional<String> after) {
        return queries.page(by, login, after);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FirstPasswordView createAccount(Acting by, @Valid @RequestBody CreateAccountForm form) {
        return view(accounts.create(by, form.login(), form.name(), form.phone()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeAccount(Acting by, @PathVariable UUID id, @Valid @RequestBody ChangeAccountForm form) {
        accounts.change(by, new AccountId(id), form.name(), form.phone(), form.revision());
    }

    @PostMapping("/{id}/password")
    FirstPasswordView resetPassword(Acting by, @PathVariable UUID id) {
        return view(accounts.resetPassword(by, new AccountId(id)));
    }

    @PostMapping("/{id}/totp-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Acting by, @PathVariable UUID id) {
        accounts.resetSecondFactor(by, new AccountId(id));
    }

    @PostMapping("/{id}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlockAccount(Acting by, @PathVariable UUID id) {
        accounts.unlock(by, new AccountId(id));
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireAccount(Acting by, @PathVariable UUID id, @Valid @RequestBody RetireAccountForm form) {
        accounts.retire(by, new AccountId(id), form.why());
    }

    private static FirstPasswordView view(Accounts.FirstPassword first) {
        return new FirstPasswordView(first.account().value(), first.password());
    }
}
