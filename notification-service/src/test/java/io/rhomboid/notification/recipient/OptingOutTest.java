package io.rhomboid.notification.recipient;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;

import static io.rhomboid.notification.message.Channel.INBOX;
import static io.rhomboid.notification.message.Channel.MAIL;
import static io.rhomboid.notification.message.Channel.PUSH;
import static io.rhomboid.notification.message.Channel.SMS;
import static io.rhomboid.notification.message.MessageKind.CONFIRMATION;
import static io.rhomboid.notification.message.MessageKind.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

/** One click in a mail. */
class OptingOutTest {

    static Wishes of(MessageKind kind, Channel... channels) {
        return new Wishes(1, null, null, Map.of(kind, Set.of(channels)), null, true, null, null);
    }

    @Test
    void who_never_chose_finds_it_in_the_inbox_as_before() {
        assertThat(Wishes.NONE.without(REMINDER, true).channels(REMINDER)).containsExactly(INBOX);
    }

    @Test
    void who_chose_mail_alone_had_the_inbox_too_and_keeps_it() {
        assertThat(of(REMINDER, MAIL).without(REMINDER, true).channels(REMINDER))
                .containsExactly(INBOX);
    }

    @Test
    void where_the_inbox_is_not_for_all_nobody_gets_one_by_ending_mails() {
        assertThat(Wishes.NONE.without(REMINDER, false).channels(REMINDER)).isEmpty();
        assertThat(of(REMINDER, MAIL).without(REMINDER, false).channels(REMINDER))
                .isEmpty();
    }

    @Test
    void whoever_chose_the_inbox_keeps_it_and_nothing_rings_any_more() {
        assertThat(of(REMINDER, MAIL, SMS, PUSH, INBOX).without(REMINDER, false).channels(REMINDER))
                .containsExactly(INBOX);
    }

    @Test
    void what_they_did_not_want_at_all_does_not_come_back() {
        assertThat(of(REMINDER).without(REMINDER, true).channels(REMINDER)).isEmpty();
    }

    @Test
    void other_kinds_stay_and_what_was_agreed_goes_by_mail_for_ever() {
        var ended = Wishes.NONE.without(REMINDER, true);

        assertThat(ended.channels(CONFIRMATION)).contains(MAIL);
        assertThat(ended.without(CONFIRMATION, true).channels(CONFIRMATION)).contains(MAIL, INBOX);
    }

    @Test
    void twice_is_as_once() {
        var once = of(REMINDER, MAIL, SMS).without(REMINDER, true);

        assertThat(once.without(REMINDER, true)).isEqualTo(once);
    }
}
