/**
 * What an application needs that reads corpora, classifies, evaluates and reports, in plain Java. Not for users:
 * {@code archive}, the layout of files, which training shares.
 */
@SuppressWarnings("module") // training is a module by its name alone, for Deeplearning4j is none
module io.github.bkd4j.runtime {
    requires transitive java.sql;
    requires transitive com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.statistics.distribution;
    requires org.slf4j;
    requires static lombok;
    requires static transitive org.jspecify;

    exports io.github.bkd4j.io;
    exports io.github.bkd4j.corpus;
    exports io.github.bkd4j.balance;
    exports io.github.bkd4j.text;
    exports io.github.bkd4j.kernel;
    exports io.github.bkd4j.explain;
    exports io.github.bkd4j.drift;
    exports io.github.bkd4j.scope;
    exports io.github.bkd4j.evaluate;
    exports io.github.bkd4j.model;
    exports io.github.bkd4j.report;
    exports io.github.bkd4j.archive to
            io.github.bkd4j;

    opens io.github.bkd4j.model to
            com.fasterxml.jackson.databind;
}
