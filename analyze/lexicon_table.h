// Reads one table of a lexicon key by key and holds it to its keys.
//
// Only the first mistake of a load is kept; after it every read gives an empty value, so that a loader reads
// straight on and asks once at its end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyze/lexicon_file.h"

namespace planmark {

class Mistakes {
 public:
  void report(const LexiconFile& file, Place place, std::string message) {
    if (!first_) first_ = mistake_at(file, place, std::move(message));
  }
  void report(const Mistakes& others) {
    if (!first_) first_ = others.first_;
  }
  bool any() const { return first_.has_value(); }
  const Problem& first() const { return *first_; }  // requires any()

 private:
  std::optional<Problem> first_;
};

struct PlacedText {
  std::string text;
  Place place;
};

class LexiconTable {
 public:
  // `what` names the table in messages: "a concept".
  LexiconTable(const LexiconFile& file, const LexiconValue& table, std::string what, Mistakes& mistakes);

  // Required ones report a missing key; an empty text is a mistake in either.
  PlacedText required_text(const std::string& key);
  std::optional<PlacedText> text(const std::string& key);
  std::string text_or_empty(const std::string& key);  // required, and may be empty
  std::vector<PlacedText> required_texts(const std::string& key);
  std::vector<PlacedText> texts(const std::string& key);  // a single text is a list of one
  std::optional<double> number(const std::string& key);   // true and false are 1 and 0
  std::vector<LexiconTable> tables(const std::string& key, const std::string& name);  // of [[key]] or [key]

  bool has(const std::string& key) const;
  std::vector<std::string> keys() const;  // all, where the keys are data

  // Reports the first key that is none of these, with the nearest of them. Called before anything is read: a
  // key spelt wrong is a better thing to say than a key missing.
  void allow(const std::vector<std::string>& keys);

  const LexiconFile& file() const { return *file_; }
  Place place() const { return place_; }
  void report(Place place, std::string message) { mistakes_->report(*file_, place, std::move(message)); }

 private:
  const LexiconValue* take(const std::string& key);
  PlacedText text_of(const std::string& key, const LexiconValue& value);
  void missing(const std::string& key);

  const LexiconFile* file_;
  const LexiconValue* table_;
  std::string what_;
  Mistakes* mistakes_;
  Place place_;
};

}  // namespace planmark
