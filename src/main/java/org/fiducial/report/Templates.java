package org.fiducial.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The templates of pages and reports, and the styles beside them. A facility's own folder comes first, file by file; what
 * it lacks is taken from the build. Everything a template prints is escaped for HTML.
 */
public final class Templates {

    private static final String FOLDER = "reports";

    private final Texts texts;
    private final Optional<Path> own;
    private final PebbleEngine engine;

    /**
     * Templates in one language.
     *
     * @param own folder with the facility's own templates and styles; it need not exist
     */
    public Templates(Texts texts, Optional<Path> own) {
        this.texts = texts;
        this.own = own.filter(Files::isDirectory);
        this.engine = new PebbleEngine.Builder()
                .loader(new DelegatingLoader(loaders(this.own)))
                .extension(new Wording(texts))
                .strictVariables(true)
                .autoEscaping(true)
                .defaultLocale(texts.locale())
                .cacheActive(this.own.isEmpty())
                .build();
    }

    /** The same templates in another language. */
    public Templates in(Texts others) {
        return new Templates(others, own);
    }

    /** The texts these templates speak with. */
    public Texts texts() {
        return texts;
    }

    /** Fills a template, for instance {@code report.html}, with values by name. */
    public String fill(String name, Map<String, Object> values) {
        StringWriter filled = new StringWriter();
        try {
            engine.getTemplate(name).evaluate(filled, values, texts.locale());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PebbleException e) {
            throw new TemplateException(name, e);
        }
        return filled.toString();
    }

    /** A file that is taken as it is, for instance {@code styles/pages.css}. */
    public Optional<byte[]> file(String name) {
        try {
            Optional<Path> mine =
                    own.map(folder -> folder.resolve(name).normalize()).filter(this::isMine);
            if (mine.isPresent()) {
                return Optional.of(Files.readAllBytes(mine.get()));
            }
            return shipped(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as it comes with the product, whatever the facility made of it; empty where there is none. */
    public Optional<byte[]> shipped(String name) {
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(FOLDER + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isMine(Path file) {
        return own.filter(file::startsWith).isPresent() && Files.isRegularFile(file);
    }

    private static List<Loader<?>> loaders(Optional<Path> own) {
        List<Loader<?>> loaders = new ArrayList<>();
        own.ifPresent(
                folder -> loaders.add(new FileLoader(folder.toAbsolutePath().toString())));
        ClasspathLoader packed = new ClasspathLoader(Templates.class.getClassLoader());
        packed.setPrefix(FOLDER);
        loaders.add(packed);
        return loaders;
    }

    /** Gives templates {@code t('key', …)}, the text of a key. */
    private static final class Wording extends AbstractExtension {

        private final Texts texts;

        Wording(Texts texts) {
            this.texts = texts;
        }

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("t", new TextOf(texts), "words", new WordsOf(texts));
        }
    }

    private record TextOf(Texts texts) implements Function {

        private static final List<String> NAMES = List.of("key", "a", "b", "c");

        @Override
        public List<String> getArgumentNames() {
            return NAMES;
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            Object[] values = NAMES.stream()
                    .skip(1)
                    .filter(arguments::containsKey)
                    .map(arguments::get)
                    .toArray();
            return texts.text(String.valueOf(arguments.get("key")), values);
        }
    }

    /** What is said of a kind of items: {@code words(kind, word, numbers…)}. */
    private record WordsOf(Texts texts) implements Function {

        private static final List<String> NAMES = List.of("kind", "word", "a", "b");

        @Override
        public List<String> getArgumentNames() {
            return NAMES;
        }

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            Object[] values = NAMES.stream()
                    .skip(2)
                    .filter(arguments::containsKey)
                    .map(arguments::get)
                    .toArray();
            return texts.ofKind(String.valueOf(arguments.get("kind")), String.valueOf(arguments.get("word")), values);
        }
    }
}
