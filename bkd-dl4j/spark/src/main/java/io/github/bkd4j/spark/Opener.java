package io.github.bkd4j.spark;

import java.io.Serializable;

/** Makes, on an executor, what cannot travel: a classifier, a session of ONNX Runtime. */
@FunctionalInterface
interface Opener<T> extends Serializable {

    T open();
}
