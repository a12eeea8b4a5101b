package io.rhomboid.platform.web;

import java.util.Collection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a blank where a parameter takes several values, as in {@code ?days=MONDAY,}. Spring makes a null of it, inside a
 * collection that nobody expects to have one.
 */
final class NoBlankAmongSeveral implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        for (var parameter : method.getMethodParameters()) {
            var named = parameter.getParameterAnnotation(RequestParam.class);
            if (named == null || !Collection.class.isAssignableFrom(parameter.getParameterType())) continue;
            var name = named.name().isEmpty() ? parameter.getParameter().getName() : named.name();
            var values = request.getParameterValues(name);
            if (values == null) continue;
            for (var value : values) {
                // Nothing at all is no value; a blank beside a comma is meant to be one.
                if (!value.isEmpty() && hasBlank(value)) {
                    throw new ProblemException(Problem.of(
                                    HttpStatus.BAD_REQUEST,
                                    "invalid-parameter",
                                    name + " must be values with commas between, none of them blank.")
                            .field(name, "must be values with commas between, none of them blank"));
                }
            }
        }
        return true;
    }

    private static boolean hasBlank(String value) {
        for (var part : StringUtils.commaDelimitedListToStringArray(value)) {
            if (part.trim().isEmpty()) return true;
        }
        return false;
    }
}
