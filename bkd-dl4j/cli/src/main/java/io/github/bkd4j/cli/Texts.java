package io.github.bkd4j.cli;

import io.github.bkd4j.study.LossName;
import java.util.ListResourceBundle;

/** Texts of the library that option descriptions quote. */
final class Texts extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        return new Object[][] {{"meanings.of.losses", LossName.meanings()}};
    }
}
