package io.github.bkd4j.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes a file atomically: into a temporary file in the same folder, which is then renamed. If that fails the old file
 * is unchanged. A symbolic link stays: the file that it leads to is written. A device, a pipe or a socket is refused,
 * for the renamed file would take its place.
 */
public final class AtomicFile {

    private static final String TEMPORARY = ".tmp";
    private static final int MOST_LINKS = 40; // as on Linux

    private AtomicFile() {}

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes everything.
         *
         * @param out buffered; may be closed
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, and its folder if that is missing.
     *
     * @param file to write or replace
     * @param content the content; if it throws, so does this method, and the file is unchanged
     * @throws UncheckedIOException if the file cannot be written, with a sentence that says why
     */
    public static void write(Path file, Content content) {
        try {
            Path target = target(file);
            replace(target, temporary(target), content);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    /**
     * Refuses a file that {@link #write} could not write, before work is spent on its content. Its folder is created if
     * that is missing; the file stays as it is.
     *
     * @param file to be written later
     * @throws UncheckedIOException as {@link #write} does
     */
    public static void requireWritable(Path file) {
        try {
            Path temporary = temporary(target(file));
            newFile(temporary).close();
            Files.delete(temporary);
        } catch (IOException e) {
            throw refusal(file, e);
        }
    }

    /**
     * Deletes a file, and the temporary files that killed writers of it have left; of a symbolic link the link.
     *
     * @param file may be missing; nothing may be writing it
     * @return whether the file was there
     * @throws UncheckedIOException if it cannot be deleted, with a sentence that says why
     */
    public static boolean delete(Path file) {
        try {
            Path target = Files.isSymbolicLink(file) ? target(file) : file;
            Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
            boolean deleted = Files.deleteIfExists(file);
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> left =
                        Files.newDirectoryStream(folder, path -> isTemporaryOf(target, path))) {
                    for (Path temporary : left) {
                        Files.delete(temporary);
                    }
                }
            }
            return deleted;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": " + Reason.of(e), e);
        }
    }

    private static boolean isTemporaryOf(Path file, Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("." + file.getFileName() + ".") && name.endsWith(TEMPORARY);
    }

    private static UncheckedIOException refusal(Path file, IOException e) {
        return new UncheckedIOException("cannot write " + file + ": " + Reason.of(e), e);
    }

    /** The file itself, or what its symbolic links lead to, which may be missing. */
    private static Path target(Path file) throws IOException {
        requireRegular(file);
        Path target = file;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new IOException("its symbolic links lead in a circle");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static void requireRegular(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
    }

    private static Path temporary(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        createFolder(folder);
        return folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + TEMPORARY);
    }

    private static void createFolder(Path folder) throws IOException {
        Path existing = folder;
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNull(existing.getParent()); // the root is there
        }
        if (!Files.isDirectory(existing)) {
            throw new IOException(existing + " is not a folder");
        }
        if (!existing.equals(folder)) {
            Files.createDirectories(folder);
        }
    }

    private static OutputStream newFile(Path temporary) throws IOException {
        try {
            return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW);
        } catch (NoSuchFileException e) { // though its folder is there: one that the system keeps, such as /proc
            throw new IOException("its folder takes no new file", e);
        }
    }

    private static void replace(Path file, Path temporary, Content content) throws IOException {
        try {
            try (OutputStream out = new BufferedOutputStream(newFile(temporary))) {
                content.writeTo(out);
            }
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
