package io.github.bkd4j.kernel;

import java.util.Arrays;

/** Numbers the distinct keys in the order in which they come; open addressing, so that nothing is boxed. */
final class SlotMap {

    private final int[] table; // slot + 1 of the key there, 0 where free
    private final int[] keys; // [slots], and room for more
    private int size;

    SlotMap(int atMost) {
        table = new int[Integer.highestOneBit(Math.max(1, atMost)) << 2];
        keys = new int[atMost];
    }

    int slotOf(int key) {
        int mask = table.length - 1;
        int at = (key * 0x9E3779B9) >>> 7 & mask;
        while (table[at] != 0) {
            if (keys[table[at] - 1] == key) {
                return table[at] - 1;
            }
            at = at + 1 & mask;
        }
        keys[size] = key;
        table[at] = ++size;
        return size - 1;
    }

    int[] keys() {
        return Arrays.copyOf(keys, size);
    }
}
