package io.github.bkd4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Noise in the binary format of CIFAR-10: two classes, four images a file. */
final class CifarFiles {

    private static final int IMAGE = 1 + 3 * 32 * 32; // bytes, that of the class first

    private CifarFiles() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("batches.meta.txt"), "airplane\nautomobile\n");
        Random random = new Random(1);
        for (String file :
                List.of("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch")) {
            byte[] images = new byte[4 * IMAGE];
            random.nextBytes(images);
            for (int i = 0; i < 4; i++) {
                images[i * IMAGE] = (byte) (i % 2);
            }
            Files.write(folder.resolve(file + ".bin"), images);
        }
    }
}
