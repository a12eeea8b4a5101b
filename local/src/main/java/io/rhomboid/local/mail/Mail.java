package io.rhomboid.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * One caught mail, taken apart.
 *
 * @param id ours; rises with the time of arrival
 * @param messageId the sender's, without angle brackets; empty when there is none
 * @param bcc who the envelope named and no header did
 * @param text the body as plain text; empty when there is none
 * @param html the body as HTML; empty when there is none. Not to be trusted
 * @param parts everything that is not the body: attachments, calendar entries, pictures
 * @param size of the whole mail, in bytes
 */
record Mail(
        String id,
        Instant created,
        String messageId,
        Person from,
        List<Person> to,
        List<Person> cc,
        List<Person> bcc,
        List<Person> replyTo,
        String returnPath,
        String subject,
        Instant date,
        String text,
        String html,
        List<Header> headers,
        List<Part> parts,
        int size) {

    /** A name, possibly empty, and an address. */
    record Person(String name, String address) {

        static final Person NOBODY = new Person("", "");

        @Override
        public String toString() {
            return name.isEmpty() ? address : name + " <" + address + ">";
        }
    }

    record Header(String name, String value) {}

    /**
     * @param partId where it lies in the mail, e.g. {@code 1.3}
     * @param fileName empty when there is none
     * @param contentType without parameters, in lower case
     */
    record Part(String partId, String fileName, String contentType, String contentId, boolean inline, byte[] content) {}

    /** The beginning of the text, on one line. */
    String snippet() {
        var plain = text.isBlank() ? html.replaceAll("(?s)<(style|head).*?</\\1>|<[^>]*>", " ") : text;
        var line = plain.replaceAll("\\s+", " ").strip();
        return line.length() <= 250 ? line : line.substring(0, 250);
    }
}
