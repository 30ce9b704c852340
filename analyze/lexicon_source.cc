#include "analyze/lexicon_source.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "analyze/lexicon_inflections.h"
#include "analyze/match.h"
#include "base/file.h"
#include "base/format.h"
#include "base/sha256.h"
#include "base/side_by_side.h"

namespace planmark {
namespace fs = std::filesystem;
namespace {

// What compare/ goes by: no draft depends on these.
constexpr std::array files_of_compare = {"commitments.toml", "comparison.toml", "priorities.toml",
                                         "shared-text.toml"};

bool is_of_compare(const fs::path& path, const fs::path& folder) {
  return std::ranges::any_of(files_of_compare, [&](const char* name) { return path == folder / name; });
}

// Name and size before the bytes, so that no two sets of files give the same input.
std::string hash_of(const std::vector<LexiconFile>& files) {
  std::string all;
  for (const LexiconFile& file : files) all += format("{}\n{}\n{}", file.name, file.bytes.size(), file.bytes);
  return sha256_hex(all);
}

std::vector<const LexiconFile*> in_folder(const std::vector<LexiconFile>& files, std::string_view folder) {
  std::vector<const LexiconFile*> found;
  for (const LexiconFile& file : files)
    if (file.name.starts_with(folder)) found.push_back(&file);
  return found;
}

void check_names(const std::vector<LexiconFile>& files, Mistakes& mistakes) {
  for (const LexiconFile& file : files) {
    const bool known = file.name == inflections_file || file.name.starts_with("concepts/") ||
                       file.name.starts_with("cues/") || file.name.starts_with("survey/");
    if (!known)
      mistakes.report(file, {1, 1},
                      "lexicons stand in concepts/, cues/ or survey/; this file is in none of them");
  }
}

template <class Entry, class IdOf>
void check_duplicates(const std::vector<Entry>& entries, IdOf id_of, Mistakes& mistakes) {
  std::map<std::string, const Entry*> seen;
  for (const Entry& entry : entries) {
    const auto [at, fresh] = seen.try_emplace(id_of(entry), &entry);
    if (!fresh)
      mistakes.report(*entry.file, entry.place,
                      format("the id '{}' is taken: {}:{}", id_of(entry), at->second->file->name,
                             at->second->place.line));
  }
}

// Criteria as they first appear, the questions of each by id, whichever files they stand in.
void put_in_survey_order(std::vector<Question>& questions) {
  std::map<std::string, std::size_t> first;
  for (const Question& question : questions) first.try_emplace(question.criterion, first.size());
  std::stable_sort(questions.begin(), questions.end(), [&](const Question& a, const Question& b) {
    return std::pair(first.at(a.criterion), a.id) < std::pair(first.at(b.criterion), b.id);
  });
}

std::set<std::string> ids_of(const std::vector<ConceptEntry>& entries) {
  std::set<std::string> ids;
  for (const ConceptEntry& entry : entries) ids.insert(entry.topic.id);
  return ids;
}

Result<LexiconFile> read_lexicon_file(const fs::path& path, const fs::path& folder) {
  auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  return parse_lexicon_file(path.lexically_relative(folder).generic_string(), std::move(*bytes));
}

// Sorted by name.
Result<std::vector<LexiconFile>> read_files(const fs::path& folder) {
  auto paths = files_below(folder);
  if (!paths) return tl::unexpected(paths.error());
  std::erase_if(*paths, [&](const fs::path& path) {
    return path.extension() != ".toml" || is_of_compare(path, folder);
  });
  std::vector<Result<LexiconFile>> read(paths->size());
  each_side_by_side(paths->size(), [&](std::size_t i) { read[i] = read_lexicon_file((*paths)[i], folder); });
  std::vector<LexiconFile> files;
  for (Result<LexiconFile>& file : read) {
    if (!file) return tl::unexpected(file.error());
    files.push_back(std::move(*file));
  }
  if (files.empty())
    return failure(ProblemKind::not_found, "no lexicon (*.toml) below this folder", folder.string());
  return files;
}

// The entries of concepts/ and cues/.
std::vector<ConceptEntry> read_all_concepts(const LexiconSource& source, Trial trial, Mistakes& mistakes) {
  std::vector<const LexiconFile*> files = in_folder(source.files, "concepts/");
  std::ranges::copy(in_folder(source.files, "cues/"), std::back_inserter(files));
  std::vector<std::vector<ConceptEntry>> entries(files.size());
  std::vector<Mistakes> found(files.size());
  each_side_by_side(files.size(), [&](std::size_t i) {
    entries[i] = read_concepts(*files[i], source.inflections, trial, found[i]);
  });
  for (const Mistakes& in_file : found) mistakes.report(in_file);
  std::vector<ConceptEntry> all;
  for (std::vector<ConceptEntry>& in_file : entries) std::ranges::move(in_file, std::back_inserter(all));
  return all;
}

}  // namespace

Result<LexiconSource> lexicon_source_of(std::vector<LexiconFile> files, Trial trial) {
  LexiconSource source;
  source.files = std::move(files);
  Mistakes mistakes;
  check_names(source.files, mistakes);
  source.inflections = read_inflections(in_folder(source.files, inflections_file), mistakes);
  source.concepts = read_all_concepts(source, trial, mistakes);
  check_duplicates(
      source.concepts, [](const auto& entry) { return entry.topic.id; }, mistakes);

  const std::set<std::string> concept_ids = ids_of(source.concepts);
  const std::vector<const LexiconFile*> surveys = in_folder(source.files, "survey/");
  const DefaultSettings defaults = read_defaults(surveys, concept_ids, mistakes);
  for (const LexiconFile* file : surveys)
    for (QuestionEntry& entry : read_questions(*file, concept_ids, defaults, mistakes))
      source.questions.push_back(std::move(entry));
  check_duplicates(
      source.questions, [](const auto& entry) { return entry.question.id; }, mistakes);
  if (mistakes.any()) return tl::unexpected(mistakes.first());
  return source;
}

Result<LexiconSource> read_lexicon_source(const fs::path& folder, Trial trial) {
  auto files = read_files(folder);
  if (!files) return tl::unexpected(files.error());
  return lexicon_source_of(std::move(*files), trial);
}

RuleBook rule_book_of(const LexiconSource& source, Trial trial) {
  RuleBook book;
  for (const ConceptEntry& entry : source.concepts) book.concepts.push_back(entry.topic);
  std::sort(book.concepts.begin(), book.concepts.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const ConceptEntry& entry : source.concepts) {
    for (Rule rule : entry.rules) {
      rule.concept_index = book.concept_index(entry.topic.id);
      book.rules.push_back(std::move(rule));
    }
  }
  std::sort(book.rules.begin(), book.rules.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (const QuestionEntry& entry : source.questions) book.questions.push_back(entry.question);
  put_in_survey_order(book.questions);
  book.hash = hash_of(source.files);
  if (trial == Trial::all) book.matcher = std::make_shared<const Matcher>(book);
  return book;
}

}  // namespace planmark
