package io.github.bkd4j.spark;

import java.io.Serializable;
import java.nio.ByteBuffer;
import org.apache.spark.SparkEnv;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * The content of a broadcast variable that is opened once per executor: Spark keeps one object per executor, hands it
 * to all tasks there, and drops it with the variable. It travels as bytes of Spark's closure serializer, so that
 * {@code spark.serializer} need not know what it opens.
 *
 * @param <T> what is opened; all tasks of an executor share it
 */
final class PerExecutor<T> implements Serializable {

    private static final long serialVersionUID = 1L;

    private final byte[] opener;
    private transient volatile @Nullable T opened;

    PerExecutor(Opener<T> opener) {
        ByteBuffer bytes = SparkEnv.get().closureSerializer().newInstance().serialize(opener, tag());
        this.opener = new byte[bytes.remaining()];
        bytes.get(this.opener);
    }

    T value() {
        T value = opened;
        return value == null ? open() : value;
    }

    private synchronized T open() {
        T value = opened;
        if (value == null) {
            Opener<T> read = SparkEnv.get()
                    .closureSerializer()
                    .newInstance()
                    .deserialize(ByteBuffer.wrap(opener), Thread.currentThread().getContextClassLoader(), tag());
            value = read.open();
            opened = value;
        }
        return value;
    }

    private static <T> ClassTag<Opener<T>> tag() {
        return ClassTag$.MODULE$.apply(Opener.class);
    }
}
