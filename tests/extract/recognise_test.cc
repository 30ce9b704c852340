#include "extract/recognise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/file.h"
#include "extract/pool.h"
#include "extract/read_pdf.h"
#include "extract/render_page.h"
#include "extract/second_reading.h"
#include "extract/turned_picture.h"
#include "tests/extract/printed_page.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string scanned = std::string(PLANMARK_SOURCE_DIR) + "/corpus/samples/eldersea__jfp__2023";

// One printed line of words, 30 pixels apart.
std::vector<OcrWord> line_of(const std::vector<std::pair<std::string, float>>& words, std::uint32_t line = 0,
                             float height = 40) {
  std::vector<OcrWord> made;
  float x = 300;
  for (const auto& [text, confidence] : words) {
    const float width = 20 * static_cast<float>(text.size());
    const float y = 300 + 60 * static_cast<float>(line);
    made.push_back({text, {x, y - 30, x + width, y}, y, height, confidence, line});
    x += width + 30;
  }
  return made;
}

RawDocument scan_with(std::vector<OcrWord> words) {
  PrintedPages pages;
  pages.page().image(0, 0, 595, 842).at(280, 810, "12");
  put_words(pages.raw(), {{0, ocr_dpi, std::move(words), 0}});
  return pages.raw();
}

std::string text_of(const RawPage& page) {
  std::string text;
  for (const RawWord& word : page.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(Recognise, KeepsWordsAndLeavesStainsAndRulingOut) {
  struct Row {
    std::vector<std::pair<std::string, float>> words;
    const char* text;
  };
  const Row rows[] = {
      {{{"young", 0.9F}, {"people", 0.9F}}, "young people"},
      {{{"e", 0.9F}, {"young", 0.9F}, {"carers", 0.9F}}, "\u2022 young carers"},
      {{{"carers", 0.9F}, {"e", 0.9F}}, "carers e"},
      {{{"a", 0.9F}, {"carer", 0.9F}}, "a carer"},
      {{{"SEND", 0.9F}, {"|", 0.9F}, {"lead", 0.9F}}, "SEND lead"},
      {{{"lead", 0.95F}, {"of", 0.95F}, {"qx", 0.2F}}, "lead of"},
      {{{"lead", 0.95F}, {"'.", 0.6F}}, "lead"},
      {{{" ", 0.95F}, {"lead", 0.95F}}, "lead"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(text_of(scan_with(line_of(row.words)).pages[0]), row.text) << row.text;
}

TEST(Recognise, PageThatIsNotSureKeepsWhatItHad) {
  const RawDocument raw = scan_with(line_of({{"qxv", 0.5F}, {"nnt", 0.6F}}));
  EXPECT_EQ(text_of(raw.pages[0]), "12");
  const Page page = lay_out(raw, "hash").pages.at(0);
  EXPECT_EQ(page.state, PageState::unreadable);
  EXPECT_EQ(page.reason, "picture, OCR not confident");
  EXPECT_FALSE(page.ocr);
  EXPECT_NEAR(page.ocr_confidence, 0.55F, 0.001F);
}

TEST(Recognise, PageWithoutWordsStaysAPicture) {
  const Page page = lay_out(scan_with({}), "hash").pages.at(0);
  EXPECT_EQ(page.state, PageState::unreadable);
  EXPECT_EQ(page.reason, "picture without text");
}

TEST(Recognise, PlacesWordsInPointsAndMakesLikeSizesEqual) {
  std::vector<OcrWord> words = line_of({{"Leadership", 0.9F}}, 0, 60);
  for (const std::uint32_t line : {1U, 2U, 3U})
    for (OcrWord& word : line_of({{"young", 0.9F}, {"people", 0.9F}}, line, 40 + static_cast<float>(line)))
      words.push_back(std::move(word));
  const RawDocument raw = scan_with(words);
  std::map<float, int> sizes;
  for (const RawWord& word : raw.pages[0].words) ++sizes[raw.styles[word.style].size];
  EXPECT_THAT(sizes, ElementsAre(std::pair(11.0F, 6), std::pair(15.5F, 1)));
  EXPECT_EQ(raw.styles[raw.pages[0].words[0].style].font, "OCR");
  const Box box = raw.pages[0].words[1].box;
  EXPECT_FLOAT_EQ(box.x0, 72);
  EXPECT_GT(360.0F / 300 * 72, box.y0) << "the baseline lies inside";
  EXPECT_LT(360.0F / 300 * 72, box.y1);
}

TEST(Recognise, TurnedPageIsLaidOutUprightAndItsBoxesStandAsShown) {
  for (const std::int16_t turn : {std::int16_t{90}, std::int16_t{180}, std::int16_t{270}}) {
    PrintedPages pages;
    pages.page().image(0, 0, 595, 842);
    std::vector<OcrWord> words = line_of({{"young", 0.9F}, {"people", 0.9F}});
    for (OcrWord& word : line_of({{"were", 0.9F}, {"asked", 0.9F}}, 1)) words.push_back(std::move(word));
    put_words(pages.raw(), {{0, ocr_dpi, std::move(words), turn}});
    const Document document = pages.document();
    EXPECT_EQ(document.text, "young people were asked\n") << turn;
    const Box box = document.words.at(0).box;
    EXPECT_FLOAT_EQ(turn == 90 ? box.y0 : turn == 180 ? 595 - box.x1 : 842 - box.y1, 72) << turn;
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (letter)
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

std::string without_tags(const std::string& html) {
  std::string text;
  bool inside = false;
  for (const char c : html.substr(html.find("<body"))) {
    inside = c == '<' || (inside && c != '>');
    text += inside || c == '>' ? ' ' : c;
  }
  return text;
}

std::shared_ptr<const std::string> english() {
  auto data = read_english_data();
  EXPECT_TRUE(data) << describe(data.error());
  return data ? std::make_shared<const std::string>(std::move(*data)) : nullptr;
}

Document read_scanned(std::shared_ptr<const std::string> language_data, std::uint32_t most_pages) {
  Pool pool({}, 1);
  pool.add({.file = scanned + ".pdf",
            .sha256 = "hash",
            .task = ReadDocument{.language_data = std::move(language_data), .most_ocr_pages = most_pages}});
  const auto outcome = pool.next();
  auto document = get_as<Document>(outcome->product);
  EXPECT_TRUE(document) << describe(document.error());
  return document.value_or(Document{});
}

TEST(Recognise, ConfinedWorkerReadsTheScannedSample) {
  const Document document = read_scanned(english(), 200);
  ASSERT_EQ(document.pages.size(), 4U);
  for (const Page& page : document.pages) {
    EXPECT_EQ(page.state, PageState::text);
    EXPECT_TRUE(page.ocr);
    EXPECT_GT(page.ocr_confidence, 0.8F);
  }
  EXPECT_THAT(document.text,
              HasSubstr("The executive lead for children and young people is Mrs Agnes Thorogood"));
  std::vector<std::string> read = words_of(document.text);
  std::sort(read.begin(), read.end());
  int found = 0, all = 0;
  for (const std::string& word : words_of(without_tags(
           read_file(std::string(PLANMARK_SOURCE_DIR) + "/corpus/sample_sources/eldersea__jfp__2023.html")
               .value()))) {
    ++all;
    found += std::binary_search(read.begin(), read.end(), word) ? 1 : 0;
  }
  ASSERT_GT(all, 400);
  EXPECT_GT(found, 0.97 * all) << found << " of " << all;
}

TEST(Recognise, StopsAtTheLimitOfPagesAndSaysSo) {
  const Document document = read_scanned(english(), 1);
  EXPECT_TRUE(document.pages.at(0).ocr);
  EXPECT_EQ(document.pages.at(1).state, PageState::unreadable);
  EXPECT_EQ(document.pages.at(1).reason, "picture without text");
  ASSERT_EQ(document.problems.size(), 1U);
  EXPECT_THAT(document.problems[0].problem.what, HasSubstr("of 4 pages that are pictures the first 1"));
}

TEST(Recognise, WithoutLanguageDataPagesStayUnreadable) {
  for (const Page& page : read_scanned(nullptr, 200).pages) EXPECT_EQ(page.reason, "picture without text");
}

TEST(Recognise, PageThatTakesTooLongIsGivenUp) {
  auto recogniser = Recogniser::load(*english());
  ASSERT_TRUE(recogniser);
  const auto picture = render_page(read_file(scanned + ".pdf").value(), "",
                                   {.page = 1, .dpi = ocr_dpi, .colours = Colours::grey});
  ASSERT_TRUE(picture);
  const auto words = recogniser->words_of(*picture, std::chrono::milliseconds{1});
  ASSERT_FALSE(words);
  EXPECT_EQ(words.error().kind, ProblemKind::timed_out);
}

// The upper part of the scanned sample's second page.
PagePicture some_lines() {
  auto picture = render_page(read_file(scanned + ".pdf").value(), "",
                             {.page = 1, .dpi = ocr_dpi, .colours = Colours::grey});
  EXPECT_TRUE(picture);
  if (!picture) return {};
  picture->height /= 3;
  picture->pixels.resize(std::size_t{picture->width} * picture->height);
  return *picture;
}

TEST(RecogniseUpright, FindsOutWhichWayUpAPageIs) {
  auto recogniser = Recogniser::load(*english());
  ASSERT_TRUE(recogniser);
  const PagePicture upright = some_lines();
  const auto expected = recognise_upright(*recogniser, upright, ocr_patience);
  ASSERT_TRUE(expected);
  EXPECT_EQ(expected->turn, 0);
  ASSERT_GT(expected->words.size(), 50U);
  for (const std::int16_t turn : {std::int16_t{90}, std::int16_t{180}, std::int16_t{270}}) {
    const auto back = static_cast<std::int16_t>(360 - turn);
    const auto words = recognise_upright(*recogniser, turned_back(upright, back), ocr_patience);
    ASSERT_TRUE(words);
    EXPECT_EQ(words->turn, turn);
    EXPECT_EQ(words->words.size(), expected->words.size());
    EXPECT_EQ(words->words.front().text, expected->words.front().text);
  }
}

TEST(Recogniser, RefusesWhatIsNoLanguageDataAndNoPicture) {
  EXPECT_EQ(Recogniser::load("nonsense").error().kind, ProblemKind::not_found);
  auto recogniser = Recogniser::load(*english());
  ASSERT_TRUE(recogniser);
  EXPECT_FALSE(recogniser->words_of({}, std::chrono::seconds{1}));
}

TEST(EnglishData, AreLookedForWhereTheVariableSays) {
  TemporaryFolder empty;
  setenv("TESSDATA_PREFIX", empty.path().c_str(), 1);
  const auto data = read_english_data();
  unsetenv("TESSDATA_PREFIX");
  ASSERT_FALSE(data);
  EXPECT_EQ(data.error().kind, ProblemKind::not_found);
  EXPECT_THAT(describe(data.error()), HasSubstr("tesseract-ocr-eng"));
}

// A document with one page that is a picture; the second reading does what the file says.
Result<Product> fail_at_the_second_reading(std::string_view bytes, const Job& job) {
  if (!std::get<ReadDocument>(job.task).ocr_pages.empty()) {
    if (bytes == "crash") std::abort();
    return failure(ProblemKind::not_found, "no language data");
  }
  PrintedPages pages;
  pages.page().image(0, 0, 595, 842).page().at(72, 100, "Words that can be read.");
  return pages.document();
}

TEST(SecondReading, ThatFailsCostsItsPagesAlone) {
  TemporaryFolder folder;
  for (const char* failure : {"crash", "refuse"}) {
    const auto file = folder.path() / failure;
    ASSERT_TRUE(write_file(file, failure));
    Pool pool({}, 1, fail_at_the_second_reading);
    pool.add({.id = 5,
              .file = file,
              .sha256 = "hash",
              .task = ReadDocument{.language_data = std::make_shared<const std::string>("data")}});
    const auto outcome = pool.next();
    ASSERT_TRUE(outcome && outcome->product) << failure;
    EXPECT_EQ(outcome->id, 5U);
    const auto& document = std::get<Document>(*outcome->product);
    EXPECT_EQ(document.text, "Words that can be read.\n");
    EXPECT_EQ(document.pages.at(0).state, PageState::unreadable);
    ASSERT_EQ(document.problems.size(), 1U);
    EXPECT_THAT(document.problems[0].problem.what,
                HasSubstr("1 pages that are pictures were not recognised"));
    EXPECT_FALSE(pool.next()) << "one outcome for two readings";
  }
}

TEST(SecondReading, HasMoreTimeForEachPage) {
  const Limits usual;
  const Job job{.task = ReadDocument{.ocr_pages = {3, 4}}};
  EXPECT_EQ(limits_of_job(usual, job).cpu, usual.cpu + 2 * time_for_ocr_page);
  EXPECT_EQ(limits_of_job(usual, Job{}).wall, usual.wall);
}

}  // namespace
}  // namespace planmark
