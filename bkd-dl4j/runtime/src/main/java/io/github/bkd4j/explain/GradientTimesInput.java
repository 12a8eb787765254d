package io.github.bkd4j.explain;

import io.github.bkd4j.kernel.BagKernel;
import io.github.bkd4j.kernel.KernelNetwork;
import io.github.bkd4j.kernel.OutputKernel;
import io.github.bkd4j.kernel.ParameterTable;
import io.github.bkd4j.kernel.RowGradient;
import io.github.bkd4j.kernel.TextKernel;
import io.github.bkd4j.kernel.WideBagKernel;
import io.github.bkd4j.text.TextEncoder;
import io.github.bkd4j.text.TextToken;
import io.github.bkd4j.text.TokenRows;
import io.github.bkd4j.text.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The exact shares of a bag's tokens. Its features are linear in the embeddings and in the hidden layer's bias where
 * the ReLU is open, and constant where it is shut: each row of these tables times its gradient is its share.
 */
final class GradientTimesInput {

    private static final int HIDDEN_BIAS = 2; // position among a bag's tables, if it has a hidden layer

    private GradientTimesInput() {}

    static Shares of(TextEncoder encoder, KernelNetwork network, String text, int label, int other) {
        TokenRows rows = encoder.encode(List.of(text));
        List<ParameterTable> tables = network.tables();
        OutputKernel output = network.output();
        TextKernel.Pass pass = network.kernel().forward(tables, rows.batch(0));
        float[][] epsilon = {output.derivative(pass.features()[0], label, other)}; // [1][features]
        List<RowGradient> gradients = pass.backward(epsilon);
        Map<Integer, Double> byId = shares(gradients.get(0), tables.get(0));
        double bias = OutputKernel.difference(output.bias(), label, other);
        if (network.kernel() instanceof WideBagKernel) {
            int wide = tables.size() - 1;
            shares(gradients.get(wide), tables.get(wide)).forEach((id, share) -> byId.merge(id, share, Double::sum));
        }
        bias += byId.getOrDefault(Vocabulary.UNKNOWN, 0.0);
        if (bag(network.kernel()).hidden() > 0) {
            bias += sum(shares(gradients.get(HIDDEN_BIAS), tables.get(HIDDEN_BIAS)));
        }
        return new Shares(bias, contributions(encoder.tokens(text), byId), true);
    }

    private static BagKernel bag(TextKernel kernel) {
        return kernel instanceof WideBagKernel wide ? wide.bag() : (BagKernel) kernel;
    }

    /** Share of each row that has a gradient. */
    private static Map<Integer, Double> shares(RowGradient gradient, ParameterTable table) {
        Map<Integer, Double> shares = new LinkedHashMap<>();
        float[] buffer = new float[table.columns()];
        for (int slot = 0; slot < gradient.size(); slot++) {
            int id = gradient.id(slot);
            shares.put(id, product(table.row(id), gradient.row(slot, buffer)));
        }
        return shares;
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static double sum(Map<Integer, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static List<Contribution> contributions(List<TextToken> tokens, Map<Integer, Double> byId) {
        Map<Integer, List<TextToken>> occurrences =
                tokens.stream().collect(Collectors.groupingBy(TextToken::id, LinkedHashMap::new, Collectors.toList()));
        occurrences.remove(Vocabulary.UNKNOWN); // its share is in the bias
        List<Contribution> contributions = new ArrayList<>();
        occurrences.forEach((id, places) -> {
            TextToken first = places.get(0);
            contributions.add(new Contribution(
                    first.token(),
                    first.kind(),
                    places.stream().map(TextToken::place).toList(),
                    byId.getOrDefault(id, 0.0)));
        });
        return contributions;
    }
}
