package io.github.bkd4j.cli;

import picocli.CommandLine.Option;

/** Which networks learn. */
final class NetworkOptions {

    @Option(
            names = "--teacher",
            paramLabel = "NAME",
            converter = TextNetwork.Converter.class,
            description =
                    "bag: adds up the words and word pairs of a text; fast. text-cnn: a convolutional network over "
                            + "its words in order; slower. bilstm: two recurrent networks, one from each end; slowest. "
                            + "Default ${DEFAULT-VALUE}.")
    private TextNetwork teacher = TextNetwork.BAG;

    @Option(
            names = "--student",
            paramLabel = "NAME",
            converter = TextNetwork.Converter.class,
            description = "The same choice, in a smaller size. Default ${DEFAULT-VALUE}.")
    private TextNetwork student = TextNetwork.BAG;

    TextNetwork teacher() {
        return teacher;
    }

    TextNetwork student() {
        return student;
    }
}
