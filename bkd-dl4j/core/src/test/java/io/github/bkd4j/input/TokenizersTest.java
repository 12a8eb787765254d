package io.github.bkd4j.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.text.Tokenizer;
import org.deeplearning4j.text.tokenization.tokenizer.preprocessor.CommonPreprocessor;
import org.deeplearning4j.text.tokenization.tokenizerfactory.DefaultTokenizerFactory;
import org.junit.jupiter.api.Test;

class TokenizersTest {

    @Test
    void dl4jTokenizersWorkWithTheirPreprocessor() {
        DefaultTokenizerFactory factory = new DefaultTokenizerFactory();
        factory.setTokenPreProcessor(new CommonPreprocessor());
        Tokenizer tokenizer = Tokenizers.of("dl4j", factory);

        assertThat(tokenizer.name()).isEqualTo("dl4j");
        assertThat(tokenizer.words().apply("It's LATE, again")).containsExactly("its", "late", "again");
    }

    @Test
    void wordsThatThePreprocessorLeavesEmptyAreDropped() {
        DefaultTokenizerFactory factory = new DefaultTokenizerFactory();
        factory.setTokenPreProcessor(new CommonPreprocessor());

        assertThat(Tokenizers.of("dl4j", factory).words().apply("late ... again"))
                .containsExactly("late", "again");
    }
}
