package io.rhomboid.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.message.Occasion.OfFarewell;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfGlass;
import io.rhomboid.notification.message.Occasion.OfIntakeCode;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.ical.Ical4jCalendars;

import static io.rhomboid.notification.Examples.BERLIN;
import static io.rhomboid.notification.Examples.DECIDED;
import static io.rhomboid.notification.Examples.JO;
import static io.rhomboid.notification.Examples.MITTE;
import static io.rhomboid.notification.Examples.announcement;
import static io.rhomboid.notification.Examples.announcements;
import static org.assertj.core.api.Assertions.assertThat;

class WritingAMailTest {

    static final Sender SENDER = new Sender("bookings@rhomboid.example", "rhomboid.example");
    static final MessageWriter WRITER =
            new MessageWriter((_, _, _) -> Optional.empty(), new Ical4jCalendars(SENDER), Examples.LINKS);

    final Cast cast = Cast.at(LocalDateTime.parse("2026-11-24T09:15"), BERLIN);

    Mail mail(Announcement announcement) {
        var client = announcement.client();
        return Mail.of(WRITER.write(announcement, DECIDED), client.name(), client.email(), SENDER, "an-id");
    }

    @Test
    void a_clinic_is_shown_an_example_of_every_kind_in_every_language() {
        for (var kind : MessageKind.values()) {
            for (var language : Language.all()) {
                var preview = Preview.of(Scripts.of(kind, language), kind, language, MITTE, DECIDED);
                assertThat(preview.subject()).as("%s in %s", kind, language).isNotBlank();
                assertThat(preview.text())
                        .as("%s in %s", kind, language)
                        .isNotBlank()
                        .doesNotContain("{", "}");
            }
        }
    }

    @Test
    void what_a_voucher_pays_is_told_beside_what_is_left_to_pay() {
        var mail = mail(announcement(cast.paidWith(2, 50_00), JO, MITTE));

        assertThat(mail.text()).contains("""
                Price:     €89.00
                Voucher:   €50.00
                To pay:    €39.00
                Reference: RH-7K2M9Q
                """);
        assertThat(mail.html()).contains("To pay", "€39.00");
    }

    @Test
    void a_confirmation_says_who_what_when_where_and_for_how_much() {
        var mail = mail(announcement(cast.confirmed(2), JO, MITTE));

        assertThat(mail.subject()).isEqualTo("Confirmed: Tuesday 24 November 2026, 09:15 at Rhomboid Mitte");
        assertThat(mail.text()).isEqualTo("""
                Hello Jo Weber,

                we look forward to seeing you on

                    Tuesday 24 November 2026, 09:15 (Europe/Berlin)

                Treatment: Trigger point therapy, 60 minutes
                With:      Mira Vogel
                Where:     Rhomboid Mitte
                           Torstraße 1
                           10119 Berlin
                           Germany
                Price:     €89.00
                Reference: RH-7K2M9Q

                What happens next
                You need do nothing until then. The calendar entry that comes with this mail keeps the time for you. \
                Before the session begins, your therapist asks where it hurts and how firm the pressure may be, and \
                tells you what will be done.

                If it does not suit you any more
                See, move or cancel your session:

                    https://clinic.example/booking#%s

                Whoever has that link can. Or contact Rhomboid Mitte: +49 30 5550100 or mitte@rhomboid.example. \
                Please give your reference RH-7K2M9Q.

                Cancelling costs nothing until Monday 23 November 2026, 09:15 (Europe/Berlin). After that the fee is \
                €44.50.
                """.formatted(cast.booking()));
        assertThat(mail.html())
                .contains(
                        "Jo Weber",
                        "Tuesday 24 November 2026, 09:15 (Europe/Berlin)",
                        "Trigger point therapy",
                        "Mira Vogel",
                        "Torstraße 1",
                        "€89.00",
                        "RH-7K2M9Q",
                        "href=\"https://clinic.example/booking#",
                        "href=\"tel:+49305550100\"",
                        "lang=\"en\"")
                .doesNotContain("th:text", "xmlns", "${");
    }

