package io.github.bkd4j.backend;

import org.nd4j.linalg.factory.Nd4j;

/** What ND4J computes on. It takes one when it starts, and keeps it for as long as the JVM runs. */
public enum Backend {
    /** The processor, by {@code nd4j-native}. */
    CPU,

    /** An NVIDIA device, by {@code nd4j-cuda}. */
    CUDA;

    /**
     * The backend of this JVM; starts ND4J if nothing has yet.
     *
     * @return what ND4J has taken
     */
    public static Backend running() {
        return Nd4j.getBackend().getClass().getName().contains("JCublas") ? CUDA : CPU;
    }
}
