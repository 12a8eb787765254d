package io.github.bkd4j.spark;

import io.github.bkd4j.evaluate.Predictor;
import io.github.bkd4j.io.Fingerprinted;
import java.io.Serializable;
import java.util.List;

/**
 * Opens a teacher on an executor. What travels there is this object alone, by Java serialization; files that it needs
 * must be on each executor, or in its fields as bytes. {@link EncoderTeacher} is one; a teacher of one's own is
 * another:
 *
 * <pre>{@code
 * record OnnxTeacher(List<String> labels, byte[] model) implements TeacherSource {
 *     public Predictor<String> open() {
 *         return new MyOnnxPredictor(labels, model); // once per executor
 *     }
 *
 *     public Fingerprint fingerprint() {
 *         return Fingerprint.of().with("labels", labels).withBytes("model", model);
 *     }
 * }
 * }</pre>
 *
 * <p>Its fingerprint tells whether kept logits are those of this teacher.
 */
public interface TeacherSource extends Serializable, Fingerprinted {

    /**
     * The classes.
     *
     * @return names in the order of the logits
     */
    List<String> labels();

    /**
     * Opens the teacher, once per executor; its tasks share it.
     *
     * @return a thread-safe predictor over {@link #labels}
     */
    Predictor<String> open();
}
