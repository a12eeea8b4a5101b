package io.rhomboid.keeping;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Files and folders of backups: for their owner alone. */
final class Folders {

    static final Set<PosixFilePermission> OURS_ALONE = PosixFilePermissions.fromString("rwx------");

    private Folders() {}

    /** What may be the name of a file, whatever the collection is called. */
    static String fileName(String collection) {
        return URLEncoder.encode(collection, StandardCharsets.UTF_8);
    }

    /** As booking-service sees its folder of keys: a mounted secret has folders beside it whose names begin with a dot. */
    static List<Path> visibleFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    static String sha256(Path file) throws IOException {
        return HexFormat.of().formatHex(Tally.sha256().digest(Files.readAllBytes(file)));
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
