package io.github.bkd4j.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;

/** An option whose value may have a path in it; where that begins depends on where the option is written. */
interface PathValue extends ITypeConverter<String> {

    /** The value with its path below a folder. */
    String resolved(Path folder, String value);

    @Override
    default String convert(String value) {
        return value;
    }
}
