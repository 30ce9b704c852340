#include "analyze/lexicon_inflections.h"

#include <algorithm>

namespace planmark {
namespace {

std::map<std::string, std::vector<std::string>> read_forms(LexiconTable& root, const std::string& key) {
  std::map<std::string, std::vector<std::string>> forms;
  for (LexiconTable& table : root.tables(key, "a table")) {
    for (const std::string& word : table.keys())
      for (PlacedText& form : table.texts(word)) forms[word].push_back(std::move(form.text));
  }
  return forms;
}

}  // namespace

Inflections read_inflections(const std::vector<const LexiconFile*>& files, Mistakes& mistakes) {
  Inflections inflections;
  for (const LexiconFile* file : files) {
    LexiconTable root(*file, file->root, "a file of inflections", mistakes);
    root.allow({"nouns", "verbs", "unchanged"});
    inflections.nouns = read_forms(root, "nouns");
    inflections.verbs = read_forms(root, "verbs");
    for (PlacedText& word : root.texts("unchanged")) inflections.unchanged.push_back(std::move(word.text));
  }
  std::sort(inflections.unchanged.begin(), inflections.unchanged.end());
  return inflections;
}

}  // namespace planmark
