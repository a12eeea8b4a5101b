package io.rhomboid.notification.address.web;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.address.AddressDesk;
import io.rhomboid.notification.address.AddressDesk.Claimed;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Verified;
import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Where else than at the address that they booked or sign in with people want to be told; as clients and as staff alike. */
@Allowed(SIGNED_IN)
@RestController
@RequestMapping("/api/v1/recipients/me/addresses")
public class AddressController {

    /** What mail programs take, and we can write to; whether it is somebody's, the code will tell. */
    private static final java.util.regex.Pattern MAIL = java.util.regex.Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]+\\.[^\\s@.<>]{2,}");

    private final AddressDesk desk;
    private final Verified verified;
    private final Directory directory;
    private final Memberships memberships;

    public AddressController(AddressDesk desk, Verified verified, Directory directory, Memberships memberships) {
        this.desk = desk;
        this.verified = verified;
        this.directory = directory;
        this.memberships = memberships;
    }

    /** The channels that have addresses. */
    enum Way {
        MAIL,
        SMS;

        Channel channel() {
            return this == MAIL ? Channel.MAIL : Channel.SMS;
        }
    }

    /**
     * @param channel {@code MAIL} or {@code SMS}
     * @param address a mail address, or a phone number with its country's code
     */
    record ClaimRequest(
            @NotNull Way channel,

            @NotNull @Size(min = 3, max = 254) @Schema(example = "+49 1512 3456789")
            String address) {}

    /**
     * @param claimId to be sent back with the code
     * @param expiresAt UTC
     */
    record ClaimView(UUID claimId, OffsetDateTime expiresAt) {}

    /** @param code the digits from the message */
    record ProofRequest(
            @NotNull UUID claimId,

            @NotNull @Pattern(regexp = "[0-9]{8}", message = "must be eight digits")
            String code) {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "ProofRequest[…]";
        }
    }

    /** @param addresses by channel; none on which they have proved none */
    record AddressesView(Map<Channel, String> addresses) {}

    /** Those that you have proved to be yours; empty while you are told where you booked, or sign in. */
    @GetMapping
    @Operation(summary = "Your own addresses, proved to be yours")
    @CanRefuse("404 nothing-to-tell: you have booked nothing yet and belong to no clinic")
    AddressesView own() {
        return view(whose());
    }

    /** 202: a code is on its way to that address, good for half an hour. Until it is proved, nothing else is sent there. */
    @PostMapping
    @Operation(summary = "Name another address at which you want to be told")
    @CanRefuse({
        "404 nothing-to-tell: you have booked nothing yet and belong to no clinic",
        "409 too-many-codes: some are on their way, to you or to that address"
    })
    @ApiResponse(
            responseCode = "202",
            description = "On its way",
            content = @Content(schema = @Schema(implementation = ClaimView.class)))
    ResponseEntity<?> claim(IdempotencyKey key, Locale locale, @Valid @RequestBody ClaimRequest request) {
        var channel = request.channel().channel();
        var address = address(channel, request.address().strip());
        var id = key.idFor("address " + channel + " " + address);
        return switch (desk.claim(id, whose(), channel, address, locale.toLanguageTag())) {
            case Claimed.Sent(var claim) ->
                ResponseEntity.accepted()
                        .body(new ClaimView(claim.id(), claim.expiresAt().atOffset(ZoneOffset.UTC)));
            case Claimed.TooMany() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-codes",
                                "Codes were sent already. Use one of these, or wait half an hour.")
                        .answer();
        };
    }

    /** From now on you are told there. A code is good once, and for five tries; what had come back from there is forgotten. */
    @PostMapping("/proofs")
    @Operation(summary = "Prove that an address is yours, by the code that was sent there")
    @CanRefuse({
        "404 nothing-to-tell: you have booked nothing yet and belong to no clinic",
        "422 wrong-code: it is wrong, used, over, or was tried too often"
    })
    AddressesView prove(@Valid @RequestBody ProofRequest request) {
        var whose = whose();
        if (desk.prove(request.claimId(), whose, request.code()).isEmpty()) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "wrong-code",
                            "This code is wrong, used, over, or was tried too often. Have another one sent.")
                    .field("code", "proves nothing"));
        }
        return view(whose);
    }

    /** Mail goes where you booked or sign in again, text messages to nobody. Again changes nothing. */
    @DeleteMapping("/{channel}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Be told at that address no more")
    @CanRefuse("404 nothing-to-tell: you have booked nothing yet and belong to no clinic")
    @ApiResponse(responseCode = "204", description = "it is used no more")
    void remove(@PathVariable Way channel) {
        desk.remove(whose(), channel.channel());
    }

    private AddressesView view(List<Subject> whose) {
        return new AddressesView(verified.of(whose.getFirst()));
    }

    /** As a client first, if they are one. */
    private List<Subject> whose() {
        var person = (Caller.Person) Caller.current();
        var whose = new ArrayList<Subject>();
        Optional.ofNullable(person.mail())
                .flatMap(directory::clientWith)
                .ifPresent(client -> whose.add(Subject.of(client)));
        if (!memberships.of(person.subject()).isEmpty()) whose.add(Subject.ofPerson(person.subject()));
        if (whose.isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.NOT_FOUND,
                    "nothing-to-tell",
                    "Nobody has booked with your mail address yet, and you belong to no clinic."));
        }
        return whose;
    }

    private static String address(Channel channel, String said) {
        if (channel == Channel.SMS) {
            return PhoneNumber.of(said)
                    .map(PhoneNumber::value)
                    .orElseThrow(() ->
                            wrong("must be a phone number with its country's code, for example +49 1512 3456789"));
        }
        if (!MAIL.matcher(said).matches()) throw wrong("must be a mail address, for example jo@client.example");
        return said;
    }

    private static ProblemException wrong(String message) {
        return new ProblemException(Problem.invalid("address", message));
    }
}
