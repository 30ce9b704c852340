#include "analyze/lead_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "analyze/lead_grammar.h"
#include "analyze/person_name.h"
#include "analyze/unicode.h"
#include "base/ascii.h"
#include "base/utf8.h"

namespace planmark {
namespace {

constexpr std::array<std::pair<std::string_view, LeadMark>, 19> kinds_by_cue = {{
    {"cue.lead.board", LeadMark::board_role},
    {"cue.lead.plain", LeadMark::plain_role},
    {"cue.lead.column", LeadMark::board_column},
    {"cue.lead.column-plain", LeadMark::plain_column},
    {"cue.lead.column-holder", LeadMark::holder_column},
    {"cue.lead.column-employer", LeadMark::employer_column},
    {"cue.lead.level", LeadMark::level},
    {"cue.lead.holds", LeadMark::holds},
    {"cue.lead.required", LeadMark::required},
    {"cue.post.board", LeadMark::board_post},
    {"cue.post.below", LeadMark::below_post},
    {"cue.post.other", LeadMark::other_post},
    {"cue.post.elsewhere", LeadMark::elsewhere},
    {"cue.post.interim", LeadMark::interim},
    {"cue.post.vacant", LeadMark::vacant},
    {"cue.post.undecided", LeadMark::undecided},
    {"cue.post.former", LeadMark::former},
    {"cue.post.future", LeadMark::future},
    {"cue.post.absent", LeadMark::absent},
}};

constexpr std::string_view family_prefix = "cue.post.board.";

bool is_state(LeadMark kind) { return kind >= LeadMark::interim || is_column(kind); }

// Lists in patterns may end in a separator: "Director of Nursing, " or "Director of Nursing and ".
Span without_trailing_separator(std::string_view text, Span span) {
  for (bool again = true; again;) {
    again = false;
    while (!span.empty() && std::string_view(" ,&/-").find(text[span.end - 1]) != std::string_view::npos)
      --span.end;
    if (slice(text, span).ends_with(" and")) {
      span.end -= 4;
      again = true;
    }
  }
  return span;
}

// "Associate " beside "Director of Safeguarding" is one title, as low as its lowest piece.
void join_posts(std::vector<Mark>& marks, std::string_view text) {
  std::vector<Mark> joined;
  for (const Mark& mark : marks) {
    const auto touches = [&](const Mark& before) {
      return is_post(before.kind) && before.span.end + 1 >= mark.span.begin &&
             (before.span.end >= mark.span.begin || text[before.span.end] == ' ');
    };
    const auto last = std::find_if(joined.rbegin(), joined.rend(), touches);
    if (!is_post(mark.kind) || last == joined.rend()) {
      joined.push_back(mark);
      continue;
    }
    last->kind = std::max(last->kind, mark.kind);
    last->span.end = std::max(last->span.end, mark.span.end);
    if (last->family == none) last->family = mark.family;
  }
  marks = std::move(joined);
}

int rank_of(LeadMark kind) {
  switch (kind) {
    case LeadMark::other_post:
      return 0;
    case LeadMark::board_role:
      return 1;
    case LeadMark::board_post:
    case LeadMark::below_post:
      return 2;
    case LeadMark::plain_role:
    case LeadMark::level:
      return 3;
    case LeadMark::person:
      return 4;
    case LeadMark::holds:
      return 5;
    case LeadMark::elsewhere:
      return 6;
    default:
      return 7;
  }
}

// Of marks that overlap, one stays: the better rank, then the longer. A subject stays inside a role or a
// post.
void drop_overlapping(std::vector<Mark>& marks) {
  const auto better = [](const Mark& a, const Mark& b) {
    if (rank_of(a.kind) != rank_of(b.kind)) return rank_of(a.kind) < rank_of(b.kind);
    return a.span.size() > b.span.size();
  };
  std::vector<Mark> kept;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    const auto beats = [&](const Mark& other) {
      if (&other == &mark || is_state(other.kind) || !other.span.overlaps(mark.span)) return false;
      if (mark.kind == LeadMark::subject) return other.kind == LeadMark::subject && better(other, mark);
      return other.kind != LeadMark::subject &&
             (better(other, mark) || (!better(mark, other) && &other < &mark));
    };
    if (is_state(mark.kind) || std::none_of(marks.begin(), marks.end(), beats)) kept.push_back(mark);
  }
  marks = std::move(kept);
}

void sort_by_place(std::vector<Mark>& marks) {
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
  });
}

