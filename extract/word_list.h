// The words of a language, to tell text from what only looks like it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

class WordList {
 public:
  WordList() = default;
  // One word a line.
  explicit WordList(std::string lines);
  WordList(const WordList&) = delete;
  WordList& operator=(const WordList&) = delete;

  // Without words nothing can be said of any.
  bool empty() const { return words_.empty(); }
  // As it is written, or in small letters; a curly apostrophe is a straight one.
  bool knows(std::string_view word) const;

 private:
  std::string lines_;
  std::vector<std::string_view> words_;  // sorted, into lines_
};

// British English as Debian's package wbritish installs it, with the forms of each word; empty where it is
// not installed.
WordList usual_words();

}  // namespace planmark
