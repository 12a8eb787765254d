package io.github.bkd4j.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a zip file, wherever it lies. */
interface ZipSource {

    /** Names of the entries, in order. */
    List<String> names();

    /** The first bytes of an entry, at most so many; null if there is none. */
    byte @Nullable [] head(String name, int most) throws IOException;

    /** Exactly {@code size} bytes, or null. */
    byte @Nullable [] bytes(String name, long size) throws IOException;

    /** A file that is open. */
    record OfFile(ZipFile zip) implements ZipSource {

        @Override
        public List<String> names() {
            return zip.stream().<String>map(ZipEntry::getName).toList();
        }

        @Override
        public byte @Nullable [] head(String name, int most) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(most);
            }
        }

        @Override
        public byte @Nullable [] bytes(String name, long size) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null || size < 0 || size != entry.getSize() || size > Integer.MAX_VALUE - 8) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                byte[] bytes = new byte[(int) size];
                return in.readNBytes(bytes, 0, bytes.length) == size && in.read() < 0 ? bytes : null;
            } catch (ZipException | EOFException e) {
                return null;
            }
        }
    }

    /** Entries that were unpacked into memory. */
    record OfMemory(List<String> names, Map<String, byte[]> blocks) implements ZipSource {

        /** Unpacks entry after entry, and no more than so many bytes in all. */
        static OfMemory of(byte[] zip, long most) throws IOException {
            List<String> names = new ArrayList<>();
            Map<String, byte[]> blocks = new LinkedHashMap<>();
            long left = most;
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    byte[] bytes = in.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8));
                    if (in.read() >= 0) {
                        throw new ZipException("it must unpack to at most " + most + " bytes but has more");
                    }
                    left -= bytes.length;
                    names.add(entry.getName());
                    blocks.put(entry.getName(), bytes);
                }
            }
            return new OfMemory(names, blocks);
        }

        @Override
        public byte @Nullable [] head(String name, int most) {
            return blocks.get(name);
        }

        @Override
        public byte @Nullable [] bytes(String name, long size) {
            byte[] bytes = blocks.get(name);
            return bytes != null && bytes.length == size ? bytes : null;
        }
    }
}
