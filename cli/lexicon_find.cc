#include <algorithm>
#include <set>

#include "analyze/concordance.h"
#include "analyze/lexicon_source.h"
#include "base/format.h"
#include "base/utf8.h"
#include "cli/lexicon_tools.h"
#include "cli/open_workspace.h"
#include "reports/drafts_text.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

// The end of a text in so many columns, filled with spaces from the left.
std::string ending(const std::string& text, std::size_t columns) {
  const std::size_t all = columns_of(text);
  if (all <= columns) return std::string(columns - all, ' ') + text;
  std::size_t at = text.size();
  for (std::size_t kept = 0; kept + 1 < columns && at > 0; ++kept) {
    --at;
    while (at > 0 && !on_character_boundary(text, at)) --at;
  }
  return "…" + text.substr(at);
}

std::string row_of(const Document& document, const Occurrence& found, std::size_t width) {
  const std::string word = printable(slice(document.text, found.span));
  const std::string page = format("{:>5}  ", found.page + 1);
  const std::string kind = found.kind == BlockKind::paragraph ? "" : format("  ({})", name_of(found.kind));
  const std::size_t side = (std::max<std::size_t>(width, 60) - page.size() - 30) / 2;
  const std::string left = printable(slice(document.text, {found.sentence.begin, found.span.begin}));
  const std::string right = printable(slice(document.text, {found.span.end, found.sentence.end}));
  return page + ending(left, side) + "  " + word + "  " + (right.empty() ? "" : shortened(right, side)) +
         kind + "\n";
}

Result<Inflections> inflections_of(const CommonOptions& common) {
  const auto places = find_data(common.data, common.lexicons);
  if (!places) return tl::unexpected(places.error());
  auto source = read_lexicon_source(places->lexicons, Trial::skip);
  if (!source) return tl::unexpected(source.error());
  return std::move(source->inflections);
}

std::string heading_of(const RegisteredDocument& registered, const Register& systems) {
  const std::string system = system_name(systems, registered.identity.system);
  return format("{}  {}\n", system.empty() ? "?" : printable(system),
                printable(registered.file_names.front()));
}

}  // namespace

Status lexicon_find(const CommonOptions& common, const LexiconOptions& options, const Console& console) {
  const auto open = open_workspace(common);
  if (!open) return console.fail(open.error());
  const auto inflections = inflections_of(common);
  if (!inflections) return console.fail(inflections.error());
  const auto matcher = matcher_of(options.term, options.pattern, *inflections);
  if (!matcher) return console.fail(matcher.error());
  auto documents = open->workspace.documents(open->knowledge.extraction, open->knowledge.analysis);
  if (!documents) return console.fail(documents.error());
  const Register& systems = open->knowledge.systems;
  std::stable_sort(documents->begin(), documents->end(), [&](const auto& a, const auto& b) {
    return system_name(systems, a.identity.system) < system_name(systems, b.identity.system);
  });
  std::size_t places = 0, holding = 0;
  std::set<std::string> holders;
  for (const RegisteredDocument& registered : *documents) {
    if (!registered.extracted || registered.refusal) continue;
    const auto document = open->workspace.load_document(registered.sha256);
    if (!document) return console.fail(document.error());
    const std::vector<Occurrence> found = occurrences(*document, *matcher);
    if (found.empty()) continue;
    console.print(heading_of(registered, systems));
    for (const Occurrence& occurrence : found)
      console.print(row_of(*document, occurrence, console.out.width));
    console.print("\n");
    places += found.size();
    ++holding;
    holders.insert(registered.identity.system);
  }
  console.print(format("{} places in {} of {} documents, of {} systems\n", places, holding, documents->size(),
                       holders.size()));
  return Status::done;
}

}  // namespace planmark
