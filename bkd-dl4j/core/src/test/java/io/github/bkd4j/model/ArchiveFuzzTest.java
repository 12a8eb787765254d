package io.github.bkd4j.model;

import io.github.bkd4j.ArchiveFuzzContract;
import io.github.bkd4j.Toy;
import io.github.bkd4j.archive.ArchiveFormat;
import java.nio.file.Path;

class ArchiveFuzzTest extends ArchiveFuzzContract {

    @Override
    protected ArchiveFormat format() {
        return ModelArchive.FORMAT;
    }

    @Override
    protected Class<ModelException> own() {
        return ModelException.class;
    }

    @Override
    protected void write(Path file) {
        Trainer.train(Toy.bag().withWide(10), Toy.corpus(1, 20, 10, 5)).save(file);
    }

    @Override
    protected Object read(Path file) {
        return TextClassifier.load(file).classify("a1 b2 common3 nowhere");
    }
}
