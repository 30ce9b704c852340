#include "analyze/context.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace planmark {
namespace {

constexpr std::array<const char*, 9> kPositionNames = {"body",    "list",     "row",       "box",    "quote",
                                                       "heading", "foreword", "statutory", "outside"};

std::uint32_t distance(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

bool is(const Cue& cue, CueKind kind) { return cue.kind == kind; }

template <class Value>
bool is(const Cue& cue, CueKind kind, Value value) {
  return cue.kind == kind && cue.value == static_cast<std::uint16_t>(value);
}

// Sentences and their cues, seen from blocks.
struct Outline {
  const Document& document;
  const std::vector<Sentence>& sentences;
  const std::vector<std::vector<Cue>>& cues;
  std::vector<std::uint32_t>
      first;            // of each block: index of its first sentence; one past the end for the last
  std::uint32_t title;  // block index; none where no heading stands above all others
  bool on_children;     // is_about_children

  bool block_has(std::uint32_t block, CueKind kind, std::uint16_t value) const {
    for (std::uint32_t s = first[block]; s < first[block + 1]; ++s)
      for (const Cue& cue : cues[s])
        if (cue.kind == kind && cue.value == value) return true;
    return false;
  }
};

std::vector<std::uint32_t> first_sentences(const Document& document, const std::vector<Sentence>& sentences) {
  std::vector<std::uint32_t> first(document.blocks.size() + 1, 0);
  for (const Sentence& sentence : sentences) ++first[sentence.block + 1];
  for (std::size_t block = 0; block < document.blocks.size(); ++block) first[block + 1] += first[block];
  return first;
}

// The first heading, where it alone is of the outermost level and there are others below it.
std::uint32_t title_of(const Document& document) {
  constexpr std::size_t kOthers = 3;
  std::uint32_t title = none;
  std::size_t others = 0;
  for (std::uint32_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind != BlockKind::heading) continue;
    if (title == none)
      title = b;
    else if (block.level <= document.blocks[title].level)
      return none;
    else
      ++others;
  }
  return others >= kOthers ? title : none;
}

// The head row of each table, as block indices; `none` for a table without.
std::vector<std::uint32_t> table_heads(const Document& document) {
  std::vector<std::uint32_t> heads;
  for (const Cell& cell : document.cells) {
    const std::uint32_t table = document.blocks[cell.block].table;
    if (!cell.head || table == none) continue;
    if (heads.size() <= table) heads.resize(table + 1, none);
    if (heads[table] == none) heads[table] = cell.block;
  }
  return heads;
}

Position own_position(const Block& block, bool is_table_head) {
  switch (block.kind) {
    case BlockKind::paragraph:
      return block.boxed ? Position::box : Position::body;
    case BlockKind::list_item:
      return block.boxed ? Position::box : Position::list;
    case BlockKind::table_row:
      return is_table_head ? Position::heading : Position::row;
    case BlockKind::quote:
      return Position::quote;
    case BlockKind::heading:
      return Position::heading;
    default:
      return Position::outside;
  }
}

// The lines of a contents list are short and stand on its page or the next; where the list was read without
// an end, what follows is text.
bool is_contents_line(const Document& document, std::uint32_t heading, std::uint32_t block) {
  constexpr std::uint32_t kPages = 1;
  constexpr std::ptrdiff_t kWords = 15;
  const std::string_view text = slice(document.text, document.blocks[block].span);
  return page_at(document, document.blocks[block].span.begin) <=
             page_at(document, document.blocks[heading].span.begin) + kPages &&
         std::count(text.begin(), text.end(), ' ') < kWords;
}

// What the headings above make of a block: the innermost heading that says anything decides.
Position position_in_section(const Outline& outline, std::uint32_t block,
                             const std::vector<std::uint32_t>& path, Position own) {
  if (own == Position::outside || own == Position::heading) return own;
  for (auto heading = path.rbegin(); heading != path.rend(); ++heading) {
    const auto says = [&](SectionKind kind) {
      return outline.block_has(*heading, CueKind::section, static_cast<std::uint16_t>(kind));
    };
    if (says(SectionKind::glossary) || says(SectionKind::sources)) return Position::outside;
    if (says(SectionKind::contents) && is_contents_line(outline.document, *heading, block))
      return Position::outside;
    if (says(SectionKind::statutory)) return Position::statutory;
    if (says(SectionKind::foreword)) return Position::foreword;
  }
  return own;
}

ChildScope strongest_scope(const std::vector<Cue>& cues, std::optional<Span> within) {
  ChildScope scope = ChildScope::unsaid;
  for (const Cue& cue : cues)
    if (is(cue, CueKind::scope) && (!within || within->overlaps(cue.span)))
      scope = std::max(scope, static_cast<ChildScope>(cue.value));
  return scope;
}

bool about_children(const std::vector<Cue>& cues) { return strongest_scope(cues, {}) == ChildScope::same; }

bool is_third(std::size_t naming, std::size_t sentences) {
  constexpr std::size_t kEnough = 60;  // fewer say little of the whole
  return sentences >= kEnough && naming * 100 > sentences * 35;
}

// The innermost heading that speaks of children or of adults decides. A title that speaks of children says
// that the whole document does, and so does the document itself.
ChildScope scope_by_headings(const Outline& outline, const std::vector<std::uint32_t>& path) {
  for (auto heading = path.rbegin(); heading != path.rend(); ++heading) {
    ChildScope said = ChildScope::unsaid;
    for (std::uint32_t s = outline.first[*heading]; s < outline.first[*heading + 1]; ++s)
      said = std::max(said, strongest_scope(outline.cues[s], {}));
    if (said == ChildScope::same)
      return outline.on_children || *heading == outline.title ? ChildScope::near : ChildScope::section;
    if (said == ChildScope::adult) return ChildScope::unsaid;
  }
  return outline.on_children ? ChildScope::near : ChildScope::unsaid;
}

ChildScope surrounding_scope(const Outline& outline, std::uint32_t sentence, std::uint32_t stem,
                             const std::vector<std::uint32_t>& path) {
  const std::uint32_t block = outline.sentences[sentence].block;
  if (stem != none && about_children(outline.cues[stem])) return ChildScope::near;
  const bool before = sentence > outline.first[block] && about_children(outline.cues[sentence - 1]);
  const bool after = sentence + 1 < outline.first[block + 1] && about_children(outline.cues[sentence + 1]);
  const ChildScope by_heading = scope_by_headings(outline, path);
  return before || after ? std::max(ChildScope::adjoining, by_heading) : by_heading;
}

std::uint32_t stem_of(const Outline& outline, const Block& block, const std::vector<std::uint32_t>& heads) {
  std::uint32_t from = none;
  if (block.kind == BlockKind::list_item) from = block.stem;
  if (block.kind == BlockKind::table_row && block.table < heads.size()) from = heads[block.table];
  if (from == none || outline.first[from] == outline.first[from + 1]) return none;
  return outline.first[from + 1] - 1;
}

// A cell with nothing but another body's name says whose a thing is, not who speaks in the rest of the row.
bool fills_cell(std::string_view row, Span cue, Span sentence) {
  const std::size_t begin = cue.begin - sentence.begin;
  const std::size_t end = cue.end - sentence.begin;
  return begin > 0 && row[begin - 1] == '\t' && (end >= row.size() || row[end] == '\t');
}

// Words of ours make a sentence ours whoever else it names; otherwise the first owner named has it.
std::optional<Owner> owner_said(const std::vector<Cue>& cues) {
  std::optional<Owner> owner;
  for (const Cue& cue : cues) {
    if (is(cue, CueKind::owner, Owner::own)) return Owner::own;
    if (is(cue, CueKind::owner) && !owner) owner = static_cast<Owner>(cue.value);
  }
  return owner;
}

// The next sentence of the same block, where it has such a cue; `opening`: as its first words.
bool next_has(const Outline& outline, std::uint32_t sentence, const auto& is_cue, bool opening) {
  const std::uint32_t next = sentence + 1;
  if (next == outline.first[outline.sentences[sentence].block + 1]) return false;
  return std::any_of(outline.cues[next].begin(), outline.cues[next].end(), [&](const Cue& cue) {
    return is_cue(cue) && (!opening || cue.span.begin == outline.sentences[next].span.begin);
  });
}

// "NHS England has a framework for this. The Board has adopted it."
void take_up(Context& context) {
  context.owner = Owner::own;
  std::erase_if(context.cues, [](const Cue& cue) { return is(cue, CueKind::modality, Modality::national); });
}

Context context_of(const Outline& outline, std::uint32_t sentence, const std::vector<std::uint32_t>& heads) {
  const std::uint32_t index = outline.sentences[sentence].block;
  const Block& block = outline.document.blocks[index];
  const std::vector<std::uint32_t> path = section_path(outline.document, index);
  const bool is_head = block.table < heads.size() && heads[block.table] == index;

  Context context;
  context.cues = outline.cues[sentence];
  context.heading = block.section;
  context.stem = is_head ? none : stem_of(outline, block, heads);
  context.position = position_in_section(outline, index, path, own_position(block, is_head));
  context.around = surrounding_scope(outline, sentence, context.stem, path);
  context.scope = strongest_scope(context.cues, {});
  if (context.scope < context.around && context.scope != ChildScope::adult) context.scope = context.around;
  std::vector<Cue> speakers = context.cues;
  if (context.position == Position::row) {
    const Span span = outline.sentences[sentence].span;
    const std::string_view row = slice(outline.document.text, span);
    std::erase_if(speakers, [&](const Cue& cue) { return fills_cell(row, cue.span, span); });
  }
  context.owner = owner_said(speakers).value_or(
      context.stem == none ? Owner::own : owner_said(outline.cues[context.stem]).value_or(Owner::own));
  for (const Cue& cue : context.cues)
    if (is(cue, CueKind::detail)) context.details |= cue.value;
  if (context.owner == Owner::other &&
      next_has(
          outline, sentence, [](const Cue& cue) { return is(cue, CueKind::uptake); }, false))
    take_up(context);
  context.rejected_next = next_has(
      outline, sentence, [](const Cue& cue) { return is(cue, CueKind::negation, NegationCue::rejected); },
      true);
  return context;
}

// "did not ask parents", "parents were not asked": the denial comes first, or at once. What begins the next
// cell of a row ("Lead for children | To be confirmed") is said of this one.
bool is_denied(const Context& context, Span clause, Span topic) {
  constexpr std::uint32_t kAtOnce = 8;
  return std::any_of(context.cues.begin(), context.cues.end(), [&](const Cue& cue) {
    const bool is_end = is(cue, CueKind::negation, NegationCue::ended);
    if (is_end && context.position == Position::row && cue.span.begin == clause.end + 1) return true;
    if (!clause.overlaps(cue.span)) return false;
    if (is_end) return true;
    return is(cue, CueKind::negation, NegationCue::denied) &&
           (cue.span.begin <= topic.begin || distance(cue.span, topic) <= kAtOnce);
  });
}

// Of two as near the longer one says more: "will be considered" is not "will".
const Cue* nearest(const std::vector<Cue>& cues, CueKind kind, Span topic, Span within) {
  const Cue* best = nullptr;
  const auto is_better = [&](const Cue& cue) {
    const std::uint32_t far = distance(cue.span, topic);
    const std::uint32_t best_far = distance(best->span, topic);
    return far < best_far || (far == best_far && cue.span.size() > best->span.size());
  };
  for (const Cue& cue : cues)
    if (cue.kind == kind && within.overlaps(cue.span) && (!best || is_better(cue))) best = &cue;
  return best;
}

// A stem's promise ("We will:") or tense ("The programme will include:") governs an item that has none of its
// own.
void inherit(Context& context, const std::vector<Cue>& of_stem, CueKind kind) {
  const auto is_kind = [kind](const Cue& cue) { return cue.kind == kind; };
  if (std::any_of(context.cues.begin(), context.cues.end(), is_kind)) return;
  std::vector<Cue> inherited;
  std::copy_if(of_stem.begin(), of_stem.end(), std::back_inserter(inherited), is_kind);
  context.cues.insert(context.cues.begin(), inherited.begin(), inherited.end());
}

}  // namespace

