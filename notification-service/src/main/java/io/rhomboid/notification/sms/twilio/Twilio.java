package io.rhomboid.notification.sms.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.provider.Provider.NotAsked;
import io.rhomboid.notification.provider.ProviderSettings;
import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.notification.sms.TextProvider;
import io.rhomboid.platform.outside.OutsideServers;

/** Twilio's Messages resource, 2010-04-01. */
public final class Twilio implements TextProvider, AutoCloseable {

    private static final int MOST_BYTES = 64 * 1024;

    /** Who has the number said STOP. */
    private static final int UNSUBSCRIBED = 21610;

    private final TwilioAccount account;
    private final OutsideServers servers = new OutsideServers("Rhomboid (text messages)", Set.of("https"), true);
    private final Provider provider;
    private final ProviderSettings settings;

    public Twilio(TwilioAccount account, ProviderSettings settings, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.provider = new Provider("sms", settings, clock);
    }

    @Override
    public boolean isThere() {
        return account.isThere();
    }

    @Override
    public boolean mayBeAsked() {
        return provider.mayBeAsked();
    }

    private record Answered(Reply reply, boolean fromWhoIsWell) implements Provider.Answer {}

    @Override
    public Reply send(PhoneNumber to, String text) {
        try {
            return provider.ask(() -> post(to, text)).reply;
        } catch (NotAsked e) {
            return new Reply.NotAsked(e.forAbout());
        } catch (ConnectException | ConnectTimeoutException | UnknownHostException e) {
            return new Reply.NotNow("the provider can't be reached");
        } catch (TimeoutException | IOException e) {
            return new Reply.Unknown("the provider did not answer as it should");
        }
    }

    private Answered post(PhoneNumber to, String text) throws IOException {
        var request =
                new HttpPost(URI.create(account.url() + "/2010-04-01/Accounts/" + account.id() + "/Messages.json"));
        var basic = (account.id() + ":" + account.token()).getBytes(StandardCharsets.UTF_8);
        request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
        var form = new ArrayList<NameValuePair>(List.of(
                new BasicNameValuePair("To", to.value()),
                new BasicNameValuePair("Body", text),
                new BasicNameValuePair(
                        "StatusCallback", account.statusCallback().toString())));
        // What begins with MG is a messaging service, which chooses a number itself.
        form.add(new BasicNameValuePair(
                account.from().startsWith("MG") ? "MessagingServiceSid" : "From", account.from()));
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        var until = Instant.now().plus(settings.timeLimit());
        return servers.ask(request, response -> understood(response, until));
    }

    private static Answered understood(ClassicHttpResponse response, Instant until) throws IOException {
        var status = response.getCode();
        if (status == 201 || status == 200) {
            var id = body(response, until).path("sid").asString("");
            // It was taken, whatever it is called.
            return new Answered(new Reply.Taken(id), true);
        }
        if (status == 429 || status == 503) return new Answered(new Reply.NotNow("status " + status), false);
        if (status == 401 || status == 403) return new Answered(new Reply.NotNow("our account is not let in"), false);
        if (status >= 500) return new Answered(new Reply.Unknown("status " + status), false);
        var code = body(response, until).path("code").asInt(0);
        return new Answered(
                code == UNSUBSCRIBED ? new Reply.Stopped() : new Reply.Refused("refused: " + status + ", code " + code),
                true);
    }

    private static JsonNode body(ClassicHttpResponse response, Instant until) throws IOException {
        if (response.getEntity() == null) return JsonMapper.shared().createObjectNode();
        try (InputStream body = response.getEntity().getContent()) {
            var bytes = OutsideServers.read(body, MOST_BYTES, until);
            return bytes == null
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
