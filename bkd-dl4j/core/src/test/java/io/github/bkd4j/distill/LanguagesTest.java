package io.github.bkd4j.distill;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bkd4j.Toy;
import io.github.bkd4j.corpus.Corpus;
import io.github.bkd4j.corpus.Labeled;
import io.github.bkd4j.corpus.Splits;
import io.github.bkd4j.evaluate.Logits;
import io.github.bkd4j.network.BagOfEmbeddings;
import io.github.bkd4j.objective.Objectives;
import io.github.bkd4j.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A classifier learns a made-up corpus in any script: texts of two subjects, each with three of a dozen words. */
class LanguagesTest {

    private enum Script {
        CHINESE("", "包裹 快递 送货 物流", "退款 付款 账单 银行", "我的 今天 没有 为什么"),
        JAPANESE("", "荷物 配達 宅配便 トラック", "返金 支払い 請求書 カード", "私の 今日 ません なぜ"),
        THAI("", "พัสดุ จัดส่ง ขนส่ง กล่อง", "คืนเงิน ชำระ บิล ธนาคาร", "ของฉัน วันนี้ ไม่มี ทำไม"),
        LAO("", "ພັດສະດຸ ຈັດສົ່ງ ຂົນສົ່ງ ກ່ອງ", "ຄືນເງິນ ຊຳລະ ໃບບິນ ທະນາຄານ", "ຂອງຂ້ອຍ ມື້ນີ້ ບໍ່ມີ ຍ້ອນຫຍັງ"),
        KHMER(
                "",
                "កញ្ចប់ ដឹកជញ្ជូន បញ្ជូន ប្រអប់",
                "សងប្រាក់ បង់ វិក្កយបត្រ ធនាគារ",
                "របស់ខ្ញុំ ថ្ងៃនេះ គ្មាន ហេតុអ្វី"),
        MYANMAR("", "ပါဆယ် ပို့ဆောင် ကုန်တင် သေတ္တာ", "ငွေပြန်အမ်း ပေးချေ ဘေလ် ဘဏ်", "ကျွန်ုပ်၏ ယနေ့ မရှိ ဘာကြောင့်"),
        KOREAN(" ", "소포 배송 택배 상자", "환불 결제 청구서 은행", "나의 오늘 없어요 왜"),
        HINDI(" ", "पार्सल डिलीवरी कूरियर डिब्बा", "वापसी भुगतान बिल बैंक", "मेरा आज नहीं क्यों"),
        ARABIC(" ", "طرد توصيل شحنة صندوق", "استرداد دفع فاتورة بنك", "لي اليوم ليس لماذا"),
        HEBREW(" ", "חבילה משלוח שליח קופסה", "החזר תשלום חשבונית בנק", "שלי היום אין למה"),
        RUSSIAN(" ", "посылка доставка курьер коробка", "возврат оплата счёт банк", "мой сегодня нет почему"),
        EMOJI("", "📦 🚚 📮 👩\u200d💼", "💰 💳 🏦 💵", "😀 🙏🏽 🇫🇷 \u2764\ufe0f");

        private final String between;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<List<String>> words; // of delivery, of refund, of both

        Script(String between, String delivery, String refund, String both) {
            this.between = between;
            this.words = List.of(words(delivery), words(refund), words(both));
        }

        private static List<String> words(String line) {
            return List.of(line.split(" "));
        }

        Corpus<String> corpus(long seed, int perClass) {
            Random random = new Random(seed);
            return Corpus.of(IntStream.range(0, 2 * perClass)
                    .mapToObj(i -> new Labeled<>(text(words.get(i % 2), random), i % 2 == 0 ? "delivery" : "refund"))
                    .toList());
        }

        private String text(List<String> own, Random random) {
            List<String> text = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                List<String> from = i % 3 == 0 ? own : words.get(2);
                text.add(from.get(random.nextInt(from.size())));
            }
            Collections.shuffle(text, random);
            return String.join(between, text);
        }
    }

    private static double accuracy(Script script, Tokenizer tokenizer) {
        BagOfEmbeddings bag =
                Toy.bag().withEncoding(Toy.bag().text().withNgrams(2).withTokenizer(tokenizer));
        Corpus<String> test = script.corpus(2, 50);
        Logits logits = Distillation.builder(bag)
                .objective(Objectives.crossEntropy())
                .epochs(40)
                .seed(7)
                .build()
                .train(Splits.of(script.corpus(1, 60), test))
                .predict(test.instances());
        long right = IntStream.range(0, test.size())
                .filter(i -> logits.row(i)[test.classOf(i)] > logits.row(i)[1 - test.classOf(i)])
                .count();
        return (double) right / test.size();
    }

    @ParameterizedTest
    @EnumSource
    void aClassifierLearnsTheScript(Script script) {
        assertThat(accuracy(script, Tokenizer.standard())).isGreaterThan(0.9);
    }

    /** A whole text as one token tells nothing about the next text. */
    @ParameterizedTest
    @EnumSource(names = {"CHINESE", "THAI", "KHMER", "EMOJI"})
    void runsOfLettersDidNot(Script script) {
        assertThat(accuracy(script, Tokenizer.runsOfLetters())).isLessThan(0.75);
    }
}
