package io.github.bkd4j.cli;

/** What the help of several commands says in the same words. */
final class Manual {

    static final String DATA = """

            Files
              DATA is a file of labelled texts: .tsv (label<TAB>text, one per line), .csv
              or .jsonl (columns or fields named label and text; --label-column and
              --text-column take others), each also with .gz; or a folder with a
              sub-folder of .txt files for each class.""";

    static final String CACHE = """
              --cache keeps vectors of texts and finished runs, no text itself; what is
              in it can be deleted.""";

    static final String PLAN = """
              --plan reads YAML: a name and a value a line, names as the options have
              them without dashes, no anchors, tags or nesting.""";

    static final String CHECKPOINTS = """
              MODEL.NAME.checkpoint is the state of a training, deleted when MODEL is
              written; MODEL's card is NAME.card.md beside it, with --test.""";

    static final String EXIT = """

            Exit status
              0 done, 2 wrong input (one line says how), 1 a fault of bkd.""";

    static final String LOSSES =
            "${bundle:meanings.of.losses}"; // what LossName says; a key named as an option would replace its text

    private Manual() {}
}
