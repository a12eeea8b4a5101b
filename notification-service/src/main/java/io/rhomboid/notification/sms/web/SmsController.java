package io.rhomboid.notification.sms.web;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.notification.sms.TextStatus;
import io.rhomboid.notification.sms.TextStatus.Stage;
import io.rhomboid.notification.sms.Texts;
import io.rhomboid.notification.sms.twilio.TwilioAccount;
import io.rhomboid.notification.sms.twilio.TwilioSignature;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** For the provider of text messages alone: whoever can't sign as it does is told nothing. */
@Allowed(ANYONE)
@RestController
@RequestMapping(path = "/api/v1/sms", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
public class SmsController {

    private static final String SIGNATURE = "X-Twilio-Signature";

    /** What networks and the provider take for it, and what people write in the languages that we speak. */
    private static final Set<String> STOP = Set.of(
            "STOP",
            "STOPALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "STOPP",
            "ABMELDEN",
            "ALTO",
            "PARAR",
            "BAJA");

    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

    private final TwilioAccount account;
    private final TwilioSignature signature;
    private final Texts texts;
    private final Clock clock;

    public SmsController(TwilioAccount account, TwilioSignature signature, Texts texts, Clock clock) {
        this.account = account;
        this.signature = signature;
        this.texts = texts;
        this.clock = clock;
    }

    /** 204: what became of a text message; in any order, and as often as the provider likes. */
    @PostMapping("/statuses")
    @CanRefuse("403 signature-invalid: this is not from the provider, or not for us")
    @ApiResponse(responseCode = "204", description = "It is on record")
    ResponseEntity<?> status(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signed,
            @RequestParam Map<String, String> form) {
        if (!isGood(account.statusCallback(), form, signed)) return unsigned();
        var id = form.get("MessageSid");
        var stage = stage(form.getOrDefault("MessageStatus", ""));
        if (id != null && stage != null) {
            texts.became(id, new TextStatus(stage, form.get("ErrorCode")), clock.instant());
        }
        return ResponseEntity.noContent().build();
    }

    private static @Nullable Stage stage(String said) {
        return switch (said) {
            case "accepted", "scheduled", "queued", "sending" -> Stage.QUEUED;
            case "sent" -> Stage.SENT;
            case "delivered", "read" -> Stage.DELIVERED;
            case "undelivered", "failed", "canceled" -> Stage.UNDELIVERED;
            default -> null;
        };
    }

    /** 200 with an answer that says nothing: somebody answered a text message. STOP is remembered, START forgets it. */
    @PostMapping("/replies")
    @CanRefuse("403 signature-invalid: this is not from the provider, or not for us")
    @ApiResponse(responseCode = "200", description = "Nothing is answered")
    ResponseEntity<?> reply(
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signed,
            @RequestParam Map<String, String> form) {
        if (!isGood(account.replies(), form, signed)) return unsigned();
        var word = form.getOrDefault("OptOutType", form.getOrDefault("Body", ""))
                .replaceAll("[^\\p{L}]", "")
                .toUpperCase(Locale.ROOT);
        PhoneNumber.of(form.getOrDefault("From", "")).ifPresent(number -> {
            if (STOP.contains(word)) texts.stop(number, clock.instant());
            if (START.contains(word)) texts.start(number);
        });
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body("<Response/>");
    }

    private boolean isGood(URI address, Map<String, String> form, @Nullable String signed) {
        return signature.isGood(address, form, signed);
    }

    private static ResponseEntity<?> unsigned() {
        return Problem.of(
                        HttpStatus.FORBIDDEN,
                        "signature-invalid",
                        "Only the provider of text messages tells this, and it signs what it tells.")
                .answer();
    }
}
