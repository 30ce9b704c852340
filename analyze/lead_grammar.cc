#include "analyze/lead_grammar.h"

#include <algorithm>
#include <array>

namespace planmark {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 11> subject_prepositions = {
    "for",    "of",       "on",     "over",     "regarding", "concerning",
    "across", "covering", "covers", "includes", "including"};
constexpr std::array<std::string_view, 26> determiners = {
    "interim", "acting",    "jointly", "'s",      "'",   "our",   "the",     "its",       "a",
    "an",      "currently", "now",     "also",    "new", "newly", "joint",   "presently", "both",
    "ours",    "icb",       "icb's",   "board's", "nhs", "named", "overall", "their"};
constexpr std::array<std::string_view, 10> copulas = {"includes", "is",  "are", "as",   "has",
                                                      "have",     "who", "be",  "been", "will"};
constexpr std::array<std::string_view, 2> past_copulas = {"was", "were"};
constexpr std::array<std::string_view, 9> own_words = {"our",   "icb", "icb's",   "icbs'", "board's",
                                                       "board", "we",  "boards'", "ours"};
constexpr std::array<std::string_view, 10> board_words = {
    "integrated", "care", "board", "board's", "nhs", "icb", "icb's", "partnership's", "system's", "and"};
constexpr std::array<std::string_view, 20> compound_words = {
    "named",  "icb",   "nominated", "statutory", "overall",   "all-age", "all",
    "age",    "ages",  "interim",   "acting",    "new",       "system",  "children",
    "adults", "adult", "strategic", "board",     "executive", "joint"};
constexpr std::array<std::string_view, 18> function_words = {
    "function",   "functions", "responsibility", "responsibilities", "accountability",
    "leadership", "portfolio", "duty",           "duties",           "remit",
    "brief",      "oversight", "agenda",         "interests",        "voice",
    "work",       "lead",      "matters"};
constexpr std::array<std::string_view, 4> pronouns = {"she", "he", "they", "who"};
constexpr std::array<std::string_view, 91> phrase_enders = {
    "is",        "are",     "was",     "were",     "be",       "been",      "has",    "have",     "had",
    "will",      "would",   "can",     "could",    "should",   "must",      "may",    "might",    "do",
    "does",      "did",     "who",     "which",    "that",     "whose",     "where",  "when",     "while",
    "if",        "because", "so",      "but",      "to",       "by",        "from",   "under",    "before",
    "supported", "chaired", "chairs",  "reports",  "reported", "reporting", "works",  "worked",   "meets",
    "meet",      "met",     "led",     "oversees", "oversee",  "ensures",   "ensure", "attends",  "sits",
    "agreed",    "agrees",  "asked",   "asks",     "makes",    "made",      "takes",  "took",     "provides",
    "receives",  "receive", "sets",    "set",      "uses",     "used",      "helps",  "helped",   "we",
    "they",      "she",     "he",      "it",       "this",     "these",     "there",  "not",      "signed",
    "said",      "says",    "improve", "develop",  "deliver",  "delivers",  "leads",  "together", "alongside",
    "via"};
// The last row joins a list instead of ending it: "safeguarding, including children in care".
constexpr std::array<std::string_view, 36> nouns_in_ing = {
    "starting",    "living",     "dying",     "safeguarding", "nursing",     "commissioning",
    "planning",    "learning",   "wellbeing", "well-being",   "housing",     "ageing",
    "engineering", "funding",    "training",  "prescribing",  "contracting", "continuing",
    "screening",   "hearing",    "caring",    "parenting",    "feeding",     "breastfeeding",
    "counselling", "monitoring", "smoking",   "offending",    "bullying",    "testing",
    "purchasing",  "setting",    "including", "covering",     "regarding",   "concerning"};

}  // namespace

bool is_preposition_of_subject(std::string_view word) { return is_one_of(word, subject_prepositions); }

bool is_determiner(std::string_view word) { return is_one_of(word, determiners); }

bool is_copula(std::string_view word) { return is_one_of(word, copulas); }

bool is_past_copula(std::string_view word) { return is_one_of(word, past_copulas); }

bool is_own_word(std::string_view word) { return is_one_of(word, own_words); }

bool is_board_word(std::string_view word) { return is_one_of(word, board_words); }

bool is_compound_word(std::string_view word) { return is_one_of(word, compound_words); }

bool is_function_word(std::string_view word) { return is_one_of(word, function_words); }

bool is_abbreviation(std::string_view word) {
  return word == "incl" || word == "inc" || word == "exec" || word == "dep" || word == "dir" ||
         word == "resp";
}

bool is_pronoun(std::string_view word) { return is_one_of(word, pronouns); }

bool adds_to_list(std::string_view word) {
  return word == "and" || word == "&" || word == "including" || word == "covering" || word == "plus";
}

bool ends_noun_phrase(std::string_view word) {
  if (is_one_of(word, phrase_enders)) return true;
  return word.size() > 5 && word.ends_with("ing") && !is_one_of(word, nouns_in_ing);
}

}  // namespace planmark
