package io.rhomboid.signin;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer the address of this server as tokens name it, without a slash at its end
 * @param folder where keys and the demo people's passwords are kept across restarts
 * @param gateways addresses of the gateway as browsers use it, without a slash at their end
 * @param gatewaySecret with which the gateway shows that it is the gateway
 * @param demoSecret with which the demo's loader shows that it is the loader
 * @param sender mails with codes come from this address
 */
@Validated
@ConfigurationProperties("rhomboid.sign-in")
public record SignInSettings(
        URI issuer,
        Path folder,
        @NotEmpty List<URI> gateways,
        @NotBlank String gatewaySecret,
        @NotBlank String demoSecret,
        @NotBlank String sender) {}
