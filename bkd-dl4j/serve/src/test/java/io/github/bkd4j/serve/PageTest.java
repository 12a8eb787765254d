package io.github.bkd4j.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser. */
class PageTest {

    private static final String TAB = "\uE004";
    private static final String ENTER = "\uE006";

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ClassificationServer server;

    @SuppressWarnings("NullAway.Init")
    private static WebDriver browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(WebDriver.isInstalled(), "needs chromedriver and Chromium on the path");
        Map<String, Path> models = new LinkedHashMap<>();
        models.put("tickets", TestModel.save(TestModel.careful(), folder.resolve("tickets.bkd")));
        models.put("plain", TestModel.save(TestModel.plain(), folder.resolve("plain.bkd")));
        server = ClassificationServer.start(models, ServerSettings.local(0));
        browser = WebDriver.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @BeforeEach
    void open() throws InterruptedException {
        browser.open(server.uri());
        browser.await("document.getElementById('name').textContent === 'tickets'");
    }

    private static String text(String selector) {
        return browser.run("return document.querySelector(arguments[0]).innerText", selector)
                .asText();
    }

    private static void classify(String texts) throws InterruptedException {
        browser.run(
                "document.getElementById('texts').value = arguments[0];" + "document.querySelector('button').click()",
                texts);
        browser.await("/\\.$/.test(document.getElementById('status').textContent)"
                + " && document.querySelector('#results .columns, #results .note')");
    }

    @Test
    void itTellsWhatTheModelIs() {
        assertThat(text("#facts"))
                .isEqualTo("3 classes \u00b7 trained on 255 texts \u00b7 abstains for precision 0.95");
        assertThat(text("#about")).contains("A classifier.", "Confusions", "taken for");
    }

    @Test
    void aTextHasItsClassItsProbabilitiesAndTheWordsThatDecided() throws InterruptedException {
        classify("The battery began to smoke, parcel");

        assertThat(text("#results summary")).contains("fire", "tail", "86.7%"); // e^4 / (e^4 + e^2 + 1)
        assertThat(text("#results .body"))
                .contains("Most probable classes", "What decided, against delivery", "battery", "+2.00", "parcel")
                .contains("fire: 5 training texts (few), in the tail of the classes.")
                .contains("3 test texts of it were taken for delivery.");
        assertThat(browser.run("return [...document.querySelectorAll('mark.for')].map(m => m.textContent).join()")
                        .asText())
                .isEqualTo("battery,smoke");
        assertThat(text("mark.against")).isEqualTo("parcel");
    }

    @Test
    void itAbstainsAndGuesses() throws InterruptedException {
        classify("parcel bank\nzzz");

        assertThat(text("#status")).isEqualTo("2 texts, 2 without an answer, 1 guess.");
        assertThat(text("#results")).contains("No answer", "guess", "The model is not sure enough to answer.");
    }

    @Test
    void markupIsText() throws InterruptedException {
        classify("<img src=x onerror=document.title='hacked'> parcel");

        assertThat(text("#results .quoted")).startsWith("<img src=x");
        assertThat(browser.run("return document.title").asText()).isEqualTo("tickets - bkd");
    }

    @Test
    void theKeyboardIsEnough() throws InterruptedException {
        browser.type(TAB + TAB + TAB); // the link that skips, the model, the texts
        browser.type("parcel" + TAB + ENTER);
        browser.await("document.querySelector('#results .columns')");
        browser.type(TAB + TAB);

        assertThat(browser.run("return document.activeElement.tagName").asText())
                .isEqualTo("SUMMARY");
        browser.type(ENTER);
        browser.await("!document.querySelector('#results details').open");
    }

    @Test
    void aFileIsReadWhereItIsDropped() throws InterruptedException {
        browser.run("const data = new DataTransfer();"
                + "data.items.add(new File(['parcel\\nsmoke\\n'], 'texts.txt'));"
                + "document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true}));");
        browser.await("document.querySelectorAll('#results > li').length === 2");
    }

    @Test
    void anotherModelCanBeChosen() throws InterruptedException {
        browser.run("const models = document.getElementById('models'); models.value = 'plain';"
                + "models.dispatchEvent(new Event('change'))");
        browser.await("document.getElementById('name').textContent === 'plain'");
        classify("parcel bank");

        assertThat(text("#status")).isEqualTo("1 text.");
    }

    /** Names of what can be used, contrast of 4.5 to 1, nothing wider than the screen, nothing on the console. */
    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void itIsReadable(String scheme) throws InterruptedException {
        browser.prefer(scheme);
        classify("The battery began to smoke, parcel\nparcel bank\nzzz");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        browser.await("document.querySelectorAll('#results .columns').length === 3");

        for (int width : new int[] {320, 800, 1400}) {
            browser.width(width);
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .isLessThanOrEqualTo(width);
        }
        assertThat(browser.run(CONTRAST).toString()).isEqualTo("[]");
        assertThat(browser.run("return [...document.querySelectorAll('input, select, textarea')]"
                                + ".filter(field => field.labels.length === 0).length")
                        .asInt())
                .isZero();
        assertThat(browser.console()).isEmpty();
    }

    /** Texts whose colour differs too little from what is behind them. */
    private static final String CONTRAST = """
            const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
            const light = (color) => rgb(color).slice(0, 3).map((part) => part / 255)
              .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
              .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = (element) => {
              const color = getComputedStyle(element).backgroundColor;
              return rgb(color)[3] === 0 ? behind(element.parentElement) : color;
            };
            return [...document.querySelectorAll('body *')]
              .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
              .filter((element) => element.checkVisibility() && element.tagName !== 'NOSCRIPT')
              .filter((element) => {
                const [low, high] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05) < 4.5;
              }).map((element) => element.outerHTML.slice(0, 100));
            """;
}