    @Test
    void an_offer_says_what_is_kept_until_when_and_where_to_answer() {
        var offer = new OfOffer(Examples.offerMade(cast, 3, Instant.parse("2026-11-23T10:30:00Z")));
        var mail = WRITER.write(offer, JO, MITTE, "Mira Vogel", "Trigger point therapy");

        assertThat(mail.subject()).isEqualTo("Kept for you: Tuesday 24 November 2026, 09:15 at Rhomboid Mitte");
        assertThat(mail.text()).isEqualTo("""
                Hello Jo Weber,

                you are waiting for a session, and one has become free:

                    Tuesday 24 November 2026, 09:15 (Europe/Berlin)

                We keep it for you until Monday 23 November 2026, 11:30 (Europe/Berlin). After that it is offered to the \
                next.

                Say yes or no:

                    https://clinic.example/offer#%s

                Treatment: Trigger point therapy, 60 minutes
                With:      Mira Vogel
                Where:     Rhomboid Mitte
                           Torstraße 1
                           10119 Berlin
                           Germany
                Price:     €89.00

                What happens next
                If you say yes, the session is yours and a confirmation follows. If you say no, or nothing, you owe \
                nothing and go on waiting for another time.

                Do you need help? Contact Rhomboid Mitte: +49 30 5550100 or mitte@rhomboid.example.
                """.formatted(Examples.entry(cast)));
        assertThat(mail.html())
                .contains(
                        "Jo Weber",
                        "Tuesday 24 November 2026, 09:15 (Europe/Berlin)",
                        "Monday 23 November 2026, 11:30 (Europe/Berlin)",
                        "€89.00",
                        "href=\"https://clinic.example/offer#" + Examples.entry(cast) + "\"")
                .doesNotContain("th:text", "xmlns", "${", "Reference");
        assertThat(mail.calendar()).isNull();
    }

    @Test
    void a_visit_is_told_session_by_session() {
        var mail = mail(announcement(cast.couple(2), JO, MITTE));

        assertThat(mail.text()).contains("""
                Session:   09:15 Trigger point therapy, 60 minutes, with Mira Vogel
                           10:15 Swedish massage, 30 minutes, with Noa <Stern>
                           09:15 Swedish massage, 90 minutes, with Noa <Stern>, for who comes with you
                Where:     Rhomboid Mitte
                           Torstraße 1
                           10119 Berlin
                           Germany
                Price:     €209.00
                """).doesNotContain("Treatment:");
        assertThat(mail.html())
                .contains("10:15 Swedish massage, 30 minutes, with Noa &lt;Stern&gt;", "for who comes with you")
                .doesNotContain("Treatment", "th:text", "th:each");
    }

    @Test
    void a_series_is_confirmed_by_one_mail_that_lists_all_its_dates() {
        var visits = announcements(cast.seriesConfirmed(3), JO, MITTE);
        var mail = WRITER.write(MessageKind.SERIES, cast.series(), visits);

        assertThat(mail.subject())
                .isEqualTo("Confirmed: 2 visits from Tuesday 24 November 2026, 09:15 at Rhomboid Mitte");
        assertThat(mail.text())
                .isEqualTo("""
                Hello Jo Weber,

                your series is confirmed. We look forward to seeing you on

                    Tuesday 24 November 2026, 09:15 (Europe/Berlin)
                    60 minutes with Mira Vogel, reference RH-7K2M9Q
                    https://clinic.example/booking#%s

                    Tuesday 1 December 2026, 09:15 (Europe/Berlin)
                    60 minutes with Mira Vogel, reference RH-7K2M9Q
                    https://clinic.example/booking#%s

                Treatment: Trigger point therapy
                Where:     Rhomboid Mitte
                           Torstraße 1
                           10119 Berlin
                           Germany
                Price:     €178.00 in all

                What happens next
                You need do nothing until then. The calendar entries that come with this mail keep the times for you: \
                import the file once, they are all in it.

                If a time does not suit you any more
                See all visits, or cancel those that are still to come:

                    https://clinic.example/series#%s

                Each visit can be moved or cancelled without the others, by its link above; whoever has these links \
                can. Or contact Rhomboid Mitte: +49 30 5550100 or mitte@rhomboid.example. Please give the visit's reference.

                Cancelling a visit costs nothing until 24 hours before it begins, and 50 %% of its price after that.
                """.formatted(cast.booking(), visits.getLast().bookingId(), cast.series()));
        assertThat(mail.html())
                .contains(
                        "Tuesday 24 November 2026, 09:15 (Europe/Berlin)",
                        "Tuesday 1 December 2026, 09:15 (Europe/Berlin)",
                        "€178.00",
                        "href=\"https://clinic.example/booking#" + cast.booking(),
                        "href=\"https://clinic.example/series#" + cast.series())
                .doesNotContain("th:text", "xmlns", "${");
    }

