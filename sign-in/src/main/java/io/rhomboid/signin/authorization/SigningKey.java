package io.rhomboid.signin.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import io.rhomboid.signin.PrivateFile;

/** The key that signs tokens (ES256), in a file: tokens of before a restart are good after it. */
final class SigningKey {

    private SigningKey() {}

    /** The key in the file; a new one is made and kept if there is none. */
    static JWK at(Path file) {
        try {
            if (Files.exists(file)) return JWK.parse(Files.readString(file));
            var made = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
            PrivateFile.write(file, made.toJSONString());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    "the signing key in " + file + " can't be read; remove it for a new one", e);
        }
    }
}
