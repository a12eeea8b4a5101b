package io.rhomboid.signin.authorization;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks for the password again where a program wants that ({@code prompt=login}), whoever is signed in here: the gateway
 * does, so that a session that has ended there is not continued from here. Spring Authorization Server does not know it.
 *
 * <p>The first time a request comes, the session here ends; when it comes again from the form, it goes through.
 */
final class AskAgain extends OncePerRequestFilter {

    private static final String ASKED_FOR = AskAgain.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        var wanted = List.of(
                String.valueOf(request.getParameter("state")), String.valueOf(request.getParameter("code_challenge")));
        if (session != null && wanted.equals(session.getAttribute(ASKED_FOR))) {
            session.removeAttribute(ASKED_FOR);
        } else {
            if (session != null) session.invalidate();
            request.getSession().setAttribute(ASKED_FOR, wanted);
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var prompt = request.getParameter("prompt");
        return !request.getRequestURI().equals("/oauth2/authorize")
                || prompt == null
                || Stream.of(prompt.split(" ")).noneMatch("login"::equals);
    }
}
