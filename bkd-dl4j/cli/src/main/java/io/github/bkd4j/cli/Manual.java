package io.github.bkd4j.cli;

/** Parts that several commands have in common in their help. */
final class Manual {

    static final String DATA = """

            Files
              DATA is a file of labelled texts: .tsv (label<TAB>text, one per line), .csv
              or .jsonl (columns or fields named label and text, or as --label-column and
              --text-column say), each also as .gz; or a folder with one sub-folder of
              .txt files per class. A text has several labels where they are an array in
              .jsonl, or one field with --label-separator between them.""";

    static final String CACHE = """
              --cache keeps vectors of texts and finished runs, but no texts; it can be
              deleted at any time.""";

    static final String PLAN = """
              --plan reads YAML: one name and value per line, named as the options without
              dashes; no anchors, tags or nesting.""";

    static final String CHECKPOINTS = """
              MODEL.NAME.checkpoint is the state of a training, deleted when MODEL is
              written. With --test, the model card is NAME.card.md beside MODEL.""";

    static final String EXIT = """

            Exit status
              0 done, 2 wrong input (explained in one line), 1 a bug in bkd.""";

    static final String LOSSES =
            "${bundle:meanings.of.losses}"; // from LossName; a key with the name of an option would replace that
    // option's text

    static final String ADJUSTED =
            " NAME+pla adds post-hoc logit adjustment, a correction for class frequency after training.";

    private Manual() {}
}
