package io.rhomboid.notification.message;

/** The bodies of the mails, by kind and language; each kind has facts of its own. */
public interface TemplateSet {

    String text(MessageKind kind, Language language, Record facts);

    /** Whatever a person wrote comes out as text, never as markup. */
    String html(MessageKind kind, Language language, Record facts);
}
