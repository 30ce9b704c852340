// What a worker is asked for, and what it gives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "extract/document.h"
#include "extract/page_picture.h"
#include "extract/render_page.h"
#include "extract/text_table.h"

namespace planmark {

// The whole document: gives a Document.
struct ReadDocument {
  // Tesseract's, read where files may be opened (read_english_data(), extract/ocr.h). None: no page is
  // recognised.
  std::shared_ptr<const std::string> language_data{};
  // Of the pages that want to be recognised (wants_ocr(), extract/page_state.h) so many, the first ones: the
  // pool reads the document a second time for it.
  std::uint32_t most_ocr_pages = 200;
  // Pages to recognise in this reading, 0-based, sorted. Where they are given, there is no second reading.
  std::vector<std::uint32_t> ocr_pages{};
};

// A table that somebody sent. What reads its kind is above this room, and is given to the Pool as its Doer.
struct ReadSheet {};

// The n-th alternative of a Task gives the n-th of a Product (gives_what_was_asked()).
using Task = std::variant<ReadDocument, RenderPage, ReadSheet>;
using Product = std::variant<Document, PagePicture, TextTable>;

struct Job {
  std::size_t id = 0;
  std::filesystem::path file{};
  std::optional<std::string> bytes{};  // in place of the file's; `file` is then their name in problems alone
  std::string sha256{};
  std::string password{};
  // Where the PDF that LibreOffice makes of an Office file is kept: put there by who reads the document,
  // taken from there, where it is, by who draws its pages. Empty: it is made for this job alone.
  std::filesystem::path made_pdf{};
  std::filesystem::path
      scratch{};  // given by the Pool: a folder that the worker may make, and the Pool removes
  Task task{};
};

// Whether pages are drawn for it, for which a worker may read the machine's fonts.
inline bool draws(const Task& task) {
  const auto* reading = std::get_if<ReadDocument>(&task);
  return reading ? !reading->ocr_pages.empty() : std::holds_alternative<RenderPage>(task);
}

// What the job asks for, of the bytes of its file: in this process and so without the protection of a worker.
// Errors: internal, where it asks for a TextTable.
Result<Product> do_job(std::string_view bytes, const Job& job);

inline bool gives_what_was_asked(const Task& task, const Product& product) {
  return task.index() == product.index();
}

// The document, picture or table in the outcome of a job that asked for one.
template <class Asked>
Result<Asked> get_as(Result<Product> product) {
  if (!product) return tl::unexpected(std::move(product.error()));
  if (Asked* asked = std::get_if<Asked>(&*product)) return std::move(*asked);
  return failure(ProblemKind::internal, "a job gave something else than it was asked for");
}

}  // namespace planmark
