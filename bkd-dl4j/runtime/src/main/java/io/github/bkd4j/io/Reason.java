package io.github.bkd4j.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing failed, in words that can end a sentence. */
public final class Reason {

    private Reason() {}

    /**
     * The reason that an exception gives, without the name of the file.
     *
     * @param e what reading or writing threw
     * @return words in lower case without a full stop; never blank
     */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something of this name is there"; // such as a symbolic link that leads nowhere
        }
        // The message of a FileSystemException is the file's name, which the sentence has already.
        String words = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return words == null || words.isBlank() ? e.getClass().getSimpleName() : uncapitalised(words);
    }

    private static String uncapitalised(String words) {
        return Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