bool is_token_mark(const LeadText& text, std::size_t index) {
  const Mark& mark = text.marks[index];
  if (is_state(mark.kind)) return false;
  if (mark.kind != LeadMark::subject) return true;
  return std::none_of(text.marks.begin(), text.marks.end(), [&](const Mark& other) {
    return (is_role(other.kind) || is_post(other.kind)) && other.span.overlaps(mark.span);
  });
}

// Bullets inside a table cell part its items: bytes of the one at `at`, or 0.
std::uint32_t bullet_at(std::string_view text, std::uint32_t at) {
  constexpr std::array<char32_t, 6> bullets = {0x2022, 0x25AA, 0x25CF, 0x25E6, 0x00B7, 0xF0B7};
  const DecodedCharacter character = decode_at(text, at);
  return std::find(bullets.begin(), bullets.end(), character.value) == bullets.end() ? 0 : character.size;
}

void add_words(std::string_view text, Span span, std::vector<LeadToken>& tokens) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const char c = text[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '"') {
      ++at;
      continue;
    }
    LeadToken token;
    token.span = {at, at + 1};
    if (const std::uint32_t size = bullet_at(text, at); size > 0) {
      token.symbol = ',';
      token.span.end = at = at + size;
      tokens.push_back(std::move(token));
      continue;
    }
    const bool dash_between_words =
        c == '-' && at + 1 < span.end && text[at + 1] != ' ' && at > span.begin && text[at - 1] != ' ';
    if (!dash_between_words && std::string_view(",;:-().|/*").find(c) != std::string_view::npos) {
      token.symbol = c == '|' ? ';' : c;
    } else {
      token.capital = is_upper(decode_at(text, at).value);
      while (token.span.end < span.end &&
             std::string_view(" \n\t,;:().|/*\"").find(text[token.span.end]) == std::string_view::npos)
        ++token.span.end;
      token.lower = lower_ascii(slice(text, token.span));
    }
    at = token.span.end;
    tokens.push_back(std::move(token));
  }
}

}  // namespace

bool is_role(LeadMark kind) { return kind == LeadMark::board_role || kind == LeadMark::plain_role; }

bool is_column(LeadMark kind) {
  return kind == LeadMark::board_column || kind == LeadMark::plain_column ||
         kind == LeadMark::holder_column || kind == LeadMark::employer_column;
}

bool is_post(LeadMark kind) {
  return kind == LeadMark::board_post || kind == LeadMark::below_post || kind == LeadMark::other_post;
}

void LeadText::append(const LeadText& more) {
  const auto shift = static_cast<std::uint32_t>(text.size());
  text += more.text;
  for (Mark mark : more.marks) {
    mark.span.begin += shift;
    mark.span.end += shift;
    marks.push_back(mark);
  }
  for (const std::uint32_t sentence : more.sentences)
    if (std::find(sentences.begin(), sentences.end(), sentence) == sentences.end())
      sentences.push_back(sentence);
}

void LeadText::append(std::string_view words) { text += words; }

LeadText LeadText::part(Span span) const {
  LeadText part;
  part.text = slice(text, span);
  part.sentences = sentences;
  for (Mark mark : marks) {
    if (!span.contains(mark.span)) continue;
    mark.span.begin -= span.begin;
    mark.span.end -= span.begin;
    part.marks.push_back(mark);
  }
  return part;
}

const Mark* LeadText::first_mark(LeadMark kind) const {
  const auto found =
      std::find_if(marks.begin(), marks.end(), [kind](const Mark& mark) { return mark.kind == kind; });
  return found == marks.end() ? nullptr : &*found;
}

void LeadText::append_role(LeadMark kind, const Mark& said_by) {
  Mark mark = said_by;
  mark.kind = kind;
  mark.span.begin = static_cast<std::uint32_t>(text.size());
  text += "lead";
  mark.span.end = static_cast<std::uint32_t>(text.size());
  marks.push_back(mark);
}

LeadLine::LeadLine(const LeadText& lead_text) : text(lead_text) {
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < text.marks.size(); ++i) {
    if (!is_token_mark(text, i) || text.marks[i].span.begin < at) continue;
    const Span span = text.marks[i].span;
    add_words(text.text, {at, span.begin}, tokens);
    LeadToken token;
    token.mark = i;
    token.span = span;
    tokens.push_back(std::move(token));
    at = span.end;
  }
  add_words(text.text, {at, static_cast<std::uint32_t>(text.text.size())}, tokens);
}

bool LeadLine::is_role_at(std::size_t at) const { return mark(at) != nullptr && is_role(mark(at)->kind); }

bool LeadLine::is_post_at(std::size_t at) const { return mark(at) != nullptr && is_post(mark(at)->kind); }

bool LeadLine::is_holder_at(std::size_t at) const { return is_post_at(at) || is(at, LeadMark::person); }

