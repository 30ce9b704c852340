#include "reports/terms_csv.h"

#include <algorithm>
#include <map>
#include <optional>

#include "analyze/edit_distance.h"
#include "analyze/lexicon_rewrite.h"
#include "base/format.h"
#include "corpus/csv.h"
#include "reports/csv_line.h"

namespace planmark {
namespace {

struct Columns {
  std::size_t topic = 0, key = 0, term = 0;
};

Result<Columns> columns_of(const CsvRow& head, const std::string& where) {
  Columns columns;
  const auto find = [&](const char* name, std::size_t& column) {
    const auto at = std::find(head.cells.begin(), head.cells.end(), name);
    column = static_cast<std::size_t>(at - head.cells.begin());
    return at != head.cells.end();
  };
  if (find("concept", columns.topic) && find("key", columns.key) && find("term", columns.term))
    return columns;
  return failure(ProblemKind::bad_input, "the first line must name the columns concept, key and term",
                 format("{}:{}", where, head.line), "planmark lexicon export writes such a table");
}

// By concept, then key.
using Lists = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

Result<Lists> read_lists(std::string_view csv, const std::string& where, const LexiconSource& source) {
  const auto rows = parse_csv(csv, where);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->empty()) return failure(ProblemKind::bad_input, "this table is empty", where);
  const auto columns = columns_of(rows->front(), where);
  if (!columns) return tl::unexpected(columns.error());
  std::vector<std::string> ids;
  for (const ConceptEntry& entry : source.concepts) ids.push_back(entry.topic.id);
  const std::vector<std::string> keys = term_keys();
  Lists lists;
  for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
    const std::string &topic = row->cells[columns->topic], &key = row->cells[columns->key],
                      &term = row->cells[columns->term];
    std::string what;
    if (std::find(ids.begin(), ids.end(), topic) == ids.end())
      what = format("there is no concept '{}'{}", topic, did_you_mean(topic, ids));
    else if (std::find(keys.begin(), keys.end(), key) == keys.end())
      what = format("'{}' is not a list of terms{}", key, did_you_mean(key, keys));
    else if (term.empty())
      what = "this row has no term";
    if (!what.empty()) return failure(ProblemKind::bad_input, what, format("{}:{}", where, row->line));
    lists[topic][key].push_back(term);
  }
  return lists;
}

std::vector<TermList> changed_lists(const LexiconFile& file, const LexiconSource& source, Lists& lists) {
  std::vector<TermList> changed;
  for (const ConceptEntry& entry : source.concepts) {
    const std::string& id = entry.topic.id;
    if (entry.file != &file || !lists.contains(id)) continue;
    for (const std::string& key : term_keys())
      if (terms_in(file, id, key) != lists[id][key]) changed.push_back({id, key, lists[id][key]});
  }
  return changed;
}

Result<void> check(std::vector<LexiconFile> files) {
  auto source = lexicon_source_of(std::move(files));
  if (!source) return tl::unexpected(source.error());
  Mistakes mistakes;
  check_examples(source->concepts, rule_book_of(*source), mistakes);
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return {};
}

}  // namespace

std::string terms_csv(const LexiconSource& source) {
  std::string csv(csv_begin);
  csv += csv_line({"file", "concept", "name", "key", "term"});
  for (const ConceptEntry& entry : source.concepts) {
    for (const WrittenRule& written : entry.written) {
      if (!written.is_term) continue;
      csv += csv_line({entry.file->name, entry.topic.id, entry.topic.name, written.key, written.text.text});
    }
  }
  return csv;
}

Result<std::vector<LexiconFile>> files_with_terms(const LexiconSource& source, std::string_view csv,
                                                  const std::string& where) {
  auto lists = read_lists(csv, where, source);
  if (!lists) return tl::unexpected(lists.error());
  std::vector<LexiconFile> all = source.files, changed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<TermList> edits = changed_lists(source.files[i], source, *lists);
    if (edits.empty()) continue;
    auto file = parse_lexicon_file(all[i].name, with_terms(source.files[i], edits));
    if (!file) return tl::unexpected(file.error());
    all[i] = *file;
    changed.push_back(std::move(*file));
  }
  if (auto checked = check(std::move(all)); !checked) {
    Problem problem = checked.error();
    problem.fix = "this is the lexicon as it would be; nothing was written";
    return tl::unexpected(problem);
  }
  return changed;
}

}  // namespace planmark
