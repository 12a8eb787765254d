package io.github.bkd4j.cli;

import io.github.bkd4j.study.LossName;
import java.util.ListResourceBundle;

/** What descriptions of options quote from the library. */
final class Texts extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        return new Object[][] {{"meanings.of.losses", LossName.meanings()}};
    }
}
