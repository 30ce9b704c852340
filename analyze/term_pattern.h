// Terms, as a policy officer writes them, turned into patterns by rule. lexicons/README.md explains the rules
// to those who write terms; here is what each comes to:
//
//   "looked-after child"  hyphen: hyphen, space or nothing; space: space or hyphen; each noun-like word in
//   singular,
//                         plural and possessive as written or inflected (carer, carers, carer's, carers')
//   "consult~"            a verb in all its forms: consult, consults, consulted, consulting
//   "and"                 also "&"
//
// A word already in the plural stays so; function words (of, in, after) and words with a digit are taken as
// written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// Data of lexicons/inflections.toml.
struct Inflections {
  std::map<std::string, std::vector<std::string>> nouns;  // "child" -> "children"
  std::map<std::string, std::vector<std::string>> verbs;  // "lead" -> "led"; regular forms are kept beside
  std::vector<std::string> unchanged;                     // words taken as written: "of", "after"; sorted
};

// Whether there is anything in it to look for, in whatever script.
bool has_letter_or_digit(std::string_view folded);

// The pattern of a term in any letter case, and of a term spelt exactly so (a plural or possessive s is
// allowed). Requires: the term is folded (analyze/fold.h) and has_letter_or_digit().
std::string term_pattern(std::string_view term, const Inflections& inflections);
std::string exact_term_pattern(std::string_view term);

}  // namespace planmark
