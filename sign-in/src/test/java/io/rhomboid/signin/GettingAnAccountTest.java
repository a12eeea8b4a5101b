package io.rhomboid.signin;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jakarta.mail.MessagingException;

import com.icegreen.greenmail.util.GreenMailUtil;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.rhomboid.signin.Browser.Page;
import io.rhomboid.signin.OpenIdContract.Person;
import io.rhomboid.signin.account.Accounts;

import static org.assertj.core.api.Assertions.assertThat;

class GettingAnAccountTest {

    static final String PASSWORD = "quiet lamp orbit seven";

    RunningSignIn server = RunningSignIn.shared();
    Browser browser = new Browser();

    private URI at(String path) {
        return URI.create(server.issuer() + path);
    }

    private Page askFor(String email) {
        return browser.submit(browser.get(at("/register")), Map.of("email", email));
    }

    private Page use(Page page, String code, String name, String password) {
        return browser.submit(page, Map.of("code", code, "name", name, "password", password));
    }

    /** The only mail to this address. */
    private String mailTo(String email) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            for (var mail : server.mail().getReceivedMessages()) {
                                if (isTo(mail, email)) return GreenMailUtil.getBody(mail);
                            }
                            return "";
                        },
                        body -> !body.isEmpty());
    }

    private static boolean isTo(jakarta.mail.Message mail, String email) throws MessagingException {
        return mail.getAllRecipients()[0].toString().equals(email);
    }

    private String codeTo(String email) {
        var code = Pattern.compile("(\\d{4}) (\\d{4})").matcher(mailTo(email));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private boolean canSignIn(String email, String password) {
        var browser = new Browser();
        return browser.submit(browser.get(at("/sign-in")), Map.of("email", email, "password", password))
                .body()
                .contains("Hello,");
    }

    @Test
    void by_a_mailed_code_somebody_gets_one_and_signs_in() {
        var page = askFor(" New.Client@Client.Example ");

        var kept = use(page, codeTo("new.client@client.example"), "Nora Neu", PASSWORD);

        assertThat(kept.body()).contains("You can sign in with it now");
        assertThat(canSignIn("new.client@client.example", PASSWORD)).isTrue();
        var account = server.part(Accounts.class)
                .withEmail("new.client@client.example")
                .orElseThrow();
        assertThat(account.name()).isEqualTo("Nora Neu");
        assertThat(account.roles()).isEmpty();
        assertThat(account.password()).startsWith("$argon2id$");
    }

    @Test
    void the_page_does_not_tell_whether_there_is_one_already() {
        var known = askFor("ada@client.example");
        var unknown = askFor("stranger@client.example");

        assertThat(known.status()).isEqualTo(200);
        assertThat(sameButFor(known, "ada@client.example")).isEqualTo(sameButFor(unknown, "stranger@client.example"));
        assertThat(mailTo("ada@client.example")).contains("new password");
        assertThat(mailTo("stranger@client.example")).contains("wants an account");
    }

    private static String sameButFor(Page page, String email) {
        return page.body().replace(email, "…").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void whoever_has_forgotten_their_password_gets_a_new_one_and_what_was_open_with_the_old_one_ends() {
        var old = server.demo("anton@spree.example");
        var gateway = new Program(
                server.issuer(),
                "rhomboid-gateway",
                OpenIdContract.SECRET,
                OpenIdContract.GATEWAY + "/login/oauth2/code/clinic");
        var tokens = tokensOf(old, gateway);

        use(askFor(old.email()), codeTo(old.email()), "Somebody Else", PASSWORD);

        assertThat(canSignIn(old.email(), PASSWORD)).isTrue();
        assertThat(canSignIn(old.email(), old.password())).isFalse();
        assertThat(gateway.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(server.part(Accounts.class)
                        .withEmail(old.email())
                        .orElseThrow()
                        .name())
                .isEqualTo(old.name());
    }

    private static Program.Tokens tokensOf(Person person, Program program) {
        var request = program.request();
        var browser = new Browser();
        var back = browser.submit(
                        browser.get(request.address()), Map.of("email", person.email(), "password", person.password()))
                .location();
        assertThat(back).isNotNull();
        return program.exchange(Program.query(back).get("code"), request.verifier());
    }

    @Test
    void a_weak_password_costs_no_try_and_leaves_the_name_in_its_field() {
        var page = askFor("weak@client.example");
        var code = codeTo("weak@client.example");

        for (var i = 0; i < 8; i++) page = use(page, code, "Wanda <b>", "password1234");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("would be guessed soon").contains("value=\"Wanda &lt;b&gt;\"");
        assertThat(use(page, code, "Wanda", PASSWORD).body()).contains("You can sign in");
    }

    @Test
    void a_wrong_code_is_refused_and_after_five_of_them_the_right_one_too() {
        var page = askFor("guesser@client.example");
        var code = codeTo("guesser@client.example");

        for (var i = 0; i < 5; i++) page = use(page, "1234 567" + i, "Guesser", PASSWORD);
        page = use(page, code, "Guesser", PASSWORD);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("This is not the code");
        assertThat(server.part(Accounts.class).withEmail("guesser@client.example"))
                .isEmpty();
    }

    @Test
    void a_code_is_worth_nothing_in_another_browser() {
        askFor("shoulder@client.example");
        var code = codeTo("shoulder@client.example");
        browser = new Browser();

        var page = use(askFor("onlooker@client.example"), code, "Onlooker", PASSWORD);

        assertThat(page.status()).isEqualTo(422);
    }

    @Test
    void nobody_gets_more_than_three_codes_in_a_quarter_of_an_hour() {
        for (var i = 0; i < 3; i++)
            assertThat(askFor("often@client.example").status()).isEqualTo(200);

        var page = askFor("often@client.example");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("Wait a quarter of an hour");
    }

    @Test
    void what_is_no_address_is_refused_in_words() {
        for (var address :
                List.of("nobody", "a@b@c", "a b@client.example", "a@client.example\r\nBcc: all@client.example", "")) {
            var page = askFor(address);

            assertThat(page.status()).as(address).isEqualTo(400);
            assertThat(page.body()).contains("no mail address we can write to");
        }
    }

    @Test
    void guessing_passwords_ends_after_ten_and_says_the_same_of_an_address_that_is_not_known() {
        for (var email : List.of("dana@spree.example", "unknown@client.example")) {
            for (var i = 0; i < 10; i++) {
                assertThat(signInTo(email, "guess number " + i))
                        .as(email + " " + i)
                        .contains("don&#39;t belong together");
            }
            assertThat(signInTo(email, "guess number 11")).contains("too often");
        }
        assertThat(signInTo(
                        "dana@spree.example", server.demo("dana@spree.example").password()))
                .contains("too often");
    }

    private String signInTo(String email, String password) {
        var browser = new Browser();
        return browser.submit(browser.get(at("/sign-in")), Map.of("email", email, "password", password))
                .body();
    }

    @Test
    void a_form_from_elsewhere_is_not_taken() {
        var mira = server.demo("mira@spree.example");

        var page = new Browser().post(at("/sign-in"), Map.of("email", mira.email(), "password", mira.password()));

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void every_page_forbids_scripts_frames_and_keeping_it() {
        for (var path : List.of("/", "/sign-in", "/register", "/elsewhere")) {
            var page = new Browser().get(at(path));

            assertThat(page.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe")
                    .doesNotContain("script-src");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.body()).doesNotContain("<script").doesNotContain("style=");
        }
    }

    @Test
    void signing_in_changes_the_session_and_its_cookie_is_not_for_scripts() {
        var jo = server.demo("jo@client.example");
        var page = browser.get(at("/sign-in"));
        var before = browser.cookies().get("sign-in");

        assertThat(page.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
        browser.submit(page, Map.of("email", jo.email(), "password", jo.password()));

        assertThat(browser.cookies().get("sign-in")).isNotEqualTo(before);
    }

    @Test
    void health_is_told_on_its_own_port_and_the_open_one_tells_nothing_else() {
        var health = Browser.answer(
                HttpClient.newHttpClient(),
                HttpRequest.newBuilder(URI.create(server.management() + "/actuator/health/readiness")));

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP");
        assertThat(new Browser().get(at("/actuator/health")).status()).isEqualTo(404);
        assertThat(new Browser().get(at("/actuator/env")).status()).isEqualTo(404);
    }
}
