// What a worker is asked for, and what it gives.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "extract/document.h"
#include "extract/page_picture.h"
#include "extract/render_page.h"

namespace planmark {

// The whole document: gives a Document.
struct ReadDocument {};

// The n-th alternative of a Task gives the n-th of a Product (gives_what_was_asked()).
using Task = std::variant<ReadDocument, RenderPage>;
using Product = std::variant<Document, PagePicture>;

struct Job {
  std::size_t id = 0;
  std::filesystem::path file{};
  std::string sha256{};
  std::string password{};
  Task task{};
};

// What the job asks for, of the bytes of its file: in this process and so without the protection of a worker.
Result<Product> do_job(std::string_view bytes, const Job& job);

inline bool gives_what_was_asked(const Task& task, const Product& product) {
  return task.index() == product.index();
}

// The document or picture in the outcome of a job that asked for one.
template <class Asked>
Result<Asked> get_as(Result<Product> product) {
  if (!product) return tl::unexpected(std::move(product.error()));
  if (Asked* asked = std::get_if<Asked>(&*product)) return std::move(*asked);
  return failure(ProblemKind::internal, "a job gave something else than it was asked for");
}

}  // namespace planmark
