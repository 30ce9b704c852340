#include "base/file.h"
#include "base/format.h"
#include "cli/knowledge.h"
#include "cli/lexicon_tools.h"
#include "reports/terms_csv.h"

namespace planmark {

Status lexicon_export(const CommonOptions& common, const std::string& file, const Console& console) {
  const auto places = find_data(common.data, common.lexicons);
  if (!places) return console.fail(places.error());
  const auto source = read_lexicon_source(places->lexicons);
  if (!source) return console.fail(source.error());
  if (const auto written = write_file(file, terms_csv(*source)); !written)
    return console.fail(written.error());
  return Status::done;
}

Status lexicon_import(const CommonOptions& common, const std::string& file, const Console& console) {
  const auto places = find_data(common.data, common.lexicons);
  if (!places) return console.fail(places.error());
  const auto source = read_lexicon_source(places->lexicons);
  if (!source) return console.fail(source.error());
  const auto csv = read_file(file);
  if (!csv) return console.fail(csv.error());
  const auto changed = files_with_terms(*source, *csv, file);
  if (!changed) return console.fail(changed.error());
  for (const LexiconFile& lexicon : *changed) {
    const auto written = write_file(places->lexicons / lexicon.name, lexicon.bytes);
    if (!written) return console.fail(written.error());
    console.print(format("{} written\n", (places->lexicons / lexicon.name).string()));
  }
  if (changed->empty()) console.print("The lexicons hold these terms already.\n");
  return Status::done;
}

}  // namespace planmark
