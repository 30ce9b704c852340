#include "extract/second_reading.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/format.h"
#include "extract/page_state.h"

namespace planmark {
namespace {

std::vector<std::uint32_t> pages_to_recognise(const Document& document) {
  std::vector<std::uint32_t> pages;
  for (std::uint32_t page = 0; page < document.pages.size(); ++page)
    if (wants_ocr(document.pages[page])) pages.push_back(page);
  return pages;
}

}  // namespace

std::optional<Job> second_reading(const Job& job, const Document& document) {
  const auto* wanted = std::get_if<ReadDocument>(&job.task);
  if (!wanted || !wanted->language_data || !wanted->ocr_pages.empty()) return std::nullopt;
  std::vector<std::uint32_t> pages = pages_to_recognise(document);
  pages.resize(std::min<std::size_t>(pages.size(), wanted->most_ocr_pages));
  if (pages.empty()) return std::nullopt;
  Job second = job;
  std::get<ReadDocument>(second.task).ocr_pages = std::move(pages);
  return second;
}

Limits limits_of_job(const Limits& limits, const Job& job) {
  Limits longer = limits;
  if (const auto* wanted = std::get_if<ReadDocument>(&job.task)) {
    const auto pages = static_cast<int>(wanted->ocr_pages.size());
    longer.cpu += pages * time_for_ocr_page;
    longer.wall += 3 * pages * time_for_ocr_page;
  }
  return longer;
}

Document of_both_readings(Document first, Result<Document> second, const Job& second_job) {
  const std::size_t wanting = pages_to_recognise(first).size();
  const std::size_t tried = std::get<ReadDocument>(second_job.task).ocr_pages.size();
  if (!second) {
    Problem problem = std::move(second.error());
    problem.what = format("{} pages that are pictures were not recognised: {}", tried, problem.what);
    problem.where.clear();
    first.problems.push_back({none, std::move(problem)});
  }
  Document& document = second ? *second : first;
  if (tried < wanting)
    document.problems.push_back(
        {none,
         {ProblemKind::unreadable,
          format("of {} pages that are pictures the first {} were tried", wanting, tried),
          {},
          "recognise more: planmark run --retry --ocr-pages N"}});
  return std::move(document);
}

}  // namespace planmark