    @Test
    void a_series_is_cancelled_by_one_mail_that_names_what_is_owed() {
        var late = WRITER.write(
                MessageKind.SERIES_CANCELLATION,
                cast.series(),
                announcements(cast.seriesCancelled(4, 44_50), JO, MITTE));
        assertThat(late.subject()).startsWith("Cancelled: 2 visits from Tuesday 24 November 2026");
        assertThat(late.text())
                .contains(
                        "    Tuesday 1 December 2026, 09:15 (Europe/Berlin)\n    with Mira Vogel, reference RH-7K2M9Q, fee €44.50",
                        "Because some were cancelled late, there is a fee of €44.50 in all.")
                .doesNotContain("clinic.example/booking#", "clinic.example/series#");
        assertThat(late.html()).contains("fee of €44.50 in all");
        var inTime = WRITER.write(
                MessageKind.SERIES_CANCELLATION, cast.series(), announcements(cast.seriesCancelled(4, 0), JO, MITTE));
        assertThat(inTime.text()).contains("There is no fee, you owe nothing.");
    }

    @Test
    void a_change_says_from_when_to_when() {
        var mail = mail(announcement(cast.moved(3, Instant.parse("2026-11-25T13:00:00Z")), JO, MITTE));

        assertThat(mail.subject()).isEqualTo("Moved to Wednesday 25 November 2026, 14:00 at Rhomboid Mitte");
        for (var body : new String[] {mail.text(), mail.html()}) {
            assertThat(body)
                    .contains(
                            "Wednesday 25 November 2026, 14:00 (Europe/Berlin)",
                            "Tuesday 24 November 2026, 09:15 (Europe/Berlin)");
        }
    }

    @Test
    void a_late_change_names_its_fee_and_one_in_time_none() {
        var to = Instant.parse("2026-11-25T13:00:00Z");
        var late = mail(announcement(cast.moved(3, to, 44_50), JO, MITTE));
        var inTime = mail(announcement(cast.moved(3, to), JO, MITTE));

        assertThat(late.text()).contains("Because it was moved late, there is a fee of €44.50.");
        assertThat(late.html()).contains("Because it was moved late", "€44.50");
        assertThat(inTime.text() + inTime.html()).doesNotContain("moved late");
    }

    @Test
    void a_cancellation_names_the_fee() {
        var mail = mail(announcement(cast.cancelled(4, 44_50), JO, MITTE));

        assertThat(mail.subject()).isEqualTo("Cancelled: Tuesday 24 November 2026, 09:15 at Rhomboid Mitte");
        assertThat(mail.text()).contains("a fee of €44.50.").doesNotContain("no fee");
        assertThat(mail.html()).contains("€44.50").doesNotContain("no fee");
        assertThat(mail.text() + mail.html()).contains("RH-7K2M9Q").doesNotContain("Price", "€89.00", "/booking#");
    }

    @Test
    void an_invitation_names_the_clinic_the_roles_and_until_when() {
        var invited = new PersonInvited(
                new UUID(4, 1),
                1,
                cast.clinic(),
                "dana@staff.example",
                Set.of(StaffRole.DESK, StaffRole.THERAPIST),
                Instant.parse("2026-11-28T12:00:00Z"),
                DECIDED);
        var mail = WRITER.write(new OfInvitation(invited), MITTE);

        assertThat(mail.subject()).isEqualTo("Rhomboid Mitte invites you to its staff");
        for (var said : List.of(mail.text(), mail.html())) {
            assertThat(said)
                    .contains(
                            "as ",
                            "desk and therapist",
                            "Saturday 28 November 2026, 13:00 (Europe/Berlin)",
                            "https://clinic.example/invitation#" + new UUID(4, 1))
                    .doesNotContain("th:text", "${", "xmlns");
        }
    }

