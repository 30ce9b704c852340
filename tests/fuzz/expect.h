// What a fuzz target finds wrong ends the process, which is how libFuzzer learns of it.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace planmark {

inline void expect(bool holds, const std::string& otherwise) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", otherwise.c_str());
  std::abort();
}

inline void expect_none(const std::vector<std::string>& broken) {
  if (!broken.empty()) expect(false, broken.front());
}

}  // namespace planmark