bool LeadLine::ends_phrase_at(std::size_t at) const {
  const LeadToken& token = tokens[at];
  if (!token.is_word() || !ends_noun_phrase(token.lower)) return false;
  const auto is_age = [&](std::size_t i) {
    return i < size() && tokens[i].is_word() &&
           (std::isdigit(static_cast<unsigned char>(tokens[i].lower[0])) != 0 || tokens[i].lower == "birth" ||
            tokens[i].lower == "conception" || tokens[i].lower == "age");
  };
  const bool of_range =
      token.lower == "to" || token.lower == "from" || token.lower == "under" || token.lower == "before";
  return !(of_range && is_age(at + 1));
}

LeadMarker::LeadMarker(const Question& question, const DraftInputs& inputs)
    : inputs_(inputs), meanings_(inputs.rules.concepts.size()) {
  for (std::size_t i = 0; i < meanings_.size(); ++i) {
    const std::string_view id = inputs.rules.concepts[i].id;
    Meaning& meaning = meanings_[i];
    meaning.never_in_name = id == "cue.person.never";
    for (const auto& [cue, kind] : kinds_by_cue)
      if (id == cue) meaning = {true, false, false, kind};
    if (id.starts_with(family_prefix)) meaning = {true, false, true, LeadMark::board_post};
    if (std::find(question.concepts.begin(), question.concepts.end(), id) != question.concepts.end())
      meaning = {true, false, false, LeadMark::subject};
  }
}

bool LeadMarker::has(std::uint32_t sentence, LeadMark kind) const {
  for (const Mention& mention : inputs_.mentions_in(sentence)) {
    const Meaning& meaning = meanings_[inputs_.concept_of(mention)];
    if (meaning.relevant && meaning.kind == kind) return true;
  }
  return false;
}

bool LeadMarker::has_post(std::uint32_t sentence) const {
  return has(sentence, LeadMark::board_post) || has(sentence, LeadMark::below_post);
}

bool LeadMarker::is_read(std::uint32_t sentence) const {
  const BlockKind kind = inputs_.document.blocks[inputs_.sentences[sentence].block].kind;
  return kind != BlockKind::contents && kind != BlockKind::furniture && kind != BlockKind::glossary &&
         kind != BlockKind::reference;
}

bool LeadMarker::is_row(std::uint32_t sentence) const {
  return inputs_.document.blocks[inputs_.sentences[sentence].block].kind == BlockKind::table_row;
}

std::vector<Mark> LeadMarker::marks_in(std::uint32_t sentence, Span part, Span folded_part,
                                       std::vector<Span>& no_names) const {
  std::vector<Mark> marks;
  for (const Mention& mention : inputs_.mentions_in(sentence)) {
    const Meaning& meaning = meanings_[inputs_.concept_of(mention)];
    if ((!meaning.relevant && !meaning.never_in_name) || !part.contains(mention.span)) continue;
    Span span = inputs_.folded.folded(mention.span);
    if (meaning.relevant && is_post(meaning.kind))
      span = without_trailing_separator(inputs_.folded.text, span);
    if (meaning.never_in_name || !is_state(meaning.kind)) no_names.push_back(span);
    if (!meaning.relevant || span.empty()) continue;
    Mark mark;
    mark.kind = meaning.kind;
    mark.span = {span.begin - folded_part.begin, span.end - folded_part.begin};
    mark.rule = mention.rule;
    if (meaning.is_family) mark.family = inputs_.concept_of(mention);
    marks.push_back(mark);
  }
  return marks;
}

LeadText LeadMarker::read(std::uint32_t sentence) const {
  return read(sentence, inputs_.sentences[sentence].span);
}

LeadText LeadMarker::read(std::uint32_t sentence, Span part) const {
  const Span folded = inputs_.folded.folded(part);
  LeadText read;
  read.text = slice(inputs_.folded.text, folded);
  read.sentences = {sentence};
  std::vector<Span> no_names;
  read.marks = marks_in(sentence, part, folded, no_names);
  sort_by_place(read.marks);
  join_posts(read.marks, read.text);
  std::sort(no_names.begin(), no_names.end());
  for (const Span name : find_person_names(inputs_.folded.text, folded, no_names)) {
    Mark person;
    person.kind = LeadMark::person;
    person.span = {name.begin - folded.begin, name.end - folded.begin};
    read.marks.push_back(person);
  }
  drop_overlapping(read.marks);
  sort_by_place(read.marks);
  for (Mark& mark : read.marks)
    mark.printed = inputs_.folded.original({mark.span.begin + folded.begin, mark.span.end + folded.begin});
  return read;
}

}  // namespace planmark
