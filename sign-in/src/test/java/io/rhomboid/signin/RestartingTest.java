package io.rhomboid.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestartingTest {

    @Test
    void keeps_keys_people_and_what_programs_were_let_do() throws IOException {
        try (var server = RunningSignIn.start()) {
            var program = new Program(
                    server.issuer(),
                    "rhomboid-gateway",
                    OpenIdContract.SECRET,
                    OpenIdContract.GATEWAY + "/login/oauth2/code/clinic");
            var jo = server.demo("jo@client.example");
            var request = program.request();
            var browser = new Browser();
            var back = browser.submit(
                            browser.get(request.address()), Map.of("email", jo.email(), "password", jo.password()))
                    .location();
            assertThat(back).isNotNull();
            var tokens = program.exchange(Program.query(back).get("code"), request.verifier());

            server.restart();

            assertThat(server.demo("jo@client.example")).isEqualTo(jo);
            assertThat(program.claims(tokens.access()).getSubject()).isNotEmpty();
            var refreshed = program.refresh(tokens.refresh());
            assertThat(refreshed.status()).isEqualTo(200);
            assertThat(program.claims(refreshed.id()).getClaim("sid"))
                    .isEqualTo(program.claims(tokens.id()).getClaim("sid"));
            for (var file : java.util.List.of("people", "signing-key.json")) {
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(server.folder().resolve(file))))
                        .isEqualTo("rw-------");
            }
        }
    }
}
