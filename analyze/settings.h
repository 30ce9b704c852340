// Which keys [question.decide] may hold, for each type of answer. What each means stands in
// lexicons/README.md and, for engineers, at the decider that reads it.
#pragma once

#include <span>
#include <string_view>

#include "analyze/rule_book.h"

namespace planmark {

struct SettingKey {
  std::string_view name;  // one that ends in "concepts" or "cues" names concepts, and the loader checks them
  bool is_list = true;    // of texts; otherwise a number
};

// Those that say which sentences count: an aspect may have its own of these.
std::span<const SettingKey> sentence_keys();

std::span<const SettingKey> settings_of(AnswerType type);

}  // namespace planmark
