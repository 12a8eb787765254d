package io.github.bkd4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads plan files: a subset of YAML, one flat mapping of names to values or lists of values, without anchors, tags or
 * nesting. Parser events are consumed one by one, and only text is ever created from them.
 */
final class PlanReader {

    private static final int MOST_BYTES = 1 << 16;
    private static final String NOT_YAML = "must be YAML but was not: ";
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private final Path file;
    private final Iterator<Event> events;

    private PlanReader(Path file, String text) {
        this.file = file;
        this.events = new Parse(
                        LoadSettings.builder().setCodePointLimit(MOST_BYTES).build())
                .parseString(text)
                .iterator();
    }

    /** Reads a file; an error is one sentence with file and line. */
    static List<Setting> read(Path file) {
        String text = decoded(file, bytes(file));
        try {
            return new PlanReader(file, text).settings();
        } catch (MarkedYamlEngineException e) {
            throw refusal(file, e.getProblemMark(), NOT_YAML + Bkd.oneLine(e.getProblem()));
        } catch (YamlEngineException | NumberFormatException e) { // NumberFormatException where \\x has no digits
            throw new InputException(file + ": " + NOT_YAML + Bkd.oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static byte[] bytes(Path file) {
        if (Files.notExists(file)) {
            throw new InputException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": must be a file but was a folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InputException(file + ": must have at most " + MOST_BYTES + " bytes but had more");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String decoded(Path file, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new InputException(file + ":" + line + ": must be UTF-8 but was not");
        }
    }

    private List<Setting> settings() {
        events.next(); // start of the stream
        require(events.next(), DocumentStartEvent.class, "must have settings, such as 'temperature: 2', but had none");
        Event root = plain(events.next());
        require(root, MappingStartEvent.class, "must be names with values, such as 'temperature: 2', but was not");
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Event key = plain(events.next()); !(key instanceof MappingEndEvent); key = plain(events.next())) {
            setting(key, settings);
        }
        require(events.next(), DocumentEndEvent.class, "must end after its settings but did not");
        require(events.next(), StreamEndEvent.class, "must be one document but had another");
        return List.copyOf(settings.values());
    }

    private void setting(Event key, Map<String, Setting> settings) {
        String name = value(key, "a name must be one word but was not");
        Setting setting = setting(name, place(file, key.getStartMark()), plain(events.next()));
        setting.require(settings.putIfAbsent(name, setting) == null, "come once but came twice");
    }

    private Setting setting(String name, String place, Event value) {
        String rule = name + " must be a value or a list of values but was not";
        if (!(value instanceof SequenceStartEvent)) {
            String text = value(value, rule);
            boolean isNull = ((ScalarEvent) value).isPlain() && NULLS.contains(text);
            return new Setting(name, place, List.of(text), false, isNull);
        }
        List<String> values = new ArrayList<>();
        for (Event item = plain(events.next()); !(item instanceof SequenceEndEvent); item = plain(events.next())) {
            values.add(value(item, rule));
        }
        return new Setting(name, place, List.copyOf(values), true, false);
    }

    private String value(Event event, String rule) {
        require(event, ScalarEvent.class, rule);
        return ((ScalarEvent) event).getValue();
    }

    /** Refuses anchors, aliases and tags. */
    private Event plain(Event event) {
        if (event instanceof AliasEvent
                || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw refusal(event, "must be plain but had an anchor or an alias (& or *)");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof MappingStartEvent map
                        ? map.getTag()
                        : event instanceof SequenceStartEvent list ? list.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw refusal(event, "must be plain but had the tag '" + tag.get() + "'");
        }
        return event;
    }

    private void require(Event event, Class<? extends Event> kind, String rule) {
        if (!kind.isInstance(event)) {
            throw refusal(event, rule);
        }
    }

    private InputException refusal(Event event, String rule) {
        return refusal(file, event.getStartMark(), rule);
    }

    private static InputException refusal(Path file, Optional<Mark> mark, String rule) {
        return new InputException(place(file, mark) + ": " + rule);
    }

    private static String place(Path file, Optional<Mark> mark) {
        return file + mark.map(at -> ":" + (at.getLine() + 1)).orElse("");
    }
}
