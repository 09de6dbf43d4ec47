package org.linli.counter.hall;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.linli.access.Acting;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clerk's own window. */
@RestController
@RequestMapping("/api/counter/windows")
class WindowController {

    private final WorkingWindows windows;

    WindowController(WorkingWindows windows) {
        this.windows = windows;
    }

    record PauseForm(@NotBlank @Size(max = 60) String note) {}

    @PostMapping("/{number}/open")
    void openWindow(Acting acting, @PathVariable int number) {
        windows.open(acting, number);
    }

    @PostMapping("/mine/pause")
    void pauseWindow(Acting acting, @RequestBody @Valid PauseForm form) {
        windows.pause(acting, form.note());
    }

    @PostMapping("/mine/close")
    void closeWindow(Acting acting) {
        windows.close(acting);
    }
}
