// How a file of rules is read (comparison.toml, commitments.toml, ...): its keys, and below them the examples
// that the rules hold on.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/result.h"

namespace planmark {

class LexiconTable;

// Two documents in a few lines of Markdown, and what is found of them; run by tests.
struct RuleExample {
  std::string first, second;
  std::vector<std::string> expect;
  std::uint32_t line = 0;
};

// `read` takes the keys of the file, and `what` names it in messages. Errors: not_found, storage, bad_input
// (not TOML, or the first mistake that was reported to the table), each with its place.
Result<void> read_rule_file(const std::filesystem::path& lexicons, const char* file, const std::string& what,
                            const std::function<void(LexiconTable&)>& read);

// Required. `least` where there is none, or one out of its bounds.
double number_between(LexiconTable& table, const std::string& key, double least, double most);
std::uint32_t count_up_to(LexiconTable& table, const std::string& key, double most);  // from 1

// The [[example]] tables, whose two texts have these keys.
std::vector<RuleExample> read_examples(LexiconTable& root, const std::string& first,
                                       const std::string& second);

}  // namespace planmark
