package org.linli.access.posting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.access.AccountId;
import org.linli.access.Acting;
import org.linli.access.PermissionWords;
import org.linli.access.PostingId;
import org.linli.area.Unit;
import org.linli.area.UnitCode;
import org.linli.shared.DivisionCode;
import org.linli.shared.Names;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Postings, for the security administrator; roles, for every screen that names them. */
@RestController
@RequestMapping("/api/access")
class PostingController {

    private static final String UNIT = "[A-Z0-9][A-Z0-9-]{1,39}";

    record GrantPostingForm(
            @NotNull UUID account,
            @NotBlank String role,

            @NotNull @Pattern(regexp = UNIT, message = "{access.unit.form}")
            String unit,

            @NotNull @Pattern(regexp = "\\d{6}(\\d{3}){0,3}", message = "{access.area.form}")
            String area,

            @Nullable @Pattern(regexp = UNIT, message = "{access.unit.form}")
            String homeUnit,

            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record GrantedPostingView(UUID id) {}

    record RoleView(String key, Names names, boolean administrator, Set<Unit.Kind> units, Set<String> words) {}

    private final Postings postings;
    private final PostingViews views;
    private final Roles roles;

    PostingController(Postings postings, PostingViews views, Roles roles) {
        this.postings = postings;
        this.views = views;
        this.roles = roles;
    }

    @GetMapping("/accounts/{account}/postings")
    List<PostingView> postingsOfAccount(Acting by, @PathVariable UUID account) {
        if (!by.may("access.account.read")) {
            by.require("access.posting.read");
        }
        return postings.allOf(new AccountId(account)).stream().map(views::of).toList();
    }

    @PostMapping("/postings")
    @ResponseStatus(HttpStatus.CREATED)
    GrantedPostingView grantPosting(Acting by, @Valid @RequestBody GrantPostingForm form) {
        var id = postings.grant(
                by,
                new Postings.Grant(
                        new AccountId(form.account()),
                        form.role(),
                        UnitCode.of(form.unit()),
                        DivisionCode.of(form.area()),
                        Optional.ofNullable(form.homeUnit()).map(UnitCode::of),
                        form.from(),
                        Optional.ofNullable(form.to())));
        return new GrantedPostingView(id.value());
    }

    @PostMapping("/postings/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endPosting(Acting by, @PathVariable UUID id) {
        postings.end(by, new PostingId(id));
    }

    @GetMapping("/roles")
    List<RoleView> listRoles() {
        return roles.all().stream()
                .map(role -> new RoleView(
                        role.key(), role.names(), role.administrator(), role.units(), new TreeSet<>(role.words())))
                .toList();
    }

    @GetMapping("/permission-words")
    List<PermissionWords.Word> listPermissionWords() {
        return roles.words();
    }
}
