// Writes what the fuzz targets begin with, made from the sample documents:  write_seeds FOLDER
#include <cstdio>
#include <filesystem>
#include <string>

#include "base/file.h"
#include "base/format.h"
#include "extract/layout.h"
#include "extract/read_pdf.h"
#include "extract/wire.h"
#include "tests/fuzz/page_lines.h"
#include "tests/support/small_pdf.h"

namespace planmark {
namespace {

const std::filesystem::path source = PLANMARK_SOURCE_DIR;

void put(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::create_directories(file.parent_path());
  if (auto written = write_file(file, bytes); !written)
    std::fprintf(stderr, "%s: %s\n", file.c_str(), written.error().what.c_str());
}

// Two pages at a time: what runs on over a page break must be met, and small inputs mutate fast.
void from_sample(const std::filesystem::path& folder, const std::string& name, const RawDocument& whole) {
  for (std::size_t first = 0; first + 1 < whole.pages.size(); first += 2) {
    RawDocument part = whole;
    part.bookmarks.clear();
    part.pages = {whole.pages[first], whole.pages[first + 1]};
    const std::string seed = format("{}-{}", name, first + 1);
    put(folder / "layout" / (seed + ".txt"), lines_of(part));
    const Document document = lay_out(part, "hash");
    put(folder / "wire" / seed, encode(Product(document)));
    put(folder / "text" / (seed + ".md"), document.text.substr(0, 4000));
  }
}

void from_small_pdfs(const std::filesystem::path& folder) {
  const std::string words = "BT /F1 12 Tf 72 700 Td (One line of words) Tj 0 -14 Td (and the next.) Tj ET ";
  const std::string table =
      "72 600 200 0.5 re f 72 560 200 0.5 re f 72 560 0.5 40 re f 272 560 0.5 40 re f "
      "BT /F2 10 Tf 80 580 Td (Role) Tj 100 0 Td (Name) Tj ET ";
  const std::string marked = "/P <</MCID 0>> BDC " + words + "EMC /Artifact BMC " + table + "EMC ";
  const std::string drawn =
      "0.9 0.9 1 rg 50 50 300 300 re f q 100 0 0 100 72 300 cm /Im Do Q 1 w 72 72 m 300 72 l "
      "S 72 90 m 80 90 90 100 90 110 c h f ";
  const std::string turned =
      "BT /F1 9 Tf 0 1 -1 0 300 300 Tm (turned) Tj ET BT 3 Tr /F1 9 Tf 72 72 Td (unseen) Tj ET ";
  const std::string labels = "/PageLabels << /Nums [0 << /S /r >> 1 << /S /D /St 7 >>] >>";
  put(folder / "pdf/words.pdf", small_pdf({{words}}));
  put(folder / "pdf/table.pdf", small_pdf({{words + table}, {table}}));
  put(folder / "pdf/marked.pdf", small_pdf({{marked}}, "/MarkInfo << /Marked true >> /StructTreeRoot << >>"));
  put(folder / "pdf/drawn.pdf", small_pdf({{drawn + words}}));
  put(folder / "pdf/turned.pdf", small_pdf({{turned + words, "/Rotate 90"}, {words, "/Rotate 180"}}));
  put(folder / "pdf/labels.pdf", small_pdf({{words}, {words}, {words}}, labels));
}

int write_seeds(const std::filesystem::path& folder) {
  const auto samples = files_below(source / "corpus/samples"), lexicons = files_below(source / "lexicons");
  if (!samples || !lexicons) return 1;
  for (const auto& file : *samples) {
    if (file.extension() != ".pdf") continue;
    const std::string bytes = read_file(file).value_or("");
    if (const auto raw = read_pdf(bytes)) from_sample(folder, file.stem(), *raw);
    put(folder / "pdf" / file.filename(), bytes);
  }
  for (const auto& file : *lexicons)
    if (file.extension() == ".toml")
      put(folder / "lexicon" / file.filename(), read_file(file).value_or("").substr(0, 6000));
  put(folder / "pdf/password.pdf", read_file(source / "tests/extract/data/password-sesame.pdf").value_or(""));
  from_small_pdfs(folder);
  return 0;
}

}  // namespace
}  // namespace planmark

int main(int count, char** arguments) {
  if (count == 2) return planmark::write_seeds(arguments[1]);
  std::fputs("usage: write_seeds FOLDER\n", stderr);
  return 2;
}
