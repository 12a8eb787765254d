package io.github.bkd4j.network;

import io.github.bkd4j.text.Weighting;

class TfIdfEncoderTest extends TokenEncoderContract {

    @Override
    Weighting weighting() {
        return Weighting.TF_IDF;
    }
}
