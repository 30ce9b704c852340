// How well pages are read when they are pictures, measured on pages whose text layer says what is printed:
//   ocr_measure [--dpi N] [--noise N] [--skew DEGREES] [--turn DEGREES] [--every N] FILE.pdf ...
//
// Each page is drawn in grey at N pixels an inch (300), given noise (standard deviation, of 255 grey values),
// set askew, turned clockwise by a multiple of 90, and made a PDF of one picture, which is then read as a run
// reads it, except that every page counts as recognised. --every N takes each N-th page with 50 words or
// more.
//
// A row a page: words printed and found, recall and precision (of words in any order, letters and figures
// alone), mean confidence, by how much it was found turned, name and page. Then the sums.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/format.h"
#include "extract/layout.h"
#include "extract/ocr.h"
#include "extract/read_pdf.h"
#include "extract/recognise.h"
#include "extract/render_page.h"
#include "tests/support/small_pdf.h"

namespace planmark {
namespace {

struct Variant {
  std::uint32_t dpi = 300;
  double noise = 0, skew = 0;
  int turn = 0, every = 1;
};

using Bag = std::map<std::string, int>;

void add_words(std::string_view text, Bag& bag) {
  std::string word;
  for (const char c : std::string(text) + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || byte >= 0x80)
      word += static_cast<char>(std::tolower(byte));
    else if (!word.empty() && c != '-' && c != '\'')
      ++bag[word], word.clear();
  }
}

int size_of(const Bag& bag) {
  int size = 0;
  for (const auto& [word, count] : bag) size += count;
  return size;
}

int common(const Bag& a, const Bag& b) {
  int shared = 0;
  for (const auto& [word, count] : a)
    if (const auto other = b.find(word); other != b.end()) shared += std::min(count, other->second);
  return shared;
}

// The grey value at (x, y) of the picture that comes of turning `from` by `degrees` about its middle.
unsigned char turned_pixel(const PagePicture& from, const PagePicture& to, std::uint32_t x, std::uint32_t y,
                           double degrees) {
  const double angle = degrees * std::acos(-1.0) / 180, sine = std::sin(angle), cosine = std::cos(angle);
  const double dx = x + 0.5 - to.width / 2.0, dy = y + 0.5 - to.height / 2.0;
  const double sx = from.width / 2.0 + dx * cosine + dy * sine;
  const double sy = from.height / 2.0 - dx * sine + dy * cosine;
  if (sx < 0 || sy < 0 || sx >= from.width || sy >= from.height) return 255;
  return static_cast<unsigned char>(
      from.pixels[static_cast<std::size_t>(sy) * from.width + static_cast<std::size_t>(sx)]);
}

PagePicture as_scanned(const PagePicture& drawn, const Variant& variant) {
  PagePicture scan = drawn;
  if (variant.turn % 180 != 0) std::swap(scan.width, scan.height);
  std::mt19937 random(1);
  std::normal_distribution<double> noise(0, variant.noise > 0 ? variant.noise : 1);
  for (std::uint32_t y = 0; y < scan.height; ++y)
    for (std::uint32_t x = 0; x < scan.width; ++x) {
      double grey = turned_pixel(drawn, scan, x, y, variant.turn + variant.skew);
      if (variant.noise > 0) grey = std::clamp(grey + noise(random), 0.0, 255.0);
      scan.pixels[std::size_t{y} * scan.width + x] = static_cast<char>(static_cast<unsigned char>(grey));
    }
  return scan;
}

std::string pdf_of_picture(const PagePicture& picture) {
  const double points = 72.0 / picture.dpi, width = picture.width * points, height = picture.height * points;
  return pdf_of({
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {:.2f} {:.2f}] /Contents 4 0 R /Resources << "
             "/XObject << /Im 5 0 R >> >> >>",
             width, height),
      pdf_stream(format("{:.2f} 0 0 {:.2f} 0 0 cm /Im Do", width, height)),
      pdf_stream(picture.pixels, format("/Type /XObject /Subtype /Image /Width {} /Height {} "
                                        "/BitsPerComponent 8 /ColorSpace /DeviceGray",
                                        picture.width, picture.height)),
  });
}

