package io.github.bkd4j.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/**
 * A converter for options whose value may contain a path. Relative paths in a plan file start at the folder of the
 * plan.
 */
interface PathValue extends ITypeConverter<String> {

    /** The value with its path resolved against a folder. */
    String resolved(Path folder, String value);

    @Override
    default String convert(String value) {
        return value;
    }
}
