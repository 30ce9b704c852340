// The small words of English that tie a role, its subject and its holder together, or keep them apart.
//
// This is grammar, not knowledge of the domain: verbs and phrases such as "sits with" are cues in
// lexicons/cues/posts.toml.
#pragma once

#include <string_view>

namespace planmark {

bool is_preposition_of_subject(std::string_view word);  // for, of, on: "lead for SEND"
bool is_determiner(std::string_view word);              // our, the, ICB's, currently: "is our Chief Nurse"
bool is_copula(std::string_view word);                  // is, are, as, has: "is the lead"
bool is_past_copula(std::string_view word);             // was, were
bool is_own_word(std::string_view word);       // our, ICB's: the integrated care board speaks of itself
bool is_board_word(std::string_view word);     // words of the board's own name, before "'s executive lead"
bool is_compound_word(std::string_view word);  // named, all-age: "safeguarding (all-age) named lead"
bool is_function_word(std::string_view word);  // responsibility, portfolio: "the function of safeguarding"
bool is_abbreviation(std::string_view word);   // incl: its full stop ends nothing
bool is_pronoun(std::string_view word);        // she, he, they
bool adds_to_list(std::string_view word);      // and, including: "lead for quality, including SEND"
// A verb or a relative: the noun phrase is over. Also words in -ing that are not known nouns.
bool ends_noun_phrase(std::string_view word);

}  // namespace planmark
