// Puts other terms into a lexicon file and leaves every other byte of it as it is.
#pragma once

#include <string>
#include <vector>

#include "analyze/lexicon_file.h"

namespace planmark {

// What one list of one concept is to hold.
struct TermList {
  std::string topic;  // the concept's id
  std::string key;    // "terms", "not_terms"
  std::vector<std::string> terms;
};

// What the list holds now; empty where the concept has no such key. A single text is a list of one.
std::vector<std::string> terms_in(const LexiconFile& file, const std::string& topic, const std::string& key);

// The file's bytes with these lists in place of its own, one term a line. Comments inside a list that is
// replaced are lost. A key that the concept does not have is put below its name. Requires: the file has each
// concept, and no list is named twice.
std::string with_terms(const LexiconFile& file, const std::vector<TermList>& lists);

}  // namespace planmark
