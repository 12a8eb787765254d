package io.github.bkd4j.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void endsASentence() {
        assertThat(Reason.of(new IOException("No space left on device"))).isEqualTo("no space left on device");
        assertThat(Reason.of(new FileSystemException("a", "b", "Read-only file system")))
                .isEqualTo("read-only file system");
        assertThat(Reason.of(new AccessDeniedException("a"))).isEqualTo("permission denied");
        assertThat(Reason.of(new NoSuchFileException("a"))).isEqualTo("no such file or folder");
        assertThat(Reason.of(new EOFException())).isEqualTo("EOFException");
        assertThat(Reason.of(new IOException(" "))).isEqualTo("IOException");
    }
}
