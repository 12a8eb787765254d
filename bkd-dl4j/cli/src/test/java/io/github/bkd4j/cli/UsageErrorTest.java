package io.github.bkd4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorTest {

    private static Run run(String line) {
        return Run.of((Object[]) line.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        clasify                               | unknown argument 'clasify', did you mean 'classify'?; try 'bkd --help'
        distill                               | missing required options: '--train=DATA', '--out=MODEL'; try 'bkd distill --help'
        distill --out m                       | missing required option: '--train=DATA'; try 'bkd distill --help'
        distill --train a --train b --out m   | option '--train' (DATA) should be specified only once; try 'bkd distill --help'
        distill --train a --out m --alpha 1 --alpha 2 | option '--alpha' (A) should be specified only once; try 'bkd distill --help'
        distill --train a --out m --alfa=1    | unknown option '--alfa=1', did you mean '--alpha'?; try 'bkd distill --help'
        distill --train a --out m --temp 2    | unknown option '--temp', did you mean '--temperature'?; try 'bkd distill --help'
        distill --train a --out m --label x   | unknown option '--label', did you mean '--label-column'?; try 'bkd distill --help'
        tune --train a --out m --test b       | unknown option '--test'; try 'bkd tune --help'
        distill --train a --out m -x          | unknown option '-x'; try 'bkd distill --help'
        inspect -- a --label-column x         | option '--label-column' must stand before '--' but stood behind it; try 'bkd inspect --help'
        distill --train a --out               | missing required parameter for option '--out' (MODEL); try 'bkd distill --help'
        evaluate m                            | --test or --unlabelled must be given but neither was
        evaluate --test a                     | missing required parameter: 'MODEL'; try 'bkd evaluate --help'
        classify                              | missing required parameter: 'MODEL'; try 'bkd classify --help'
        classify m a b                        | unknown argument 'b'; try 'bkd classify --help'
        serve                                 | MODEL or --model must be given but neither was
        serve m.bkd --model m=n.bkd           | --model must have a name that no other model has but was m
        serve --model m=m.bkd --model m=n.bkd | --model must have a name that no other model has but was m
        serve --model m.bkd                   | --model must be NAME=FILE but was 'm.bkd'
        serve --model =m.bkd                  | --model must be NAME=FILE but was '=m.bkd'
        serve --model m=                      | --model must be NAME=FILE but was 'm='
        serve m.bkd --port 70000              | port must be from 0 to 65535 but was 70000
        serve m.bkd --max-body 0              | --max-body must be >= 1 but was 0
        serve m.bkd --max-texts 0             | --max-texts must be >= 1 but was 0
        serve m.bkd --max-requests 0          | --max-requests must be >= 1 but was 0
        serve m.bkd --max-connections 0       | --max-connections must be >= 1 but was 0
        serve m.bkd --timeout 0               | --timeout must be >= 1 but was 0
        serve m.bkd --warm-up -1              | --warm-up must be >= 0 but was -1
        serve no-such.bkd                     | no-such.bkd: no such model file
        inspect                               | missing required parameter: 'DATA'; try 'bkd inspect --help'
        quickstart now                        | unknown argument 'now'; try 'bkd quickstart --help'
        """)
    void isOneSentence(String line, String sentence) {
        run(line).refused(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        --epochs 1.5        | --epochs must be a whole number below 2^31 but was '1.5'
        --epochs 3000000000 | --epochs must be a whole number below 2^31 but was '3000000000'
        --batch-size x      | --batch-size must be a whole number below 2^31 but was 'x'
        --patience x        | --patience must be a whole number below 2^31 but was 'x'
        --deferred x        | --deferred must be a whole number below 2^31 but was 'x'
        --threads x         | --threads must be a whole number below 2^31 but was 'x'
        --seed x            | --seed must be a whole number below 2^63 but was 'x'
        --learning-rate x   | --learning-rate must be a number such as 0.5 but was 'x'
        --temperature 2,5   | --temperature must be a number such as 0.5 but was '2,5'
        --alpha x           | --alpha must be a number such as 0.5 but was 'x'
        --beta x            | --beta must be a number such as 0.5 but was 'x'
        --tempering x       | --tempering must be a number such as 0.5 but was 'x'
        --student bert      | --student must be one of bag, wide-bag, text-cnn, bilstm but was 'bert'
        """)
    void aValueOfTheWrongKindIsNamed(String option, String sentence) {
        run("distill --train no-such.tsv --out m.bkd " + option).refused(sentence + "; try 'bkd distill --help'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        --loss mse                    | --loss must be one of bkd, bkd-plain, bkd-paper, kd, kd-la, dkd, ce, cb, focal, ldam-drw, logit-adjusted, ce+pseudo, la+pseudo, each also with +pla behind it, but was 'mse'
        --temperature 0               | temperature must be finite and > 0 but was 0.0
        --temperature NaN             | temperature must be finite and > 0 but was NaN
        --temperature 1e999           | temperature must be finite and > 0 but was Infinity
        --alpha -1                    | alpha must be finite and >= 0 but was -1.0
        --beta 1                      | beta must be in [0, 1) but was 1.0
        --beta -0.1                   | beta must be in [0, 1) but was -0.1
        --tempering -1                | tempering must be finite and >= 0 but was -1.0
        --adjustment -1               | adjustment must be finite and >= 0 but was -1.0
        --deferred -1                 | --deferred must be >= 0 and below --epochs 40 but was -1
        --deferred 40                 | --deferred must be >= 0 and below --epochs 40 but was 40
        --loss kd --temperature -1    | temperature must be finite and > 0 but was -1.0
        --loss kd --alpha NaN         | alpha must be finite and >= 0 but was NaN
        --epochs 0                    | epochs must be >= 1 but was 0
        --batch-size 0                | batch size must be >= 1 but was 0
        --learning-rate 0             | learning rate must be finite and > 0 but was 0.0
        --learning-rate NaN           | learning rate must be finite and > 0 but was NaN
        --patience -1                 | patience must be >= 0 but was -1
        --patience 3                  | --patience must come with --valid
        --teacher bert                | --teacher must be one of transformer, linear, bag, wide-bag, text-cnn, bilstm, some of these joined by +, model:FILE.bkd, logits:FILE.npy, probabilities:FILE.npy but was 'bert'
        --encoder bert                | --encoder must be one of minilm, bge-small, e5-small, minilm-float, bge-small-float, e5-small-float, FILE.onnx[tokenizer=FILE.json], or some of these and ngrams joined by +, but was 'bert'
        --encoder ngrams              | --encoder ngrams must be joined with a sentence encoder but stood alone
        --encoder minilm+ngrams[prefix=a] | --encoder ngrams must have no options but had {prefix=a}
        --encoder minilm+             | --encoder must be NAME[OPTION=VALUE,...] but was ''
        --encoder minilm[prefix=a     | --encoder must be NAME[OPTION=VALUE,...] but was 'minilm[prefix=a'
        --encoder minilm[poling=mean] | --encoder must have options such as tokenizer=, pooling=, prefix=, long-texts=, max-tokens= but had 'poling=mean'
        --encoder minilm[pooling=cls] | --encoder pooling must be mean or first but was 'cls'
        --encoder minilm[long-texts=x] | --encoder long-texts must be cut or windows but was 'x'
        --encoder minilm[max-tokens=2] | --encoder max-tokens must be a whole number >= 3 but was '2'
        --encoder minilm[tokenizer=a] | --encoder must have its tokenizer left out where it has a name but was 'minilm'
        --encoder no-such.onnx[tokenizer=a] | no-such.tsv: no such file
        --teacher bag --encoder minilm | --encoder must come with --teacher transformer but came with 'bag'
        --teacher bag --l2 cv         | --l2 must come with --teacher transformer but came with 'bag'
        --label-names labels --l2 none | --label-names must come without --l2 none
        --teacher bag --label-names a | --label-names must come with --teacher transformer but came with 'bag'
        --l2 x                        | --l2 must be cv, none or a number >= 0 but was 'x'
        --l2 -1                       | --l2 must be cv, none or a number >= 0 but was '-1'
        --teacher bag --vectors teacher | --vectors teacher must come with --teacher transformer but came with 'bag'
        --teacher logits:             | --teacher must have a file behind 'logits:' but had none
        --teacher model:              | --teacher must have a file behind 'model:' but had none
        --teacher logits:a --cross-fit 2 | --cross-fit must come with a teacher that is trained but came with 'logits:a'
        --cross-fit 1                 | --cross-fit must be 0 or >= 2 but was 1
        --softened-at 0               | temperature must be finite and > 0 but was 0.0
        --ui 0                        | --ui must be from 1 to 65535 but was 0
        --ui 9000                     | --ui must have org.deeplearning4j:deeplearning4j-ui:1.0.0-M2.1 and its dependencies on the class path, set by BKD_CLASSPATH, but lacked it
        --transfer many               | --transfer must be none or 0 to 100 but was 'many'; try 'bkd distill --help'
        --transfer -1                  | --transfer must be none or 0 to 100 but was -1.0
        --unlabelled no-such.txt      | no-such.txt: no such file
        """)
    void aValueOutOfRangeIsRefusedBeforeTheFilesAreRead(String options, String sentence) {
        run("distill --train no-such.tsv --out m.bkd " + options).refused(sentence);
    }

    @Test
    void noThreadsAreRefused() {
        run("inspect no-such.tsv --threads 0").refused("--threads must be >= 1 but was 0; try 'bkd --help'");
    }

    @Test
    void anUnknownBackendIsRefused() {
        run("inspect no-such.tsv --backend gpu")
                .refused("--backend must be cpu, cuda or auto but was gpu; try 'bkd --help'");
    }

    /** Before anything else, in one sentence, whatever it is that this machine lacks. */
    @Test
    void cudaIsRefusedWhereItCannotBeHad() {
        Run run = run("inspect no-such.tsv --backend cuda");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).matches("bkd: backend cuda was asked for but [^\n]*\n");
    }
}
