package org.linli.access.account;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password and authenticator. */
@RestController
@RequestMapping("/api/access")
class OwnAccountController {

    record ChangePasswordForm(
            @NotBlank @Size(max = 200) String present,
            @NotBlank @Size(max = 200) String wanted) {}

    record PasswordForm(@NotBlank @Size(max = 200) String password) {}

    record CodeForm(@NotBlank @Size(max = 12) String code) {}

    /**
     * What an authenticator is fed with.
     *
     * @param image the address as a QR code, as a data address of an SVG
     */
    record SecondFactorView(String secret, String address, String image) {}

    private final OwnAccount own;

    OwnAccountController(OwnAccount own) {
        this.own = own;
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@Valid @RequestBody ChangePasswordForm form, CurrentSession session) {
        own.changePassword(session, form.present(), form.wanted());
    }

    @PostMapping("/totp")
    SecondFactorView startSecondFactor(@Valid @RequestBody PasswordForm form, CurrentSession session) {
        var secret = own.startSecondFactor(session, form.password());
        var address = "otpauth://totp/Linli:" + session.login() + "?secret=" + secret + "&issuer=Linli";
        return new SecondFactorView(secret, address, QrImage.of(address));
    }

    @PostMapping("/totp/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmSecondFactor(@Valid @RequestBody CodeForm form, CurrentSession session) {
        own.confirmSecondFactor(session, form.code());
    }

    @PostMapping("/totp/remove")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSecondFactor(@Valid @RequestBody PasswordForm form, CurrentSession session) {
        own.removeSecondFactor(session, form.password());
    }
}