std::vector<Context> find_contexts(const Document& document, const std::vector<Sentence>& sentences,
                                   const std::vector<Mention>& mentions, const RuleBook& rules) {
  const std::vector<std::vector<Cue>> cues = cues_by_sentence(rules, mentions, sentences.size());
  const auto naming = static_cast<std::size_t>(std::count_if(cues.begin(), cues.end(), about_children));
  const Outline outline{document,
                        sentences,
                        cues,
                        first_sentences(document, sentences),
                        title_of(document),
                        is_third(naming, sentences.size())};
  const std::vector<std::uint32_t> heads = table_heads(document);
  std::vector<Context> contexts;
  contexts.reserve(sentences.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s) contexts.push_back(context_of(outline, s, heads));
  for (Context& context : contexts)
    if (context.stem != none)
      for (const CueKind kind : {CueKind::modality, CueKind::time})
        inherit(context, outline.cues[context.stem], kind);
  return contexts;
}

bool is_about_children(const std::vector<Context>& contexts) {
  const auto names_them = [](const Context& context) { return about_children(context.cues); };
  const auto naming = static_cast<std::size_t>(std::count_if(contexts.begin(), contexts.end(), names_them));
  return is_third(naming, contexts.size());
}

ChildScope scope_at(const Context& context, Span clause, Span topic) {
  const ChildScope in_clause = strongest_scope(context.cues, clause);
  if (in_clause == ChildScope::same) {
    // Children and grown-ups in one clause: the nearer of the two has the topic.
    const Cue* cue = nearest(context.cues, CueKind::scope, topic, clause);
    const bool adult_touches =
        cue->value == static_cast<std::uint16_t>(ChildScope::adult) && distance(cue->span, topic) <= 2;
    return adult_touches ? ChildScope::adult : ChildScope::same;
  }
  if (in_clause == ChildScope::adult) return ChildScope::adult;
  if (strongest_scope(context.cues, {}) == ChildScope::same) return ChildScope::same;
  if (context.scope == ChildScope::adult) return ChildScope::adult;
  return std::max(in_clause, context.around);
}

Modality modality_at(const Context& context, Span clause, Span topic) {
  if (is_denied(context, clause, topic)) return Modality::negated;
  if (context.rejected_next) return Modality::negated;
  const Cue* cue = nearest(context.cues, CueKind::modality, topic, clause);
  if (!cue) cue = nearest(context.cues, CueKind::modality, topic, {0, 0xFFFFFFFF});
  return cue ? static_cast<Modality>(cue->value) : Modality::stated;
}

bool is_future_at(const Context& context, Span topic) {
  const Cue* cue = nearest(context.cues, CueKind::time, topic, {0, 0xFFFFFFFF});
  return cue && is(*cue, CueKind::time, TimeCue::future);
}

bool is_past(const Context& context) {
  return std::any_of(context.cues.begin(), context.cues.end(),
                     [](const Cue& cue) { return is(cue, CueKind::time, TimeCue::past); });
}

bool has_detail(const Context& context, Detail detail) {
  return (context.details & static_cast<std::uint16_t>(detail)) != 0;
}

const char* name_of(Position position) { return kPositionNames[static_cast<std::size_t>(position)]; }

}  // namespace planmark
