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
 * A network architecture with a name on the command line.
 *
 * @param name its name on the command line
 * @param asStudent the student's size, for a given output layer
 * @param asTeacher the teacher's size
 */
record TextNetwork(String name, Function<Head, TextArchitecture> asStudent, TextArchitecture asTeacher) {

    static final TextNetwork BAG = new TextNetwork(
            "bag",
            BagOfEmbeddings.subwords()::withHead,
            BagOfEmbeddings.subwords().withDimension(256));
    static final TextNetwork WIDE_BAG = new TextNetwork(
            "wide-bag",
            head -> head == Head.LINEAR
                    ? BagOfEmbeddings.wide()
                    : BagOfEmbeddings.subwords().withHead(head),
            BagOfEmbeddings.wide().withDimension(256));
    static final TextNetwork TEXT_CNN = new TextNetwork("text-cnn", TextCnn.small()::withHead, TextCnn.small());

    static final TextNetwork BILSTM = new TextNetwork("bilstm", BiLstm.small()::withHead, BiLstm.small());

    private static final List<TextNetwork> ALL = List.of(BAG, WIDE_BAG, TEXT_CNN, BILSTM);

    @Override
    public String toString() {
        return name;
    }

    /** The network of a name, if there is one. */
    static Optional<TextNetwork> named(String name) {
        return ALL.stream().filter(network -> network.name.equals(name)).findFirst();
    }

    /** All names, for messages. */
    static String names() {
        return ALL.stream().map(TextNetwork::name).collect(Collectors.joining(", "));
    }

    /** Converts names to networks. */
    static final class Converter implements ITypeConverter<TextNetwork> {

        @Override
        public TextNetwork convert(String value) {
            return named(value)
                    .orElseThrow(() ->
                            new TypeConversionException("must be one of " + names() + " but was '" + value + "'"));
        }
    }
}
