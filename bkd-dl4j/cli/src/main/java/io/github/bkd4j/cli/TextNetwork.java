package io.github.bkd4j.cli;

import io.github.bkd4j.network.Architecture;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.network.BiLstm;
import io.github.bkd4j.network.TextCnn;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A kind of network that has a name on the command line.
 *
 * @param name its name there
 * @param asStudent in the size of a student
 * @param asTeacher in the size of a teacher
 */
record TextNetwork(String name, Architecture<String> asStudent, Architecture<String> asTeacher) {

    static final TextNetwork BAG = new TextNetwork(
            "bag", BagOfEmbeddings.small(), BagOfEmbeddings.small().withDimension(256));
    static final TextNetwork TEXT_CNN = new TextNetwork("text-cnn", TextCnn.small(), TextCnn.small());

    static final TextNetwork BILSTM = new TextNetwork("bilstm", BiLstm.small(), BiLstm.small());

    private static final List<TextNetwork> ALL = List.of(BAG, TEXT_CNN, BILSTM);

    @Override
    public String toString() {
        return name;
    }

    /** Understands the names. */
    static final class Converter implements ITypeConverter<TextNetwork> {

        @Override
        public TextNetwork convert(String value) {
            return ALL.stream()
                    .filter(network -> network.name.equals(value))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("must be one of " + names() + " but was '" + value + "'"));
        }

        private static String names() {
            return ALL.stream().map(TextNetwork::name).collect(Collectors.joining(", "));
        }
    }
}
