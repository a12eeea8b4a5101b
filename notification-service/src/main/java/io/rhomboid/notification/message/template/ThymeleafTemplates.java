package io.rhomboid.notification.message.template;

import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.TemplateSet;

/**
 * Templates at {@code mail/<language>/<kind>.html} and {@code .txt}; the frame around all HTML is
 * {@code mail/layout.html}. They see the facts as {@code it}, and nothing else.
 */
public final class ThymeleafTemplates implements TemplateSet {

    private final SpringTemplateEngine html = engine(TemplateMode.HTML, ".html");
    private final SpringTemplateEngine text = engine(TemplateMode.TEXT, ".txt");

    @Override
    public String text(MessageKind kind, Language language, Record facts) {
        return process(text, kind, language, facts);
    }

    @Override
    public String html(MessageKind kind, Language language, Record facts) {
        return process(html, kind, language, facts);
    }

    private static String process(SpringTemplateEngine engine, MessageKind kind, Language language, Record facts) {
        return engine.process(
                language.locale().toLanguageTag() + "/" + kind.key(),
                new Context(language.locale(), Map.of("it", facts)));
    }

    private static SpringTemplateEngine engine(TemplateMode mode, String suffix) {
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("mail/");
        files.setSuffix(suffix);
        files.setTemplateMode(mode);
        files.setCharacterEncoding("UTF-8");
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
