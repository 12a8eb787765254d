package io.github.bkd4j.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Convolutions over a text's embeddings, each pooled to its largest value, then a ReLU (Kim, EMNLP 2014). A text that
 * is shorter than a filter is padded with zeros. Features come by width, the widest filters first.
 *
 * <p>A filter is a sum over its positions, so each distinct token of the batch is multiplied with each position of
 * every filter once, and a window is then a sum of such products; in the backward pass a filter has one window per
 * text.
 *
 * @param vocabulary number of embeddings
 * @param dimension length of an embedding
 * @param widths tokens that a filter sees
 * @param filters filters of each width
 * @param deviation standard deviation of new embeddings
 */
public record ConvolutionKernel(int vocabulary, int dimension, List<Integer> widths, int filters, double deviation)
        implements TextKernel {

    /**
     * Sorts the widths.
     *
     * @param vocabulary see {@link ConvolutionKernel}
     * @param dimension see {@link ConvolutionKernel}
     * @param widths see {@link ConvolutionKernel}
     * @param filters see {@link ConvolutionKernel}
     * @param deviation see {@link ConvolutionKernel}
     */
    public ConvolutionKernel {
        widths = widths.stream().sorted(Comparator.reverseOrder()).toList();
    }

    @Override
    public int features() {
        return widths.size() * filters;
    }

    /** The embeddings; for each position the filters that reach it, [filters][dimension]; the bias, [1][features]. */
    @Override
    public List<TableShape> shapes() {
        List<TableShape> shapes = new ArrayList<>(List.of(new TableShape(vocabulary, dimension)));
        for (int position = 0; position < widths.get(0); position++) {
            shapes.add(new TableShape(reaching(position), dimension));
        }
        shapes.add(new TableShape(1, features()));
        return shapes;
    }

    @Override
    public List<ParameterTable> draw(long seed) {
        Random random = new Random(seed);
        List<ParameterTable> tables = new ArrayList<>();
        tables.add(Embeddings.draw(vocabulary, dimension, deviation, random));
        for (int position = 0; position < widths.get(0); position++) {
            tables.add(drawFilters(position, random));
        }
        tables.add(new ParameterTable(1, features()));
        return tables;
    }

    /** Weights for a ReLU (He et al., ICCV 2015). */
    private ParameterTable drawFilters(int position, Random random) {
        ParameterTable table = new ParameterTable(reaching(position), dimension);
        for (int f = 0; f < table.size(); f++) {
            double spread = Math.sqrt(2.0 / (dimension * width(f)));
            for (int d = 0; d < dimension; d++) {
                table.row(f)[d] = (float) (spread * random.nextGaussian());
            }
        }
        return table;
    }

    /** How many filters see a position: as the widest come first, these are the first ones. */
    int reaching(int position) {
        return filters * (int) widths.stream().filter(width -> width > position).count();
    }

    int narrowest() {
        return widths.get(widths.size() - 1);
    }

    int width(int filter) {
        return widths.get(filter / filters);
    }

    /** The first filter whose window fits into so many tokens. */
    int firstFitting(int tokens) {
        return filters * (int) widths.stream().filter(width -> width > tokens).count();
    }

    @Override
    public Pass forward(List<ParameterTable> parameters, Tokens tokens) {
        return new ConvolutionPass(this, parameters, tokens);
    }
}