struct Sums {
  int printed = 0, found = 0, shared = 0;
};

class Measure {
 public:
  Measure(Variant variant, Recogniser recogniser) : variant_(variant), recogniser_(std::move(recogniser)) {}

  void add_file(const std::string& file) {
    const Result<std::string> bytes = read_file(file);
    if (!bytes)
      return static_cast<void>(std::printf("%s: %s\n", file.c_str(), describe(bytes.error()).c_str()));
    const Result<RawDocument> raw = read_pdf(*bytes);
    if (!raw) return static_cast<void>(std::printf("%s: %s\n", file.c_str(), describe(raw.error()).c_str()));
    const std::string name = file.substr(file.rfind('/') + 1);
    int worth = 0;
    for (std::uint32_t page = 0; page < raw->pages.size(); ++page) {
      Bag printed;
      for (const RawWord& word : raw->pages[page].words) add_words(word.text, printed);
      if (size_of(printed) >= 50 && worth++ % variant_.every == 0) add_page(*bytes, page, printed, name);
    }
  }

  void print_sums() const {
    std::printf("%6d %6d %7.4f %7.4f        all\n", sums_.printed, sums_.found,
                share(sums_.shared, sums_.printed), share(sums_.shared, sums_.found));
  }

 private:
  static double share(int part, int whole) { return whole > 0 ? static_cast<double>(part) / whole : 1; }

  void add_page(const std::string& bytes, std::uint32_t page, const Bag& printed, const std::string& name) {
    const auto drawn = render_page(bytes, {}, {.page = page, .dpi = variant_.dpi, .colours = Colours::grey});
    if (!drawn) return;
    const std::string pdf = pdf_of_picture(as_scanned(*drawn, variant_));
    const auto picture = render_page(pdf, {}, {.dpi = ocr_dpi, .colours = Colours::grey});
    Result<RawDocument> raw = read_pdf(pdf);
    if (!raw || !picture) return;
    auto words = recognise_upright(recogniser_, *picture, ocr_patience);
    if (!words) return;
    const int turn = words->turn;
    put_words(*raw, {std::move(*words)}, 0);
    Bag found;
    for (const RawWord& word : raw->pages[0].words) add_words(word.text, found);
    const Sums page_sums{size_of(printed), size_of(found), common(printed, found)};
    sums_.printed += page_sums.printed, sums_.found += page_sums.found, sums_.shared += page_sums.shared;
    std::printf("%6d %6d %7.4f %7.4f %6.3f %3d %s %u\n", page_sums.printed, page_sums.found,
                share(page_sums.shared, page_sums.printed), share(page_sums.shared, page_sums.found),
                static_cast<double>(raw->pages[0].ocr_confidence), turn, name.c_str(), page + 1);
    std::fflush(stdout);
  }

  Variant variant_;
  Recogniser recogniser_;
  Sums sums_;
};

int run(int count, char** arguments) {
  Variant variant;
  int i = 1;
  for (; i + 1 < count && std::string_view(arguments[i]).starts_with("--"); i += 2) {
    const std::string_view option = arguments[i];
    const double value = std::atof(arguments[i + 1]);
    if (option == "--dpi") variant.dpi = static_cast<std::uint32_t>(value);
    if (option == "--noise") variant.noise = value;
    if (option == "--skew") variant.skew = value;
    if (option == "--turn") variant.turn = static_cast<int>(value);
    if (option == "--every") variant.every = std::max(1, static_cast<int>(value));
  }
  Result<std::string> language_data = read_english_data();
  if (!language_data) return std::printf("%s\n", describe(language_data.error()).c_str()), 1;
  auto recogniser = Recogniser::load(*language_data);
  if (!recogniser) return std::printf("%s\n", describe(recogniser.error()).c_str()), 1;
  Measure measure(variant, std::move(*recogniser));
  for (; i < count; ++i) measure.add_file(arguments[i]);
  measure.print_sums();
  return 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) { return planmark::run(count, arguments); }
