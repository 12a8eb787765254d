package io.github.bkd4j.cli;

import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.BiLstm;
import io.github.bkd4j.network.Head;
import io.github.bkd4j.network.TextArchitecture;
import io.github.bkd4j.network.TextCnn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A kind of network that has a name on the command line.
 *
 * @param name its name there
 * @param asStudent in the size of a student, under a given output layer
 * @param asTeacher in the size of a teacher
 */
record TextNetwork(String name, Function<Head, TextArchitecture> asStudent, TextArchitecture asTeacher) {

    static final TextNetwork BAG = new TextNetwork(
            "bag",
            BagOfEmbeddings.subwords()::withHead,
            BagOfEmbeddings.subwords().withDimension(256));
    static final TextNetwork TEXT_CNN = new TextNetwork("text-cnn", TextCnn.small()::withHead, TextCnn.small());

    static final TextNetwork BILSTM = new TextNetwork("bilstm", BiLstm.small()::withHead, BiLstm.small());

    private static final List<TextNetwork> ALL = List.of(BAG, TEXT_CNN, BILSTM);

    @Override
    public String toString() {
        return name;
    }

    /** The kind of a name, if there is one. */
    static Optional<TextNetwork> named(String name) {
        return ALL.stream().filter(network -> network.name.equals(name)).findFirst();
    }

    /** All names, for sentences. */
    static String names() {
        return ALL.stream().map(TextNetwork::name).collect(Collectors.joining(", "));
    }

    /** Understands the names. */
    static final class Converter implements ITypeConverter<TextNetwork> {

        @Override
        public TextNetwork convert(String value) {
            return named(value)
                    .orElseThrow(() ->
                            new TypeConversionException("must be one of " + names() + " but was '" + value + "'"));
        }
    }
}
