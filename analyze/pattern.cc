#include "analyze/pattern.h"

#include <re2/re2.h>

#include <deque>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

#include "analyze/pattern_tree.h"
#include "analyze/rule_book.h"
#include "analyze/unicode.h"
#include "base/side_by_side.h"
#include "base/utf8.h"

namespace planmark {
namespace {

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
  if (const auto tree = parse_pattern(pattern, false); tree && PatternProgram::of(*tree)) return {};
  const RE2 bare(pattern, options_of(true));
  if (!bare.ok()) return bare.error();
  if (RE2::FullMatch("", bare)) return "it matches the empty text, and so everywhere";
  const RE2 edged(between_edges(pattern), options_of(false));
  return edged.ok() ? std::string() : edged.error();
}

std::shared_ptr<const ReadyPattern> ready_pattern(const std::string& pattern, bool case_sensitive) {
  auto ready = std::make_shared<ReadyPattern>();
  if (const auto tree = parse_pattern(pattern, case_sensitive)) {
    ready->program = PatternProgram::of(*tree);
    ready->required = required_atoms(*tree);
  }
  return ready;
}

std::string quoted_pattern(std::string_view literal) {
  return RE2::QuoteMeta(re2::StringPiece(literal.data(), literal.size()));
}

// One pattern, and RE2's form of it once that has been needed.
class PatternSet::Member {
 public:
  explicit Member(Source source) : source_(std::move(source)) {}

  void prepare() {
    if (!source_.ready) source_.ready = ready_pattern(source_.pattern, source_.case_sensitive);
  }

  const ReadyPattern& ready() const { return *source_.ready; }  // requires prepare()

  const RE2& engine() const {
    std::call_once(compiled_, [this] {
      engine_ =
          std::make_unique<const RE2>(between_edges(source_.pattern), options_of(source_.case_sensitive));
    });
    return *engine_;
  }

 private:
  Source source_;
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<const RE2> engine_;
};

// Prepared when something is first looked for: many commands read a rule book and look for nothing.
struct PatternSet::Rep {
  const Member& ready_member(std::uint32_t pattern) {
    std::call_once(members_prepared, [this] { prepare_members(); });
    return members[pattern];
  }
  const PatternGate& ready_gate() {
    std::call_once(members_prepared, [this] { prepare_members(); });
    std::call_once(gate_prepared, [this] { prepare_gate(); });
    return gate;
  }

  std::deque<Member> members;

 private:
  void prepare_members();
  void prepare_gate();

  std::once_flag members_prepared, gate_prepared;
  PatternGate gate{{}};
};

void PatternSet::Rep::prepare_members() {
  each_side_by_side(members.size(), [&](std::size_t i) { members[i].prepare(); });
}

void PatternSet::Rep::prepare_gate() {
  std::vector<const std::vector<AtomChoice>*> required;
  for (const Member& member : members) required.push_back(&member.ready().required);
  try {
    gate = PatternGate(required);
  } catch (const std::bad_alloc&) {
    static const std::vector<AtomChoice> nothing;
    gate = PatternGate({required.size(), &nothing});  // lets everything through
  }
}

PatternSet::PatternSet(std::vector<Source> sources) : rep_(std::make_unique<Rep>()) {
  for (Source& source : sources) rep_->members.emplace_back(std::move(source));
}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

PatternGate::Pass PatternSet::pass() const { return PatternGate::Pass(rep_->ready_gate()); }

std::vector<Span> PatternSet::locate(std::uint32_t pattern, const SearchedText& text) const {
  if (const auto& program = rep_->ready_member(pattern).ready().program)
    if (auto found = program->locate(text)) return *std::move(found);
  return locate_slowly(pattern, text.text());
}

bool PatternSet::matches(std::string_view text) const {
  const SearchedText searched(text);
  for (const std::uint32_t pattern : pass().may_match(text))
    if (!locate(pattern, searched).empty()) return true;
  return false;
}

std::vector<Span> PatternSet::locate_slowly(std::uint32_t pattern, std::string_view text) const {
  std::vector<Span> found;
  const RE2& engine = rep_->members[pattern].engine();
  if (!engine.ok()) return found;
  const re2::StringPiece whole(text.data(), text.size());
  re2::StringPiece groups[2];
  std::size_t from = 0;
  while (from <= text.size() && engine.Match(whole, from, text.size(), RE2::UNANCHORED, groups, 2)) {
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
