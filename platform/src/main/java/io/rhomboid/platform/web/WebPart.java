package io.rhomboid.platform.web;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaking HTTP, for services on Spring MVC. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@Import({ProblemAdvice.class, WebPart.Documented.class})
public class WebPart {

    @Bean
    JsonMapper strictJson() {
        return StrictJson.mapper();
    }

    @Bean
    BodyHash bodyHash(JsonMapper json) {
        return new BodyHash(json);
    }

    @Bean
    WebMvcConfigurer requestArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestArguments());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new NoBlankAmongSeveral());
            }

            /** A plus that was not escaped arrives as a blank; nothing else can have been meant. */
            @Override
            public void addFormatters(FormatterRegistry formats) {
                formats.addConverter(
                        String.class, OffsetDateTime.class, text -> OffsetDateTime.parse(text.replace(' ', '+')));
            }
        };
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    @Bean
    Leaving leaving(@Value("${rhomboid.leaving:0s}") Duration length) {
        return new Leaving(length);
    }

    @Bean
    FilterRegistrationBean<Leaving> leavingRequests(Leaving leaving) {
        var filter = new FilterRegistrationBean<>(leaving);
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Bulkhead> bulkhead(@Value("${rhomboid.bulkhead:200}") int atOnce, JsonMapper json) {
        var filter = new FilterRegistrationBean<>(new Bulkhead(atOnce, json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    /** The OpenAPI document says what our own argument types and problems are. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalOperationCustomizer.class)
    static class Documented {

        static {
            SpringDocUtils.getConfig().addRequestWrapperToIgnore(IdempotencyKey.class, ExpectedVersion.class);
            // What is passed on as it came; else its Java methods would be documented, in another order each time.
            SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
        }

        @Bean
        GlobalOperationCustomizer problemDocs() {
            return new ProblemDocs();
        }

        @Bean
        OpenApiCustomizer title(@Value("${spring.application.name}") String application) {
            return api -> api.setInfo(new Info().title(application).version("v1"));
        }

        @Bean
        OpenApiCustomizer problemSchema() {
            return api -> api.getComponents()
                    .addSchemas(
                            "Problem",
                            new ObjectSchema()
                                    .description("RFC 9457; the type stays the same for ever")
                                    .addProperty(
                                            "type", new StringSchema().example("urn:rhomboid:problem:invalid-field"))
                                    .addProperty("title", new StringSchema())
                                    .addProperty("status", new IntegerSchema())
                                    .addProperty(
                                            "detail", new StringSchema().description("what happened and what to do"))
                                    .addProperty("instance", new StringSchema())
                                    .addProperty("requestId", new StringSchema())
                                    .addProperty(
                                            "errors",
                                            new ArraySchema()
                                                    .items(new ObjectSchema()
                                                            .addProperty(
                                                                    "field", new StringSchema().example("client.email"))
                                                            .addProperty("message", new StringSchema()))));
        }
    }
}
