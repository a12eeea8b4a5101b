package io.rhomboid.signin;

import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;

import io.rhomboid.signin.Browser.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What gateway and services count on, whoever signs people in. The same tests run against the sign-in server of ours and
 * against Keycloak with our realm.
 */
abstract class OpenIdContract {

    static final String GATEWAY = "http://127.0.0.1:8080";
    static final String SECRET = "a-secret-of-the-gateway-for-tests";

    abstract String issuer();

    /** Somebody who is nothing but a client. */
    abstract Person client();

    abstract Person platformAdmin();

    /** What the sign-in form calls the field for the address. */
    abstract String addressField();

    /** Waits as long as a token must be older than the next one, so that the provider knows which was first. */
    void untilItTellsThemApart() {}

    record Person(String email, String password, String name) {}

    private Program gateway() {
        return new Program(issuer(), "rhomboid-gateway", SECRET, GATEWAY + "/login/oauth2/code/clinic");
    }

    /** Signs in by the form; the page that comes then. */
    private Page signIn(Browser browser, URI address, Person person) {
        return browser.submit(
                browser.get(address), Map.of(addressField(), person.email(), "password", person.password()));
    }

    private Program.Tokens tokensFor(Person person) {
        return tokensFor(person, gateway(), new Browser());
    }

    private Program.Tokens tokensFor(Person person, Program program, Browser browser) {
        var request = program.request();
        var back = signIn(browser, request.address(), person).location();
        assertThat(back).isNotNull();
        assertThat(back.toString()).startsWith(program.redirect() + "?");
        assertThat(Program.query(back)).containsEntry("state", request.state());
        return program.exchange(Program.query(back).get("code"), request.verifier());
    }

    @Test
    void a_provider_tells_where_everything_is_and_that_it_signs_with_es256() {
        var told = gateway().discovery();

        assertThat(told.get("issuer").asString()).isEqualTo(issuer());
        assertThat(told.get("code_challenge_methods_supported").toString()).contains("S256");
        assertThat(told.get("id_token_signing_alg_values_supported").toString()).contains("ES256");
        for (var endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")) {
            assertThat(told.get(endpoint).asString()).startsWith("http");
        }
    }

