// From a name back to the value that name_of() gives it to.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace planmark {

// Sets `value` to the one of `all` with this name; without one it stays as it is, and the answer is false.
template <class Value, class Values>
bool find_named(std::string_view name, const Values& all, Value& value) {
  const auto found =
      std::find_if(std::begin(all), std::end(all), [&](Value each) { return name == name_of(each); });
  if (found == std::end(all)) return false;
  value = *found;
  return true;
}

}  // namespace planmark
