package io.github.bkd4j.cli;

import io.github.bkd4j.study.LossName;
import io.github.bkd4j.study.MultiLabelLoss;
import java.util.ListResourceBundle;

/** Texts of the library that option descriptions quote. */
final class Texts extends ListResourceBundle {

    @Override
    protected Object[][] getContents() {
        String ofLabelSets = " Where texts have sets of labels, one of " + MultiLabelLoss.names() + ".";
        return new Object[][] {{"meanings.of.losses", LossName.meanings() + ofLabelSets}};
    }
}
