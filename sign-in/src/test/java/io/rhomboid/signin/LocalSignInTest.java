package io.rhomboid.signin;

import java.util.regex.Pattern;

import io.rhomboid.signin.Browser.Page;

/** The sign-in server of ours keeps the contract. */
class LocalSignInTest extends OpenIdContract {

    private final RunningSignIn server = RunningSignIn.shared();

    @Override
    String issuer() {
        return server.issuer();
    }

    @Override
    Person client() {
        return server.demo("jo@client.example");
    }

    @Override
    Person platformAdmin() {
        return server.demo("paula@rhomboid.example");
    }

    @Override
    String addressField() {
        return "email";
    }

    @Override
    String trouble(Page page) {
        var found = Pattern.compile("role=\"alert\"[^>]*>([^<]*)<").matcher(page.body());
        return found.find() ? found.group(1) : "";
    }
}
