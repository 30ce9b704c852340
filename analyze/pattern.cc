#include "analyze/pattern.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <new>
#include <optional>

#include "analyze/atom_search.h"
#include "analyze/rule_book.h"
#include "analyze/unicode.h"
#include "base/utf8.h"

namespace planmark {
namespace {

// Shorter literals are so common in English that they let nearly every pattern through.
constexpr int shortest_atom = 3;

RE2::Options options_of(bool case_sensitive) {
  RE2::Options options;
  options.set_case_sensitive(case_sensitive);
  options.set_log_errors(false);
  return options;
}

// The pattern between word edges, as group 1. RE2 has no look-around and its \b knows ASCII only, so the
// neighbours are matched too; locate() then checks both edges with every script in mind.
std::string between_edges(const std::string& pattern) {
  return R"((?:\b|\A|[^0-9A-Za-z])()" + pattern + R"()(?:\b|\z|[^0-9A-Za-z]))";
}

}  // namespace

std::string pattern_error(const std::string& pattern) {
  const RE2 bare(pattern, options_of(true));
  if (!bare.ok()) return bare.error();
  if (RE2::FullMatch("", bare)) return "it matches the empty text, and so everywhere";
  const RE2 edged(between_edges(pattern), options_of(false));
  return edged.ok() ? std::string() : edged.error();
}

std::string quoted_pattern(std::string_view literal) {
  return RE2::QuoteMeta(re2::StringPiece(literal.data(), literal.size()));
}

struct PatternSet::Rep {
  std::vector<int> members;            // the filter's number for each pattern; negative: it did not compile
  std::vector<std::uint32_t> sources;  // and back
  re2::FilteredRE2 filter{shortest_atom};
  std::optional<AtomSearch> atoms;  // none: there is no gate

  const RE2* find(std::uint32_t pattern) const {
    return members[pattern] < 0 ? nullptr : &filter.GetRE2(members[pattern]);
  }
};

PatternSet::PatternSet(const std::vector<Source>& sources) {
  auto rep = std::make_unique<Rep>();
  for (std::uint32_t index = 0; index < sources.size(); ++index) {
    int member = -1;
    const auto& [pattern, case_sensitive] = sources[index];
    const auto error = rep->filter.Add(between_edges(pattern), options_of(case_sensitive), &member);
    rep->members.push_back(error == RE2::NoError ? member : -1);
    if (error == RE2::NoError) rep->sources.push_back(index);
  }
  std::vector<std::string> atoms;
  if (!rep->sources.empty()) rep->filter.Compile(&atoms);
  if (!atoms.empty()) try {
      rep->atoms.emplace(atoms);
    } catch (const std::bad_alloc&) {
      rep->atoms.reset();
    }
  rep_ = std::move(rep);
}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

std::uint32_t PatternSet::size() const { return static_cast<std::uint32_t>(rep_->members.size()); }

std::vector<std::uint32_t> PatternSet::may_match(std::string_view text) const {
  if (!rep_->atoms) return rep_->sources;
  std::vector<int> members;
  rep_->filter.AllPotentials(rep_->atoms->occurring(text), &members);
  std::vector<std::uint32_t> patterns;
  patterns.reserve(members.size());
  for (const int member : members) patterns.push_back(rep_->sources[static_cast<std::size_t>(member)]);
  return patterns;  // AllPotentials sorts, and both numberings run the same way
}

std::vector<Span> PatternSet::locate(std::uint32_t pattern, std::string_view text) const {
  std::vector<Span> found;
  const RE2* const engine = rep_->find(pattern);
  if (engine == nullptr) return found;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece groups[2];
  std::size_t from = 0;
  while (from <= text.size() && engine->Match(whole, from, text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<std::uint32_t>(groups[1].data() - text.data());
    const auto end = static_cast<std::uint32_t>(begin + groups[1].size());
    const bool usable = begin < end && on_word_edge(text, begin) && on_word_edge(text, end);
    if (usable) found.push_back({begin, end});
    from = usable ? end : begin < text.size() ? begin + decode_at(text, begin).size : text.size() + 1;
  }
  return found;
}

// RE2 has no version at run time; CMake asks pkg-config for the package's.
std::string re2_version() { return PLANMARK_RE2_VERSION; }

}  // namespace planmark
