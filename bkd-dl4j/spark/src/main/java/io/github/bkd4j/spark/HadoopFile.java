package io.github.bkd4j.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Whole files of any file system that Hadoop knows. */
final class HadoopFile {

    private HadoopFile() {}

    static byte[] read(String file, Configuration hadoop) {
        Path path = new Path(file);
        try {
            FileSystem files = path.getFileSystem(hadoop);
            if (files.getFileStatus(path).isDirectory()) {
                throw new DataFrameException(file + ": must be a file but was a folder");
            }
            try (InputStream in = files.open(path)) {
                return in.readAllBytes();
            }
        } catch (FileNotFoundException e) {
            throw new DataFrameException(file + ": no such file", e);
        } catch (IOException e) {
            throw new DataFrameException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(String file, byte[] content, Configuration hadoop) {
        Path path = new Path(file);
        try (OutputStream out = path.getFileSystem(hadoop).create(path)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
        }
    }

    static void makeFolder(String folder, Configuration hadoop) {
        Path path = new Path(folder);
        try {
            path.getFileSystem(hadoop).mkdirs(path);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be made: " + e.getMessage(), e);
        }
    }
}
