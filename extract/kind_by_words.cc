#include "extract/kind_by_words.h"

#include <algorithm>
#include <initializer_list>

#include "base/ascii.h"

namespace planmark {
namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view s) { return text.starts_with(s); });
}

}  // namespace

ListSection section_named(std::string_view text) {
  for (const std::string_view name :
       {"glossary", "abbreviation", "acronym", "jargon", "terms used", "words we"})
    if (text.find(name) != text.npos) return ListSection::glossary;
  std::string_view bare = text;
  while (!bare.empty() && (is_digit(bare.front()) || bare.front() == '.' || bare.front() == ' '))
    bare.remove_prefix(1);
  if (const std::size_t colon = bare.find(": ");
      colon != bare.npos && starts_with_any(bare, {"appendix", "annex"}))
    bare.remove_prefix(colon + 2);
  if (bare.ends_with(':')) bare.remove_suffix(1);
  for (const std::string_view name :
       {"references", "bibliography", "sources", "endnotes", "notes", "reference list",
        "references and sources", "sources and references", "notes and references"})
    if (bare == name) return ListSection::reference;
  return ListSection::other;
}

bool starts_like_caption(std::string_view text) {
  if (starts_with_any(text, {"source:", "sources:", "data source:"})) return true;
  for (const std::string_view name :
       {"figure ", "fig ", "fig. ", "table ", "chart ", "graph ", "map ", "image ", "diagram "})
    if (text.starts_with(name) && text.size() > name.size() && is_digit(text[name.size()])) return true;
  return false;
}

}  // namespace planmark
