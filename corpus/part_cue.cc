#include "corpus/part_cue.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/format.h"
#include "corpus/phrase.h"
#include "corpus/tsv.h"

namespace planmark {
namespace {

bool parse_place(const std::string& name, CuePlace& place) {
  if (name == "title") {
    place = CuePlace::title;
  } else if (name == "file-name") {
    place = CuePlace::file_name;
  } else if (name == "anywhere") {
    place = CuePlace::anywhere;
  } else {
    return false;
  }
  return true;
}

Result<PartCue> cue_of(const TsvRow& row, const std::string& where) {
  const std::string& part = row.cells[0];
  const std::string& weight = row.cells[2];
  PartCue cue;
  if (std::ranges::find(part_names(), part) == part_names().end())
    return failure(ProblemKind::bad_input, format("unknown part \"{}\"", part), where);
  if (!parse_place(row.cells[1], cue.place))
    return failure(ProblemKind::bad_input, format("unknown place \"{}\"", row.cells[1]), where,
                   "Write title, file-name or anywhere.");
  if (weight.size() != 1 || weight[0] < '1' || weight[0] > '9')
    return failure(ProblemKind::bad_input, format("weight \"{}\" is not 1 to 9", weight), where);
  cue.part = part;
  cue.weight = static_cast<unsigned>(weight[0] - '0');
  cue.phrase = row.cells[3];
  cue.kind = row.cells[4];
  cue.words = phrase_words(cue.phrase);
  if (cue.words.empty()) return failure(ProblemKind::bad_input, "no phrase", where);
  return cue;
}

}  // namespace

const std::vector<std::string>& part_names() {
  static const std::vector<std::string> names = {"strategy",          "plan",       "easy-read",
                                                 "engagement-report", "place-plan", "other"};
  return names;
}

Result<std::vector<PartCue>> load_part_cues(const std::filesystem::path& file) {
  const auto rows = read_tsv(file, {"part", "place", "weight", "phrase", "kind"});
  if (!rows) return tl::unexpected(rows.error());
  std::vector<PartCue> cues;
  std::map<std::vector<std::string>, std::size_t> first_line;
  for (const TsvRow& row : *rows) {
    const std::string where = format("{}:{}", file.string(), row.line);
    Result<PartCue> cue = cue_of(row, where);
    if (!cue) return tl::unexpected(cue.error());
    const auto [known, fresh] = first_line.emplace(cue->words, row.line);
    if (!fresh)
      return failure(ProblemKind::bad_input,
                     format("\"{}\" stands already on line {}", cue->phrase, known->second), where);
    cues.push_back(std::move(*cue));
  }
  std::ranges::sort(cues, {}, [](const PartCue& cue) { return std::tie(cue.part, cue.phrase); });
  return cues;
}

}  // namespace planmark
