#include "analyze/pattern_program.h"

#include <algorithm>
#include <utility>

#include "analyze/unicode.h"
#include "base/utf8.h"

namespace planmark {
namespace {

using Kind = PatternNode::Kind;

constexpr std::size_t most_steps = 3000;
constexpr int budget = 20000;         // steps of one search: what RE2 takes for a long sentence, about
constexpr std::size_t deepest = 200;  // tries left open

bool is_ascii_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word_byte(char c) { return is_ascii_alphanumeric(c) || c == '_'; }

// What RE2 takes for \b: it knows ASCII only.
bool on_ascii_edge(std::string_view text, std::size_t at) {
  const bool before = at > 0 && is_word_byte(text[at - 1]);
  const bool after = at < text.size() && is_word_byte(text[at]);
  return before != after;
}

// The neighbours that pattern.cc puts around each pattern for RE2: an edge, or a character that is none of a
// word.
bool may_begin_at(std::string_view text, std::size_t at) {
  return at == 0 || !is_ascii_alphanumeric(text[at - 1]) || on_ascii_edge(text, at);
}

bool may_end_at(std::string_view text, std::size_t at) {
  return at == text.size() || !is_ascii_alphanumeric(text[at]) || on_ascii_edge(text, at);
}

// The bytes with which a match of the node can begin are added; true where it can also begin with what
// follows.
bool add_first_bytes(const PatternNode& node, std::bitset<256>& bytes) {
  switch (node.kind) {
    case Kind::characters:
      for (std::size_t c = node.characters.ascii._Find_first(); c < 128;
           c = node.characters.ascii._Find_next(c))
        bytes.set(c);
      if (!node.characters.is_ascii())
        for (std::size_t c = 128; c < 256; ++c) bytes.set(c);
      return false;
    case Kind::sequence:
      return std::all_of(node.parts.begin(), node.parts.end(),
                         [&](const PatternNode& part) { return add_first_bytes(part, bytes); });
    case Kind::choice: {
      bool any = false;
      for (const PatternNode& part : node.parts) any = add_first_bytes(part, bytes) || any;
      return any;
    }
    case Kind::repeat:
      return add_first_bytes(node.parts.front(), bytes) || node.least == 0;
    default:
      return true;
  }
}

}  // namespace

class PatternProgram::Builder {
 public:
  explicit Builder(PatternProgram& program) : steps_(program.steps_), sets_(program.sets_) {}

  bool add(const PatternNode& node) {
    if (steps_.size() > most_steps) return false;
    switch (node.kind) {
      case Kind::characters:
        add_characters(node.characters);
        return true;
      case Kind::sequence:
        return std::all_of(node.parts.begin(), node.parts.end(),
                           [&](const PatternNode& part) { return add(part); });
      case Kind::choice:
        return add_choice(node);
      case Kind::repeat:
        return node.parts.front().kind == Kind::characters && !node.lazy ? add_run(node) : add_repeat(node);
      case Kind::text_begin:
        emit(Op::text_begin);
        return true;
      case Kind::text_end:
        emit(Op::text_end);
        return true;
      case Kind::word_edge:
        emit(Op::word_edge);
        return true;
    }
    return false;
  }

  std::uint32_t emit(Op op, std::uint32_t target = 0) {
    steps_.push_back({op, 0, 0, 0, 0, target});
    return here() - 1;
  }

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(steps_.size()); }

  std::uint32_t kept(const CharacterSet& set) {
    sets_.push_back(set);
    return static_cast<std::uint32_t>(sets_.size() - 1);
  }

  void add_characters(const CharacterSet& set) {
    if (const auto members = set.one_or_two()) {
      steps_.push_back({Op::byte, members->first, members->second, 0, 0, 0});
      return;
    }
    emit(Op::set, kept(set));
  }

  bool add_run(const PatternNode& node) {
    steps_.push_back({Op::repeat_set, 0, 0, node.least, node.most, kept(node.parts.front().characters)});
    return true;
  }

  // Each choice but the last: split to the next one, the choice itself, jump behind the last.
  bool add_choice(const PatternNode& node) {
    std::vector<std::uint32_t> to_end;
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      const bool last = i + 1 == node.parts.size();
      const std::uint32_t split = last ? 0 : emit(Op::split);
      if (!add(node.parts[i])) return false;
      if (last) break;
      to_end.push_back(emit(Op::jump));
      steps_[split].target = here();
    }
    for (const std::uint32_t jump : to_end) steps_[jump].target = here();
    return true;
  }

  // What must be there is written out; then either a loop, or so many times what may be there.
  bool add_repeat(const PatternNode& node) {
    const PatternNode& part = node.parts.front();
    for (int i = 0; i < node.least; ++i)
      if (!add(part)) return false;
    if (node.most == PatternNode::without_end) {
      const std::uint32_t again = here();
      const std::uint32_t leave = emit_option(node.lazy);
      if (!add(part)) return false;
      emit(Op::jump, again);
      steps_[leave].target = here();
      return true;
    }
    std::vector<std::uint32_t> leave;
    for (int i = node.least; i < node.most; ++i) {
      leave.push_back(emit_option(node.lazy));
      if (!add(part)) return false;
    }
    for (const std::uint32_t step : leave) steps_[step].target = here();
    return true;
  }

  // A step whose target, set later, leaves the repeat: preferred where the repeat is lazy.
  std::uint32_t emit_option(bool lazy) {
    if (!lazy) return emit(Op::split);
    emit(Op::split, here() + 2);
    return emit(Op::jump);
  }

  std::vector<Step>& steps_;
  std::vector<CharacterSet>& sets_;
};

