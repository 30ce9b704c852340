// Printed percentages held against figures: what an earlier report, a press release or a draft chapter says,
// beside what the answers give.
//
// A table of published numbers is CSV (corpus/csv.h) with the columns question, part, option, percent, count
// and base, found by name; count and base may be empty. An option "A + B" is two answers together; "remark"
// and other columns are left alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "reports/figure.h"

namespace planmark {

struct PublishedNumber {
  std::string question, part, option;
  unsigned per_cent = 0;
  std::optional<std::size_t> count{}, base{};  // as printed or worked out
  std::size_t line = 0;
};

struct ComparedNumber {
  enum class Outcome : std::uint8_t {
    same,
    different,
    impossible,  // no count of the base gives the percentage
    no_base,     // printed without a base, and no figure here gives it
    not_here     // there is no such figure, or no such answer in it
  };
  PublishedNumber published;
  std::optional<Share> ours{};
  Outcome outcome = Outcome::not_here;
  std::string remark{};  // for people: why, and which bases would give it
};

// Errors: bad_input naming where:line (a column that is missing, a number that is none, more than 100 per
// cent).
Result<std::vector<PublishedNumber>> read_published(std::string_view csv, const std::string& where);

// In the order of `published`.
std::vector<ComparedNumber> compare_published(const std::vector<PublishedNumber>& published,
                                              const std::vector<Figure>& figures);

const char* words_of(ComparedNumber::Outcome outcome);

}  // namespace planmark
