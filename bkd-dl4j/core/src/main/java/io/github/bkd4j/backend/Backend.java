package io.github.bkd4j.backend;

import org.nd4j.linalg.factory.Nd4j;

/** The hardware that ND4J computes on. ND4J selects one backend when it starts and keeps it until the JVM exits. */
public enum Backend {
    /** The CPU, through {@code nd4j-native}. */
    CPU,

    /** An NVIDIA device, through {@code nd4j-cuda}. */
    CUDA;

    /**
     * Returns the backend of this JVM. Starts ND4J if it is not running yet.
     *
     * @return the backend that ND4J selected
     */
    public static Backend running() {
        return Nd4j.getBackend().getClass().getName().contains("JCublas") ? CUDA : CPU;
    }
}
