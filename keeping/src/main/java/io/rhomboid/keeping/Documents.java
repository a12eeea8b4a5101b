package io.rhomboid.keeping;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files of BSON documents, one after the other, gzip; written and read one document at a time. */
final class Documents {

    /** What a store takes at most, and a little for what it adds itself. */
    private static final int LARGEST = (16 << 20) + (16 << 10);

    private static final int SMALLEST = 5;

    private Documents() {}

    /** What is done with each document. */
    interface Reader {
        void read(byte[] document) throws IOException;
    }

    /** Hands over the documents until there are no more. */
    interface Source {
        void forEach(Reader reader) throws IOException;
    }

    /** Writes them to a new file, on the disk when this returns; answers the file's SHA-256. */
    static String write(Path file, Source source) throws IOException {
        var digest = Tally.sha256();
        try (var raw = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new GZIPOutputStream(
                        new BufferedOutputStream(new DigestOutputStream(raw, digest), 64 << 10), 64 << 10)) {
            source.forEach(out::write);
        }
        sync(file);
        return HexFormat.of().formatHex(digest.digest());
    }

    static void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Reads them all; answers the file's SHA-256.
     *
     * @throws IOException if it is cut off, or no such file
     */
    static String read(Path file, Reader reader) throws IOException {
        var digest = Tally.sha256();
        try (var raw = new DigestInputStream(Files.newInputStream(file), digest);
                var buffered = new BufferedInputStream(raw, 64 << 10);
                var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(buffered, 64 << 10)))) {
            while (true) {
                int first = in.read();
                if (first < 0) break;
                int length = first | in.read() << 8 | in.read() << 16 | in.read() << 24;
                if (length < SMALLEST || length > LARGEST) throw new IOException("a document of " + length + " bytes");
                var document = Arrays.copyOf(
                        new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24)},
                        length);
                in.readFully(document, 4, length - 4);
                reader.read(document);
            }
            // What lies behind the last document counts, too.
            buffered.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException e) {
            throw new IOException("it is cut off", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