    @Test
    void a_gift_card_tells_its_code_worth_and_last_day() {
        var card = new VoucherId(new UUID(4, 2));
        var given = new GiftCardSent(
                card,
                3,
                cast.clinic(),
                JO,
                "All the <best>",
                new Money(50_00, "EUR"),
                LocalDate.parse("2027-03-01"),
                DECIDED);
        var mail = WRITER.write(new OfGiftCard(given), MITTE);

        assertThat(mail.subject()).isEqualTo("A gift card of €50.00 for you, from Rhomboid Mitte");
        assertThat(mail.text()).contains("All the <best>", "GC-" + card + "-3", "€50.00", "Monday 1 March 2027");
        assertThat(mail.html())
                .contains("All the &lt;best&gt;", "GC-" + card + "-3", "€50.00", "Monday 1 March 2027")
                .doesNotContain("th:text", "${", "xmlns");
    }

    @Test
    void a_code_to_an_intake_says_until_when_and_nothing_of_why() {
        var id = new IntakeCodeId(new UUID(4, 3));
        var until = Instant.parse("2026-11-23T10:30:00Z");
        var asked =
                new IntakeCodeAsked(id, 1, cast.client(), cast.clinic(), new BookingId(new UUID(4, 4)), until, DECIDED);
        var mail = WRITER.write(new OfIntakeCode(asked), JO, MITTE);

        assertThat(mail.subject()).isEqualTo("Your code for Rhomboid Mitte");
        assertThat(mail.text())
                .contains("code of " + id, "11:30", "/intake#" + id)
                .doesNotContain("massage", "health");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void a_clinic_reads_who_has_broken_the_glass_and_until_when(String language) {
        var broken = new GlassBroken(
                new AlertId(new UUID(4, 5)),
                1,
                cast.clinic(),
                cast.booking(),
                "RH-7K2M9Q",
                "subject-of-mira",
                null,
                cast.therapist(),
                DECIDED.plusSeconds(3_600),
                DECIDED);

        var mail = WRITER.write(new OfGlass(broken), MITTE, "Mira Vogel", language);

        var until = Language.nearest(language).dateAndTime(broken.until(), MITTE.zone());
        for (var body : new String[] {mail.subject() + mail.brief() + mail.text(), mail.html() + mail.subject()}) {
            assertThat(body)
                    .contains("Mira Vogel", "RH-7K2M9Q", until)
                    .doesNotContain("{clinic", "{who", "subject-of-mira");
        }
        assertThat(mail.unsubscribe()).isNull();
        var admin = new GlassBroken(
                broken.alertId(),
                1,
                broken.clinicId(),
                broken.bookingId(),
                broken.reference(),
                "kc-4711",
                "Kai Sommer",
                null,
                broken.until(),
                DECIDED);
        assertThat(WRITER.write(new OfGlass(admin), MITTE, null, language).text())
                .contains("Kai Sommer (");
    }

    @ParameterizedTest
    @CsvSource({"en,You are forgotten", "de,Sie sind vergessen", "es,Le hemos olvidado"})
    void who_was_forgotten_reads_so_and_nothing_of_who_they_were(String language, String subject) {
        var completed = new ErasureCompleted(cast.client(), 1, "jo@client.example", language, DECIDED);

        var mail = WRITER.write(new OfFarewell(completed));

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text() + mail.html() + mail.brief())
                .doesNotContain("{day", "jo@client.example", cast.client().toString());
    }

    @Test
    void a_cancellation_in_time_says_that_nothing_is_owed() {
        var mail = mail(announcement(cast.cancelled(4, 0), JO, MITTE));

        assertThat(mail.text()).contains("There is no fee, you owe nothing.").doesNotContain("a fee of");
        assertThat(mail.html()).contains("There is no fee, you owe nothing.").doesNotContain("a fee of");
    }

    @Test
    void a_deadline_that_has_passed_is_not_promised() {
        var mail = WRITER.write(announcement(cast.confirmed(2), JO, MITTE), Instant.parse("2026-11-23T08:15:00Z"));

        assertThat(mail.text()).contains("Cancelling now costs €44.50.").doesNotContain("costs nothing until");
    }

