#include "extract/ocr.h"

#include <omp.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <new>

#include "base/file.h"
#include "base/format.h"

namespace planmark {
namespace {

constexpr const char* usual_folders[] = {"/usr/share/tesseract-ocr/5/tessdata",
                                         "/usr/share/tesseract-ocr/4.00/tessdata", "/usr/share/tessdata"};
constexpr const char* data_file = "eng.traineddata";

std::vector<std::filesystem::path> data_folders() {
  if (const char* set = std::getenv("TESSDATA_PREFIX")) return {set};
  return {std::begin(usual_folders), std::end(usual_folders)};
}

std::chrono::nanoseconds processor_time() {
  timespec used{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

// Asked by Tesseract before each word. By the clock a busy machine would read other pages than an idle one.
bool is_late(void* end, int) { return processor_time() > *static_cast<const std::chrono::nanoseconds*>(end); }

// Of the line under the word, half way along it.
float baseline_of(const tesseract::ResultIterator& at, const Box& box) {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  if (!at.Baseline(tesseract::RIL_TEXTLINE, &x0, &y0, &x1, &y1) || x1 <= x0) return box.y1;
  const float middle = (box.x0 + box.x1) / 2;
  const float along = (middle - static_cast<float>(x0)) / static_cast<float>(x1 - x0);
  return static_cast<float>(y0) + along * static_cast<float>(y1 - y0);
}

OcrWord word_at(const tesseract::ResultIterator& at, std::uint32_t line) {
  OcrWord word;
  const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  if (text) word.text = text.get();
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  at.BoundingBox(tesseract::RIL_WORD, &x0, &y0, &x1, &y1);
  word.box = {static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1), static_cast<float>(y1)};
  word.baseline = baseline_of(at, word.box);
  float descenders = 0, ascenders = 0;
  at.RowAttributes(&word.line_height, &descenders, &ascenders);
  word.confidence = std::clamp(at.Confidence(tesseract::RIL_WORD) / 100, 0.0F, 1.0F);
  word.line = line;
  return word;
}

std::vector<OcrWord> all_words(tesseract::TessBaseAPI& api) {
  std::vector<OcrWord> words;
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  if (!at) return words;
  std::uint32_t line = 0;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    if (at->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    OcrWord word = word_at(*at, line - (line > 0));
    if (!word.text.empty()) words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  return words;
}

}  // namespace

Recogniser::Recogniser(std::unique_ptr<tesseract::TessBaseAPI> api) : api_(std::move(api)) {}
Recogniser::~Recogniser() = default;
Recogniser::Recogniser(Recogniser&&) noexcept = default;
Recogniser& Recogniser::operator=(Recogniser&&) noexcept = default;

Result<Recogniser> Recogniser::load(std::string_view language_data) {
  // Tesseract asks for a number of threads by itself; only this overrules it once the process runs.
  omp_set_max_active_levels(0);
  auto api = std::make_unique<tesseract::TessBaseAPI>();
  const int failed = api->Init(language_data.data(), static_cast<int>(language_data.size()), "eng",
                               tesseract::OEM_LSTM_ONLY, nullptr, 0, nullptr, nullptr, false, nullptr);
  if (failed != 0)
    return failure(ProblemKind::not_found,
                   "the language data cannot be used by Tesseract " + tesseract_version(), data_file,
                   "install them again: apt install tesseract-ocr-eng");
  api->SetPageSegMode(tesseract::PSM_AUTO);
  return Recogniser(std::move(api));
}

Result<std::vector<OcrWord>> Recogniser::words_of(const PagePicture& picture,
                                                  std::chrono::milliseconds patience) {
  if (picture.colours != Colours::grey || picture.pixels.empty() ||
      picture.pixels.size() != std::size_t{picture.width} * picture.height)
    return failure(ProblemKind::bad_input, "the page's picture is not grey or not whole");
  api_->SetImage(reinterpret_cast<const unsigned char*>(picture.pixels.data()),
                 static_cast<int>(picture.width), static_cast<int>(picture.height), 1,
                 static_cast<int>(picture.width));
  api_->SetSourceResolution(static_cast<int>(picture.dpi));
  tesseract::ETEXT_DESC monitor;
  std::chrono::nanoseconds end = processor_time() + patience;
  monitor.cancel = is_late;
  monitor.cancel_this = &end;
  const int failed = api_->Recognize(&monitor);
  const bool late = is_late(&end, 0);
  std::vector<OcrWord> words;
  if (failed == 0 && !late) words = all_words(*api_);
  api_->Clear();
  if (late)
    return failure(
        ProblemKind::timed_out,
        format("recognising the page took more than {} s of processor time", patience.count() / 1000));
  if (failed != 0) return failure(ProblemKind::internal, "Tesseract could not recognise the page");
  return words;
}

Result<std::string> read_english_data() {
  std::string looked;
  for (const std::filesystem::path& folder : data_folders()) {
    Result<std::string> data = read_file(folder / data_file);
    if (data && !data->empty()) return data;
    looked += (looked.empty() ? "" : ", ") + folder.string();
  }
  return failure(ProblemKind::not_found, "Tesseract's English data are not installed", looked,
                 "apt install tesseract-ocr-eng");
}

std::string tesseract_version() { return tesseract::TessBaseAPI::Version(); }

}  // namespace planmark
