/**
 * Example programs of at most 80 lines, one idea each; {@code examples/README.md} lists them with their output. Each is
 * a starting point to copy. Build once from the root, then run one:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl examples -am package
 * java -cp "examples/target/classes:$(cat examples/target/dependencies.classpath)" io.github.bkd4j.examples.OwnTsv
 * }</pre>
 */
@NullMarked
package io.github.bkd4j.examples;

import org.jspecify.annotations.NullMarked;
