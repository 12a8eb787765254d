package io.github.bkd4j.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses numbers on the command line, with error messages that do not mention Java types. */
final class Numbers {

    private Numbers() {}

    static CommandLine register(CommandLine command) {
        ITypeConverter<Double> real = converter(Double::valueOf, "a number such as 0.5");
        ITypeConverter<Integer> whole = converter(Integer::valueOf, "a whole number below 2^31");
        return command.registerConverter(double.class, real)
                .registerConverter(Double.class, real)
                .registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, converter(Long::valueOf, "a whole number below 2^63"));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parse, String kind) {
        return value -> {
            try {
                return parse.apply(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("must be " + kind + " but was '" + value + "'");
            }
        };
    }
}
