package io.rhomboid.signin.page;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import io.rhomboid.signin.SignInSettings;
import io.rhomboid.signin.account.PasswordRules;
import io.rhomboid.signin.account.Registry;
import io.rhomboid.signin.account.Registry.Asked;
import io.rhomboid.signin.account.Registry.Outcome;

/** The pages. What goes on between two of them – for whom a code was asked – stays in the visitor's session here. */
@Controller
class PageController {

    private static final Logger log = LoggerFactory.getLogger(PageController.class);

    private static final String ASKED_FOR = "code-asked-for";

    /** @param ticket which code it is */
    private record AskedFor(String ticket, String email) implements Serializable {}

    private final Registry registry;
    private final SignInSettings settings;

    PageController(Registry registry, SignInSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    @GetMapping("/")
    String home(@Nullable Principal person, Model model) {
        model.addAttribute("gateway", settings.gateways().getFirst() + "/");
        if (person != null)
            registry.account(person.getName()).ifPresent(account -> model.addAttribute("account", account));
        return "home";
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        if (request.getParameter("wrong") != null) {
            model.addAttribute(
                    "trouble",
                    "This address and this password don't belong together. Try again, or set a new password.");
        } else if (request.getParameter("wait") != null) {
            model.addAttribute("trouble", "That was too often. Wait a quarter of an hour, or set a new password.");
        } else if (request.getParameter("kept") != null) {
            model.addAttribute("good", "Your password is kept. You can sign in with it now.");
        }
        return "sign-in";
    }

    @GetMapping("/register")
    String register() {
        return "register";
    }

    @PostMapping("/register")
    ModelAndView askForCode(@RequestParam String email, HttpServletRequest request) {
        return switch (registry.ask(email, request.getRemoteAddr())) {
            case Asked.Sent(var ticket) -> {
                request.getSession().setAttribute(ASKED_FOR, new AskedFor(ticket, email));
                yield new ModelAndView("redirect:/register/code");
            }
            case Asked.NoAddress() ->
                again(
                        "register",
                        "This is no mail address we can write to. It looks like name@place.example.",
                        HttpStatus.BAD_REQUEST);
            case Asked.TooOften() ->
                again(
                        "register",
                        "That was too often. Wait a quarter of an hour, then ask for a code again.",
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @GetMapping("/register/code")
    String code(HttpSession session, Model model) {
        if (!(session.getAttribute(ASKED_FOR) instanceof AskedFor asked)) return "redirect:/register";
        model.addAttribute("email", asked.email());
        return "code";
    }

    @PostMapping("/register/code")
    ModelAndView useCode(
            @RequestParam String code, @RequestParam String name, @RequestParam String password, HttpSession session) {
        if (!(session.getAttribute(ASKED_FOR) instanceof AskedFor asked)) return new ModelAndView("redirect:/register");
        var page = switch (registry.keep(asked.ticket(), asked.email(), code, name, password)) {
            case Outcome.Kept(var account) -> {
                session.removeAttribute(ASKED_FOR);
                log.atInfo()
                        .addKeyValue("event", "password-set")
                        .addKeyValue("account", account.id())
                        .log("a password was set by code");
                yield new ModelAndView("redirect:/sign-in?kept");
            }
            case Outcome.Weak(var weakness) -> again("code", words(weakness), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NoName() ->
                again("code", "Tell us how to call you, in 100 letters at most.", HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.WrongCode() ->
                again(
                        "code",
                        "This is not the code, or its time is over. Look at the latest mail, or ask for another code.",
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
        return page.addObject("email", asked.email()).addObject("name", name);
    }

    private static String words(PasswordRules.Weakness weakness) {
        return switch (weakness) {
            case TOO_SHORT ->
                "This password is too short: " + PasswordRules.SHORTEST
                        + " letters at least. A few words in a row do well.";
            case TOO_LONG -> "This password is too long: " + PasswordRules.LONGEST + " letters at most.";
            case SOON_GUESSED ->
                "This password would be guessed soon: it is common, or made of your name or of keys in a row. Take a few words that don't belong together.";
        };
    }

    private static ModelAndView again(String page, String trouble, HttpStatus status) {
        var answer = new ModelAndView(page);
        answer.setStatus(status);
        return answer.addObject("trouble", trouble);
    }

    @GetMapping("/pages/sign-in.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("pages/sign-in.css"));
    }
}
