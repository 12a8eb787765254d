package io.github.bkd4j.network;

import io.github.bkd4j.text.Weighting;

class SequenceEncoderTest extends TokenEncoderContract {

    @Override
    Weighting weighting() {
        return Weighting.SEQUENCE;
    }
}
