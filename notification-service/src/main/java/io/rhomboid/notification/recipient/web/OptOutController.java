package io.rhomboid.notification.recipient.web;

import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.OptOutTokens;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.ANYONE;

/**
 * Ends one kind of mail for who got one of it, by the address in the mail: a mail program posts there by itself when its
 * reader presses once (RFC 8058), a browser shows a page with a button. Reading it changes nothing, for scanners do. What
 * lies in the inbox of the web app is not ended: it disturbs nobody.
 */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/recipients/opt-outs/{token}")
public class OptOutController {

    private final OptOutTokens tokens;
    private final Recipients recipients;
    private final boolean inboxForAll;

    public OptOutController(
            OptOutTokens tokens, Recipients recipients, @Value("${rhomboid.inbox.for-all}") boolean inboxForAll) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.inboxForAll = inboxForAll;
    }

    private record OptOut(Subject whose, MessageKind kind) {}

    /** A page in the reader's language. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "A page that asks whether to end this kind of mail")
    @CanRefuse("404 unknown-opt-out: the address was cut short, or is none of ours")
    @ApiResponse(responseCode = "200", description = "a page with one button")
    ResponseEntity<String> ask(@PathVariable String token, Locale locale) {
        read(token);
        var language = Language.nearest(locale.toLanguageTag());
        return page(
                language,
                "<p>" + language.say("optout.ask") + "</p>\n<form method=\"post\"><button>"
                        + language.say("optout.button") + "</button></form>");
    }

    /** Again changes nothing. */
    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "End this kind of mail")
    @CanRefuse("404 unknown-opt-out: the address was cut short, or is none of ours")
    @ApiResponse(responseCode = "200", description = "it is ended")
    ResponseEntity<String> end(@PathVariable String token, Locale locale) {
        var optOut = read(token);
        recipients.end(optOut.whose(), optOut.kind(), inboxForAll);
        var language = Language.nearest(locale.toLanguageTag());
        return page(language, "<p>" + language.say("optout.done") + "</p>");
    }

    private OptOut read(String token) {
        return tokens.read(token)
                .map(what -> {
                    int blank = what.indexOf(' ');
                    return new OptOut(
                            new Subject(what.substring(blank + 1)), MessageKind.valueOf(what.substring(0, blank)));
                })
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-opt-out",
                        "This address ends nothing. Take it whole from the mail, or sign in and say what you want.")));
    }

    private static ResponseEntity<String> page(Language language, String said) {
        return ResponseEntity.ok().body("""
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="UTF-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>%s</title>
                </head>
                <body>
                <h1>%s</h1>
                %s
                </body>
                </html>
                """.formatted(
                language.locale().toLanguageTag(), language.say("optout.title"), language.say("optout.title"), said));
    }
}