std::optional<PatternProgram> PatternProgram::of(const PatternNode& tree) {
  PatternProgram program;
  Builder builder(program);
  if (!builder.add(tree)) return std::nullopt;
  builder.emit(Op::accept);
  if (add_first_bytes(tree, program.first_bytes_)) program.first_bytes_.set();
  return program;
}

// One text, searched for one pattern.
class PatternProgram::Search {
 public:
  Search(const PatternProgram& program, std::string_view text) : program_(program), text_(text) {}

  // Where the match that begins at `at` ends; 0 where none does, or the budget ran out.
  std::uint32_t end_of_match(std::uint32_t at) {
    open_count_ = 0;
    for (std::uint32_t step = 0;;) {
      if (--left_ < 0) return 0;
      const Step& now = program_.steps_[step];
      if (now.op == Op::accept && may_end_at(text_, at)) return at;
      if (!take(now, step, at) && !take_back(step, at)) return 0;
    }
  }

  bool ran_out() const { return left_ < 0; }

 private:
  // A try left open: to go on with `step` at `at`; of a run, also with each character less down to `least`.
  struct Open {
    std::uint32_t step, at, least;
  };

  // Inlined by command: most of the time that drafting takes is spent here.
  [[gnu::always_inline]] bool take(const Step& now, std::uint32_t& step, std::uint32_t& at) {
    switch (now.op) {
      case Op::byte:
        if (at >= text_.size() || (text_[at] != now.a && text_[at] != now.b)) return false;
        ++at;
        break;
      case Op::set: {
        const std::uint32_t size = size_of_member(program_.sets_[now.target], at);
        if (size == 0) return false;
        at += size;
        break;
      }
      case Op::repeat_set:
        return take_run(now, step, at);
      case Op::jump:
        step = now.target;
        return true;
      case Op::split:  // what cannot begin here is not tried, nor left open to be tried
        if (!may_take(step + 1, at)) return step = now.target, true;
        if (may_take(now.target, at)) leave_open({now.target, at, at});
        break;
      case Op::text_begin:
        if (at != 0) return false;
        break;
      case Op::text_end:
        if (at != text_.size()) return false;
        break;
      case Op::word_edge:
        if (!on_ascii_edge(text_, at)) return false;
        break;
      case Op::accept:
        return false;
    }
    ++step;
    return true;
  }

  // False only where a step would not be taken, which is easily seen of a letter.
  [[gnu::always_inline]] bool may_take(std::uint32_t step, std::uint32_t at) const {
    const Step& next = program_.steps_[step];
    return next.op != Op::byte || (at < text_.size() && (text_[at] == next.a || text_[at] == next.b));
  }

  bool take_run(const Step& now, std::uint32_t& step, std::uint32_t& at) {
    const CharacterSet& set = program_.sets_[now.target];
    std::uint32_t count = 0, least = at;
    for (; count < now.most; ++count) {
      if (count == now.least) least = at;
      const std::uint32_t size = size_of_member(set, at);
      if (size == 0) break;
      at += size;
    }
    if (count < now.least) return false;
    if (count == now.least) least = at;
    left_ -= static_cast<int>(count / 4);
    ++step;
    if (at > least) leave_open({step, before(at), least});
    return true;
  }

  bool take_back(std::uint32_t& step, std::uint32_t& at) {
    if (open_count_ == 0) return false;
    Open& last = open_[open_count_ - 1];
    step = last.step;
    at = last.at;
    if (at > last.least)
      last.at = before(at);
    else
      --open_count_;
    return true;
  }

  void leave_open(Open open) {
    if (open_count_ == deepest)
      left_ = 0;
    else
      open_[open_count_++] = open;
  }

  std::uint32_t size_of_member(const CharacterSet& set, std::uint32_t at) const {
    if (at >= text_.size()) return 0;
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 128) return set.ascii[byte] ? 1 : 0;
    const DecodedCharacter c = decode_at(text_, at);
    return c.size > 1 && set.has(c.value) ? c.size : 0;
  }

  std::uint32_t before(std::uint32_t at) const {
    do --at;
    while (!on_character_boundary(text_, at));
    return at;
  }

  const PatternProgram& program_;
  std::string_view text_;
  int left_ = budget;
  std::size_t open_count_ = 0;
  std::array<Open, deepest> open_;
};

SearchedText::SearchedText(std::string_view text) : text_(text) {
  for (std::uint32_t at = 0; at < text.size(); ++at)
    if (may_begin_at(text, at) && on_character_boundary(text, at)) begins_.push_back(at);
}

std::optional<std::vector<Span>> PatternProgram::locate(const SearchedText& searched) const {
  const std::string_view text = searched.text();
  std::vector<Span> found;
  Search search(*this, text);
  std::uint32_t from = 0;
  for (const std::uint32_t begin : searched.begins()) {
    if (begin < from || !first_bytes_[static_cast<unsigned char>(text[begin])]) continue;
    // The neighbour before it was taken by what ended here.
    if (begin == from && begin > 0 && !on_ascii_edge(text, begin)) continue;
    const std::uint32_t end = search.end_of_match(begin);
    if (search.ran_out()) return std::nullopt;
    if (end == 0) continue;
    const bool usable = on_word_edge(text, begin) && on_word_edge(text, end);
    if (usable) found.push_back({begin, end});
    from = usable ? end : begin + decode_at(text, begin).size;
  }
  return found;
}

}  // namespace planmark
