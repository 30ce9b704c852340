// Pages as pictures, and the words on them with their places.
#include <algorithm>
#include <filesystem>

#include "base/format.h"
#include "review/kept_files.h"
#include "workbench/desk.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

// Few steps, so that pictures are kept rather than drawn for each size of window.
std::uint32_t resolution_for(std::string_view asked) {
  const std::uint32_t dpi = number_of<std::uint32_t>(asked).value_or(0);
  return dpi > 160 ? 220 : dpi > 110 ? 160 : 110;
}

}  // namespace

Response page_image(Bench& bench, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  const std::uint32_t number = number_of<std::uint32_t>(visit.place("page")).value_or(0);
  if (number == 0) return problem_page(visit, {ProblemKind::not_found, "there is no such page", "", ""});
  const PageOrder order{.file = visit.workspace.kept_file(*sha256),
                        .made_pdf = made_pdf_of(visit.workspace.kept_file(*sha256)),
                        .sha256 = *sha256,
                        .page = number - 1,
                        .dpi = resolution_for(value_of(visit.request.query, "dpi"))};
  Response response;
  const std::string tag = format("\"{}-{}-{}\"", sha256->substr(0, 16), order.page, order.dpi);
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "private, max-age=86400");
  if (value_of(visit.request.headers, "if-none-match") == tag) {
    response.status = 304;
    response.type.clear();
    return response;
  }
  const auto picture = bench.pictures.of(bench.work, order);
  if (!picture) return problem_page(visit, picture.error());
  response.type = "image/png";
  response.body = **picture;
  return response;
}

// {"words": [[begin, end, x0, y0, x1, y1], ...]} in reading order; points from the top left.
Response page_words(Bench& bench, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return problem_page(visit, sha256.error());
  const auto drafts = visit.workspace.load_drafts(*sha256);
  if (!drafts) return problem_page(visit, drafts.error());
  const ExtractionVersion version = *drafts ? (*drafts)->extraction : bench.extraction;
  const auto copy = bench.copies.of(visit.workspace, *sha256, version);
  if (!copy) return problem_page(visit, copy.error());
  const Document& document = (*copy)->document;
  const std::uint32_t number = number_of<std::uint32_t>(visit.place("page")).value_or(0);
  if (number == 0 || number > document.pages.size())
    return problem_page(visit, {ProblemKind::not_found, "there is no such page", "", ""});
  std::string rows;
  for (const Word& word : document.words) {
    if (word.page != number - 1) continue;
    rows += format("{}[{},{},{:.1f},{:.1f},{:.1f},{:.1f}]", rows.empty() ? "" : ",", word.span.begin,
                   word.span.end, word.box.x0, word.box.y0, word.box.x1, word.box.y1);
  }
  return {200, "application/json", "{\"words\":[" + rows + "]}\n", {}};
}

}  // namespace planmark
