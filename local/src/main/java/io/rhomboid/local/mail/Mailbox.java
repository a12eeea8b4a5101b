package io.rhomboid.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * The caught mails, one file each, the newest first. When there are too many, the oldest go.
 *
 * <p>A file is the mail as it came, with two lines before it that say what the envelope said. It is on
 * disk before the sender hears that the mail was taken.
 */
final class Mailbox {

    static final String RETURN_PATH = "Return-Path";
    static final String DELIVERED_TO = "Delivered-To";

    private static final String ENDING = ".eml";

    private final Path folder;
    private final int limit;
    private final AtomicLong lastId;

    /** Without the contents of their parts, which would fill the memory. */
    private final ConcurrentSkipListMap<String, Mail> mails = new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    Mailbox(Path folder, int limit) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.limit = limit;
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(ENDING)).toList()) {
                var id = file.getFileName().toString().replace(ENDING, "");
                mails.put(id, light(read(id, Files.readAllBytes(file))));
            }
        }
        lastId = new AtomicLong(mails.isEmpty() ? 0 : Long.parseLong(mails.firstKey(), 36));
        forgetTheOldest();
    }

    void add(String from, List<String> recipients, byte[] message) throws IOException {
        var id = nextId();
        var raw = new ByteArrayOutputStream(message.length + 200);
        raw.writeBytes(line(RETURN_PATH, "<" + from + ">"));
        raw.writeBytes(line(DELIVERED_TO, String.join(", ", recipients)));
        raw.writeBytes(message);
        var unfinished = folder.resolve(id + ".tmp");
        Files.write(unfinished, raw.toByteArray());
        Files.move(unfinished, file(id), StandardCopyOption.ATOMIC_MOVE);
        mails.put(id, light(read(id, raw.toByteArray())));
        forgetTheOldest();
    }

    List<Mail> all() {
        return List.copyOf(mails.values());
    }

    /** The whole mail. */
    Optional<Mail> find(String id) {
        return raw(id).map(raw -> read(id, raw));
    }

    /** As it came, after what the envelope said. */
    Optional<byte[]> raw(String id) {
        if (!mails.containsKey(id)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(id)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void removeIf(Predicate<Mail> unwanted) {
        for (var mail : mails.values()) {
            if (unwanted.test(mail) && mails.remove(mail.id()) != null) {
                remove(mail.id());
            }
        }
    }

    private void forgetTheOldest() {
        while (mails.size() > limit) {
            var oldest = mails.pollLastEntry();
            if (oldest != null) {
                remove(oldest.getKey());
            }
        }
    }

    private void remove(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ENDING);
    }

    /** The time of arrival in milliseconds, or the next number if that is taken; to base 36, so that ids sort. */
    private String nextId() {
        var next = lastId.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis()));
        return Long.toString(next, 36);
    }

    private static Mail read(String id, byte[] raw) {
        return MailReader.read(id, Instant.ofEpochMilli(Long.parseLong(id, 36)), raw);
    }

    private static Mail light(Mail mail) {
        var parts = mail.parts().stream()
                .map(part -> new Mail.Part(
                        part.partId(),
                        part.fileName(),
                        part.contentType(),
                        part.contentId(),
                        part.inline(),
                        new byte[0]))
                .toList();
        return new Mail(
                mail.id(),
                mail.created(),
                mail.messageId(),
                mail.from(),
                mail.to(),
                mail.cc(),
                mail.bcc(),
                mail.replyTo(),
                mail.returnPath(),
                mail.subject(),
                mail.date(),
                mail.snippet(),
                "",
                List.of(),
                parts,
                mail.size());
    }

    private static byte[] line(String header, String value) {
        return (header + ": " + value.replaceAll("[\\r\\n]", "") + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