    @Test
    void what_people_wrote_comes_out_as_text() {
        var evil = new Client("<script>alert(1)</script> & \"Co\"", "jo@client.example", null, "en");
        var clinic = withName("<b>Mitte</b> [[${it.price}]] {0}");

        var mail = mail(announcement(cast.confirmed(2), evil, clinic));

        assertThat(mail.html())
                .doesNotContain("<script", "<b>")
                .contains("&lt;b&gt;Mitte&lt;/b&gt; [[${it.price}]] {0}");
        assertThat(mail.text()).contains("<b>Mitte</b> [[${it.price}]] {0}");
        assertThat(mail.subject()).endsWith("at <b>Mitte</b> [[${it.price}]] {0}");
    }

    @Test
    void a_name_with_markup_is_shown_as_it_was_written() {
        var mail = mail(announcement(cast.confirmed(2), new Client("Jo <i> & \"Co\"", JO.email(), null, "en"), MITTE));

        assertThat(mail.html()).contains("Jo &lt;i&gt; &amp; &quot;Co&quot;");
        assertThat(mail.text()).startsWith("Hello Jo <i> & \"Co\",");
    }

    @Test
    void line_ends_and_turned_directions_vanish_from_names() {
        var name = "Jo\r\nBcc: all@client.example\u2028\u202Etxt.exe\u0000";
        var mail = mail(announcement(cast.confirmed(2), JO, withName(name)));

        for (var line : new String[] {mail.subject(), mail.from().name()}) {
            assertThat(line)
                    .contains("Jo Bcc: all@client.example txt.exe")
                    .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u202E]");
        }
    }

    @Test
    void a_name_that_mail_programs_would_make_a_link_of_is_not_repeated() {
        for (var name : new String[] {"Win at https://evil.example", "www.evil", "evil.example", "a@evil"}) {
            var mail = mail(announcement(cast.confirmed(2), new Client(name, JO.email(), null, "en"), MITTE));

            assertThat(mail.text()).startsWith("Hello,").doesNotContain("evil");
            assertThat(mail.html()).doesNotContain("evil");
            assertThat(mail.to().name()).isEmpty();
        }
        assertThat(OneLine.name("J. R. O'Neill-Müller Jr.")).isEqualTo("J. R. O'Neill-Müller Jr.");
    }

    @Test
    void an_endless_name_is_cut_between_letters() {
        assertThat(OneLine.of("\uD83D\uDC86".repeat(500))).hasSize(2 * 119 + 1).endsWith("\uD83D\uDC86…");
    }

    @Test
    void the_same_news_always_has_the_same_message_id() {
        var announcement = announcement(cast.confirmed(2), JO, MITTE);

        var message = WRITER.write(announcement, DECIDED);
        var later = WRITER.write(announcement, DECIDED.plusSeconds(9));
        assertThat(Mail.of(message, "Jo", "jo@client.example", SENDER, "a").messageId())
                .isEqualTo(
                        Mail.of(later, "Jo", "jo@client.example", SENDER, "a").messageId())
                .isNotEqualTo(
                        Mail.of(later, "Jo", "jo@client.example", SENDER, "b").messageId())
                .matches("<[-0-9a-f]{36}@rhomboid\\.example>");
    }

    @Test
    void comes_in_the_clinics_name_and_is_answered_by_the_clinic() {
        var mail = mail(announcement(cast.confirmed(2), JO, MITTE));

        assertThat(mail.from()).isEqualTo(new Mail.Mailbox("Rhomboid Mitte", "bookings@rhomboid.example"));
        assertThat(mail.replyTo()).isEqualTo(new Mail.Mailbox("Rhomboid Mitte", "mitte@rhomboid.example"));
        assertThat(mail.to()).isEqualTo(new Mail.Mailbox("Jo Weber", "jo@client.example"));
    }

    @Test
    void a_clinic_that_cannot_be_reached_is_named_all_the_same() {
        var silent = new Clinic(
                "Rhomboid Mitte",
                BERLIN,
                "DE",
                "EUR",
                new Address("Torstraße 1", null, "Berlin", "BE", "DE"),
                new Coordinates(52.5, 13.4),
                null,
                null,
                MITTE.rooms(),
                MITTE.equipment(),
                MITTE.policy());

        var mail = mail(announcement(cast.confirmed(2), JO, silent));

        assertThat(mail.replyTo()).isNull();
        assertThat(mail.text()).contains("contact Rhomboid Mitte. Please give", "Berlin BE\n");
        assertThat(mail.html()).doesNotContain("mailto:", "tel:");
    }

    @Test
    void a_language_that_we_do_not_write_falls_back_to_english() {
        for (var tag : new String[] {"fr-CA", "en-NZ", "", "x", "../../etc", "zh-Hant-TW"}) {
            assertThat(Language.nearest(tag)).as(tag).isSameAs(Language.ENGLISH);
        }
    }

    @Test
    void writes_in_the_clients_language() {
        for (var tag : new String[] {"de-AT", "es-MX"}) {
            var jo = new Client("Jo Weber", JO.email(), null, tag);
            var mail = mail(announcement(cast.confirmed(2), jo, MITTE));

            assertThat(mail.subject() + mail.text())
                    .contains(
                            tag.startsWith("de")
                                    ? new String[] {
                                        "Dienstag, 24. November 2026, 09:15",
                                        "Guten Tag Jo Weber,",
                                        "89,00",
                                        "Deutschland"
                                    }
                                    : new String[] {
                                        "martes 24 de noviembre de 2026, 09:15", "Hola, Jo Weber:", "89,00", "Alemania"
                                    });
            assertThat(mail.html()).contains("lang=\"" + tag.substring(0, 2) + "\"");
        }
    }

    @Test
    void every_kind_is_written_in_every_language_with_every_place_filled() {
        for (var language : Language.all()) {
            for (var kind : MessageKind.values()) {
                var script = Scripts.of(kind, language);
                var facts = new Facts().add(new Facts.Entry("a date", "a session", null));
                for (var place : Scripts.places(kind)) facts.put(place, "<" + place + ">");
                var some = script.lines(facts);
                var none = script.lines(new Facts().put("unsubscribe", "https://x.example"));

                assertThat(script.subject(facts))
                        .as("%s %s", language.locale(), kind)
                        .isNotBlank();
                assertThat(Page.text(some, facts)).doesNotContain("{", "}").contains("<");
                assertThat(Page.html(some, facts, language))
                        .contains("<h1>", "&lt;")
                        .doesNotContain("{unsub", "<clinic>");
                assertThat(Page.text(none, new Facts().put("unsubscribe", "https://x.example")))
                        .doesNotContain("{");
                assertThat(script.brief(facts).length()).isLessThan(200);
            }
        }
    }

    @Test
    void what_nobody_has_to_get_says_how_to_end_it() {
        for (var kind : MessageKind.values()) {
            if (!kind.isOptional()) continue;
            for (var language : Language.all()) {
                assertThat(Scripts.of(kind, language).lines(allOf(kind)))
                        .as("%s in %s", kind, language.locale())
                        .anyMatch(line -> line.text().equals("{unsubscribe}"));
            }
        }
    }

    private static Facts allOf(MessageKind kind) {
        var facts = new Facts();
        for (var place : Scripts.places(kind)) facts.put(place, place);
        return facts;
    }

    @Test
    void a_clinics_own_words_take_the_place_of_ours() {
        var own = new MessageWriter(
                (_, kind, _) -> kind == MessageKind.CONFIRMATION ? Optional.of("""
                                subject = See you {at}
                                # Yes
                                Dear {name}, <b>{treatment}</b>.
                                @cancelling
                                """) : Optional.empty(),
                new Ical4jCalendars(SENDER),
                Examples.LINKS);

        var message = own.write(announcement(cast.confirmed(2), JO, MITTE), DECIDED);

        assertThat(message.subject()).isEqualTo("See you Tuesday 24 November 2026, 09:15");
        assertThat(message.text())
                .startsWith("Dear Jo Weber, <b>Trigger point therapy</b>.\n\nIf it does not suit you");
        assertThat(message.html())
                .contains("&lt;b&gt;Trigger point therapy&lt;/b&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void words_that_can_not_be_used_give_way_to_ours() {
        for (var text : new String[] {
            "", "subject = {nobody}\nHi", "subject = Hi", "subject = {previously}\nHi", "x".repeat(9_000)
        }) {
            var own = new MessageWriter((_, _, _) -> Optional.of(text), new Ical4jCalendars(SENDER), Examples.LINKS);

            assertThat(own.write(announcement(cast.confirmed(2), JO, MITTE), DECIDED)
                            .subject())
                    .as(text)
                    .startsWith("Confirmed: ");
        }
        var broken = new MessageWriter(
                (_, _, _) -> {
                    throw new IllegalStateException("the store is away");
                },
                new Ical4jCalendars(SENDER),
                Examples.LINKS);
        assertThat(broken.write(announcement(cast.confirmed(2), JO, MITTE), DECIDED)
                        .text())
                .contains("we look forward");
    }

    @Test
    void words_that_are_no_script_are_refused_with_their_line_and_what_would_be_right() {
        assertThat(refusal("subject = Hi\nHello {nobody}"))
                .startsWith("line 2: {nobody} is not known here; there are ")
                .contains("treatment");
        assertThat(refusal("subject = Hi\n@nothing")).startsWith("line 2: @nothing is none of @");
        assertThat(refusal("Hello")).isEqualTo("line 1: a line \"subject = …\" is missing");
        assertThat(refusal("subject = Hi\n\n| Price {price}")).isEqualTo("line 3: a row is | Label | {place}");
        assertThat(refusal("subject = Hi\n-> {name} here")).startsWith("line 2: a link is");
        assertThat(refusal("subject = Hi\n-> https://evil.example here")).startsWith("line 2: a link is");
        assertThat(refusal("subject = Hi\n${7*7}")).startsWith("line 2: {7*7} is not known here");
        assertThat(refusal("subject = Hi\n{{name}}")).startsWith("line 2: {");
        assertThat(refusal("subject = Hi\n?nobody Hi")).startsWith("line 2: {nobody}");
        assertThat(refusal("subject = Hi")).contains("nothing but a subject");
        assertThat(refusal("subject = Hi\n" + "x".repeat(8_000))).contains("at most 8000");
    }

    private static String refusal(String text) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                        Script.Unusable.class, () -> Scripts.parse(MessageKind.CONFIRMATION, Language.ENGLISH, text))
                .getMessage();
    }

    @Test
    void a_desk_reads_whose_licence_ends_when_and_what_to_do() {
        var mail = licenceMail(30);

        assertThat(mail.subject()).isEqualTo("The licence of Mira Vogel ends on Thursday 31 December 2026");
        assertThat(mail.calendar()).isNull();
        for (var body : new String[] {mail.text(), mail.html()}) {
            assertThat(body)
                    .contains("Mira Vogel", "30", "BE-4711 (DE)", "Thursday 31 December 2026", "hand in the paper");
        }
        assertThat(mail.text()).contains("ends in 30 days, and").doesNotContain("has ended", "[", "th:");
        assertThat(mail.html()).contains("A licence will end").doesNotContain("has ended", "th:text", "${");
        assertThat(licenceMail(1).text()).contains("ends in 1 day, and");
    }

    @Test
    void a_desk_reads_that_a_licence_has_ended() {
        var mail = licenceMail(-1);

        assertThat(mail.subject()).isEqualTo("The licence of Mira Vogel ended on Thursday 31 December 2026");
        for (var body : new String[] {mail.text(), mail.html()}) {
            assertThat(body).contains("has ended").doesNotContain("ends in");
        }
    }

    private static Message licenceMail(int daysLeft) {
        var ends = new OfLicence(Examples.licenceEnds(
                1, LocalDate.parse("2026-12-31"), daysLeft, List.of(new ClinicId(UUID.randomUUID()))));
        return WRITER.write(ends, ends.event().clinicIds().getFirst(), MITTE, "Mira Vogel");
    }

    @Test
    void is_calm() {
        for (var event : new io.rhomboid.contracts.booking.BookingEvent[] {
            cast.confirmed(2), cast.moved(3, cast.start().plusSeconds(7200)), cast.cancelled(4, 0)
        }) {
            var mail = mail(announcement(event, JO, MITTE));

            assertThat(mail.subject() + mail.text()).doesNotContain("!");
        }
    }

    private static Clinic withName(String name) {
        return new Clinic(
                name,
                MITTE.zone(),
                MITTE.jurisdiction(),
                MITTE.currency(),
                MITTE.address(),
                MITTE.coordinates(),
                MITTE.phone(),
                MITTE.email(),
                MITTE.rooms(),
                MITTE.equipment(),
                MITTE.policy());
    }
}