    @Test
    void a_client_who_signs_in_gets_a_token_that_says_who_they_are() throws ParseException {
        var claims = gateway().claims(tokensFor(client()).access());

        assertThat(claims.getIssuer()).isEqualTo(issuer());
        assertThat(claims.getAudience()).contains("rhomboid").doesNotContain("rhomboid-gateway");
        assertThat(claims.getSubject()).hasSize(36);
        assertThat(claims.getStringClaim("email")).isEqualTo(client().email());
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getStringClaim("name")).isEqualTo(client().name());
        assertThat(claims.getStringListClaim("roles")).isNullOrEmpty();
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isLessThanOrEqualTo(300_000);
    }

    @Test
    void a_platform_admin_is_told_as_one() throws ParseException {
        var claims = gateway().claims(tokensFor(platformAdmin()).access());

        assertThat(claims.getStringListClaim("roles")).containsExactly("platform-admin");
    }

    @Test
    void an_id_token_is_for_the_program_and_the_request() throws ParseException {
        var program = gateway();
        var request = program.request();
        var back = signIn(new Browser(), request.address(), client()).location();

        var claims = program.claims(program.exchange(Program.query(back).get("code"), request.verifier())
                .id());

        assertThat(claims.getAudience()).containsExactly("rhomboid-gateway");
        assertThat(claims.getStringClaim("nonce")).isEqualTo(request.nonce());
        assertThat(claims.getDateClaim("auth_time")).isCloseTo(claims.getIssueTime(), 60_000);
        assertThat(claims.getStringClaim("name")).isEqualTo(client().name());
    }

    @Test
    void an_id_token_is_no_access_token() throws ParseException {
        assertThat(SignedJWT.parse(tokensFor(client()).id()).getJWTClaimsSet().getAudience())
                .doesNotContain("rhomboid");
    }

    @Test
    void a_wrong_password_gets_no_code_and_an_unknown_address_gets_the_same_answer() {
        var wrong = new Person(client().email(), "not the password of anybody", "");
        var unknown = new Person("nobody@client.example", "not the password of anybody", "");

        var first = signIn(new Browser(), gateway().request().address(), wrong);
        var second = signIn(new Browser(), gateway().request().address(), unknown);

        for (var page : List.of(first, second)) {
            assertThat(page.location()).isNull();
            assertThat(page.body()).contains("name=\"password\"");
        }
        assertThat(trouble(second)).isEqualTo(trouble(first)).isNotEmpty();
    }

    /** The words of the page's message. */
    abstract String trouble(Page page);

    @Test
    void a_request_without_a_challenge_is_refused() {
        var request = gateway().request(Map.of("code_challenge", "", "code_challenge_method", ""));

        var page = new Browser().get(request.address());

        assertThat(page.body()).doesNotContain("name=\"password\"");
        if (page.location() != null) {
            assertThat(Program.query(page.location())).containsEntry("error", "invalid_request");
        } else {
            assertThat(page.status()).isEqualTo(400);
        }
    }

    @Test
    void a_redirect_that_is_not_ours_is_not_followed() {
        for (var redirect : List.of(
                "https://evil.example/login/oauth2/code/clinic",
                GATEWAY + "/login/oauth2/code/clinic/../../elsewhere",
                GATEWAY + "/login/oauth2/code/other",
                GATEWAY + ".evil.example/login/oauth2/code/clinic")) {
            var page = new Browser()
                    .get(gateway().request(Map.of("redirect_uri", redirect)).address());

            assertThat(page.status()).as(redirect).isEqualTo(400);
            assertThat(page.location()).as(redirect).isNull();
        }
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier() {
        var program = gateway();
        var request = program.request();
        var code = Program.query(
                        signIn(new Browser(), request.address(), client()).location())
                .get("code");

        var refused = program.exchange(code, program.request().verifier());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_good_once_and_a_second_try_ends_what_it_gave() {
        var program = gateway();
        var request = program.request();
        var code = Program.query(
                        signIn(new Browser(), request.address(), client()).location())
                .get("code");
        var tokens = program.exchange(code, request.verifier());

        var again = program.exchange(code, request.verifier());

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(again.error()).isEqualTo("invalid_grant");
        assertThat(program.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_refreshed_token_is_about_the_same_person_and_comes_with_a_new_refresh_token() {
        var program = gateway();
        var first = tokensFor(client());

        var second = program.refresh(first.refresh());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(program.claims(second.access()).getSubject())
                .isEqualTo(program.claims(first.access()).getSubject());
        assertThat(program.refresh(second.refresh()).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_whole_sign_in() {
        var program = gateway();
        var first = tokensFor(client());
        var second = program.refresh(first.refresh());

        var stolen = program.refresh(first.refresh());

        assertThat(stolen.error()).isEqualTo("invalid_grant");
        assertThat(program.refresh(second.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_program_with_a_wrong_secret_gets_nothing() {
        var impostor =
                new Program(issuer(), "rhomboid-gateway", "guessed", gateway().redirect());

        assertThat(impostor.token(Map.of("grant_type", "client_credentials")).status())
                .isEqualTo(401);
        assertThat(impostor.refresh("guessed").status()).isEqualTo(401);
    }

    @Test
    void the_demo_acts_for_itself_as_a_platform_admin_and_the_gateway_can_not() throws ParseException {
        var demo = new Program(issuer(), "rhomboid-demo", SECRET, "");

        var tokens = demo.token(Map.of("grant_type", "client_credentials"));
        var refused = gateway().token(Map.of("grant_type", "client_credentials"));

        var claims = demo.claims(tokens.access());
        assertThat(claims.getAudience()).contains("rhomboid");
        assertThat(claims.getStringListClaim("roles")).containsExactly("platform-admin");
        assertThat(tokens.body().has("refresh_token")).isFalse();
        assertThat(refused.status()).isIn(400, 401);
        assertThat(refused.error()).isEqualTo("unauthorized_client");
    }

    @Test
    void an_app_signs_people_in_with_its_verifier_alone_on_any_port_of_its_machine() {
        var app = new Program(issuer(), "rhomboid-app", "", "http://127.0.0.1:51123/callback");

        var tokens = tokensFor(client(), app, new Browser());

        assertThat(app.claims(tokens.access()).getAudience()).contains("rhomboid");
    }

    @Test
    void an_app_refreshes_by_its_token_alone_and_each_is_good_once() {
        var app = new Program(issuer(), "rhomboid-app", "", "http://127.0.0.1:51123/callback");
        var first = tokensFor(client(), app, new Browser());
        untilItTellsThemApart();

        var second = app.refresh(first.refresh());
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(app.claims(second.access()).getSubject())
                .isEqualTo(app.claims(first.access()).getSubject());
        var third = app.refresh(second.refresh());
        assertThat(third.status()).isEqualTo(200);

        // The first again, from somewhere else: whoever has the third is not to be trusted either.
        assertThat(app.refresh(first.refresh()).error()).isEqualTo("invalid_grant");
        assertThat(app.refresh(third.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void an_app_gives_its_refresh_token_back_when_somebody_signs_out() {
        var app = new Program(issuer(), "rhomboid-app", "", "http://127.0.0.1:51123/callback");
        var tokens = tokensFor(client(), app, new Browser());

        app.revoke(tokens.refresh());

        assertThat(app.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void a_refresh_token_is_worth_nothing_to_another_program() {
        var app = new Program(issuer(), "rhomboid-app", "", "http://127.0.0.1:51123/callback");
        var ofGateway = tokensFor(client());
        var gatewayWithoutSecret =
                new Program(issuer(), "rhomboid-gateway", "", gateway().redirect());

        assertThat(gatewayWithoutSecret.refresh(ofGateway.refresh()).status()).isEqualTo(401);
        assertThat(app.refresh(ofGateway.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void who_is_signed_in_is_not_asked_again_until_they_sign_out() {
        var program = gateway();
        var browser = new Browser();
        var tokens = tokensFor(client(), program, browser);
        assertThat(browser.get(program.request().address()).location()).isNotNull();

        var back = browser.get(program.logout(tokens.id(), GATEWAY + "/"));

        assertThat(back.location()).hasToString(GATEWAY + "/?state=bye");
        var asked = browser.get(program.request().address());
        assertThat(asked.location()).isNull();
        assertThat(asked.body()).contains("name=\"password\"");
    }

    @Test
    void who_is_signed_in_is_asked_again_if_the_program_wants_that() {
        var program = gateway();
        var browser = new Browser();
        tokensFor(client(), program, browser);
        var request = program.request(Map.of("prompt", "login"));

        var asked = browser.get(request.address());

        assertThat(asked.location()).isNull();
        assertThat(asked.body()).contains("name=\"password\"");
        // A form that knows who it is may leave the address out.
        var fields = asked.body().contains("name=\"" + addressField() + "\"")
                ? Map.of(addressField(), client().email(), "password", client().password())
                : Map.of("password", client().password());
        var back = browser.submit(asked, fields).location();
        assertThat(back).isNotNull();
        assertThat(program.exchange(Program.query(back).get("code"), request.verifier())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_is_revoked_is_worth_nothing() {
        var program = gateway();
        var tokens = tokensFor(client());

        program.revoke(tokens.refresh());

        assertThat(program.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void signing_out_ends_the_refresh_token() {
        var program = gateway();
        var browser = new Browser();
        var tokens = tokensFor(client(), program, browser);

        browser.get(program.logout(tokens.id(), GATEWAY + "/"));

        assertThat(program.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void signing_out_sends_nobody_to_a_foreign_page() {
        var browser = new Browser();
        var tokens = tokensFor(client(), gateway(), browser);

        var page = browser.get(gateway().logout(tokens.id(), "https://evil.example/"));

        assertThat(page.location()).isNull();
        assertThat(page.status()).isEqualTo(400);
    }
}
