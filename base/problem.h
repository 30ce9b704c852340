// What went wrong, said so that a person can act on it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace planmark {

// The kinds are stored (document.problem in the database): never change the meaning of a name.
enum class ProblemKind : std::uint8_t {
  bad_input,    // a file, argument or data row that cannot be used as it is
  not_found,    // something named does not exist
  not_pdf,      // the bytes are not a document of a kind that can be read
  damaged,      // the document is broken and gave no pages
  encrypted,    // a password is needed
  unreadable,   // a page, or all pages, have no usable text
  crashed,      // the worker process died
  timed_out,    // the worker passed its time limit
  too_large,    // a limit on memory, output or pages was passed
  interrupted,  // the user stopped the run
  storage,      // disk or database
  internal      // a broken promise inside planmark
};

struct Problem {
  ProblemKind kind = ProblemKind::internal;
  std::string what;   // one sentence without a full stop: "the file is empty"
  std::string where;  // file, or file:line[:column], or "page 3"; empty when there is no place
  std::string fix;    // what the reader can do; may be empty

  friend bool operator==(const Problem&, const Problem&) = default;
};

// "not-pdf", "timed-out": the stable name used in tables, messages and the database.
const char* name_of(ProblemKind kind);
// The kind with that name. Returns false for a name that is not one.
bool parse_name(std::string_view name, ProblemKind& kind);

// "where: what (kind)\n  fix" as shown on a terminal; parts that are empty are left out.
std::string describe(const Problem& problem);

}  // namespace planmark
