// Reading a question's settings: what is not set is an empty list, or the fallback given.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/rule_book.h"

namespace planmark {

inline std::vector<std::string> list_of(const Settings& settings, const std::string& key) {
  const auto found = settings.lists.find(key);
  return found == settings.lists.end() ? std::vector<std::string>{} : found->second;
}

inline bool says(const Settings& settings, const std::string& key, std::string_view value) {
  const std::vector<std::string> list = list_of(settings, key);
  return std::find(list.begin(), list.end(), value) != list.end();
}

inline double number_of(const Settings& settings, const std::string& key, double fallback = 0) {
  const auto found = settings.numbers.find(key);
  return found == settings.numbers.end() ? fallback : found->second;
}

inline std::size_t count_of(const Settings& settings, const std::string& key, double fallback = 0) {
  return static_cast<std::size_t>(number_of(settings, key, fallback));
}

// How many quotes a draft keeps for its answer (never none: an answer rests on something) and against it.
inline std::size_t evidence_limit(const Settings& settings) {
  return std::max<std::size_t>(1, count_of(settings, "evidence_limit", 8));
}

inline std::size_t counter_limit(const Settings& settings) { return count_of(settings, "counter_limit", 6); }

}  // namespace planmark
