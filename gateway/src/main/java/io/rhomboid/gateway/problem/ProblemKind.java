package io.rhomboid.gateway.problem;

import java.util.Locale;

import org.springframework.http.HttpStatus;

/** Why the gateway says no. The name, in small letters with hyphens, is the problem's type and stays for ever. */
public enum ProblemKind {
    /** The request line, a header or the path can't be read, or is one that no honest client sends. */
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    /** A session's cookie and a token of one's own in one request. */
    TWO_CREDENTIALS(HttpStatus.BAD_REQUEST),
    /** An Authorization header that holds no good access token. */
    TOKEN_REFUSED(HttpStatus.UNAUTHORIZED),
    /** The session was ended, was idle for too long, or never was. */
    SESSION_OVER(HttpStatus.UNAUTHORIZED),
    /** A change in a session without the token that only our pages have, or from another site. */
    CSRF_TOKEN_MISSING(HttpStatus.FORBIDDEN),
    /** This asks for somebody who has signed in only a moment ago. */
    SIGN_IN_AGAIN(HttpStatus.FORBIDDEN),
    /** A page of another origin asked, and that origin is not on the list. */
    ORIGIN_NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    /** The body did not arrive in time. */
    REQUEST_TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    /** More of one kind than one visitor may ask in its time. */
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    /** More slots held at once than one visitor may, whatever the clients are called. */
    TOO_MANY_HOLDS_HERE(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    /** The OpenID provider can't be asked. */
    SIGN_IN_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /** The service broke the connection off in the middle: whether it acted is unknown. */
    SERVICE_FAILED(HttpStatus.BAD_GATEWAY),
    /** The service can't be reached: the request never got to it. */
    SERVICE_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /** All connections to the service are taken: the request never got to it. */
    SERVICE_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    /** The gateway holds as many unfinished bodies as it may. */
    GATEWAY_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    /** The service did not answer in time: whether it acted is unknown. */
    SERVICE_SLOW(HttpStatus.GATEWAY_TIMEOUT);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    public String urn() {
        return "urn:rhomboid:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
