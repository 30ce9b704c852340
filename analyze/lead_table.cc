#include "analyze/lead_table.h"

#include <algorithm>
#include <optional>

#include "analyze/lead_grammar.h"

namespace planmark {
namespace {

constexpr std::size_t longest_function = 24;  // tokens of a cell that names functions; longer ones are prose
constexpr std::size_t longest_employer = 8;   // tokens of a cell that names an organisation
constexpr std::size_t longest_note = 14;      // tokens of a cell that says "vacant", "to be confirmed"

struct RowCell {
  LeadText text;
  LeadText head;  // empty for a row of heads
  std::uint16_t column = 0;
};

std::vector<RowCell> cells_of_row(const LeadMarker& marker, std::uint32_t row) {
  const DraftInputs& inputs = marker.inputs();
  const Document& document = inputs.document;
  const std::uint32_t block = inputs.sentences[row].block;
  std::vector<RowCell> cells;
  const Span range = cells_of(document, block);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Cell& cell = document.cells[i];
    RowCell read{marker.read(row, cell.span), {}, cell.column};
    const Span head = column_head(document, cell);
    if (!cell.head && !head.empty()) {
      const auto sentence = std::upper_bound(
          inputs.sentences.begin(), inputs.sentences.end(), head.begin,
          [](std::uint32_t at, const Sentence& candidate) { return at < candidate.span.begin; });
      if (sentence != inputs.sentences.begin())
        read.head = marker.read(static_cast<std::uint32_t>(sentence - inputs.sentences.begin() - 1), head);
    }
    cells.push_back(std::move(read));
  }
  return cells;
}

// The mark that makes a head, or the words above a table, say who leads.
const Mark* lead_mark(const LeadText& text) {
  for (const LeadMark kind :
       {LeadMark::board_role, LeadMark::board_column, LeadMark::plain_role, LeadMark::plain_column})
    if (const Mark* mark = text.first_mark(kind)) return mark;
  return nullptr;
}

bool says_role(const LeadText& text) {
  return text.first_mark(LeadMark::board_role) != nullptr || text.first_mark(LeadMark::plain_role) != nullptr;
}

// "quality; safeguarding (executive lead); estates": what says a role, each with its own words alone. A cell
// that holds somebody is one sentence about them.
std::vector<LeadText> items_of(const LeadText& cell) {
  const bool holds_somebody = std::any_of(cell.marks.begin(), cell.marks.end(), [](const Mark& mark) {
    return mark.kind == LeadMark::person || mark.kind == LeadMark::board_post;
  });
  if (holds_somebody) return {cell};
  std::vector<LeadText> items;
  for (std::size_t begin = 0; begin < cell.text.size();) {
    const std::size_t end = std::min(cell.text.find(';', begin), cell.text.size());
    LeadText item = cell.part({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (says_role(item)) items.push_back(std::move(item));
    begin = end + 1;
  }
  return items;
}

LeadMark role_of(const Mark& mark) {
  const bool board = mark.kind == LeadMark::board_role || mark.kind == LeadMark::board_column;
  return board ? LeadMark::board_role : LeadMark::plain_role;
}

bool says_no_holder(const LeadText& text) {
  return text.first_mark(LeadMark::vacant) != nullptr || text.first_mark(LeadMark::undecided) != nullptr;
}

// "Council" under "Employed by", or under no head: the row is about another organisation's people.
bool is_elsewhere(const std::vector<RowCell>& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const RowCell& cell) {
    const bool tells = cell.head.text.empty() || cell.head.first_mark(LeadMark::employer_column) != nullptr;
    const LeadLine line(cell.text);
    const bool plain = std::none_of(line.tokens.begin(), line.tokens.end(), [&](const LeadToken& token) {
      const auto at = static_cast<std::size_t>(&token - line.tokens.data());
      return line.is_role_at(at) || line.is_holder_at(at) || (token.is_word() && is_own_word(token.lower));
    });
    return tells && plain && line.size() <= longest_employer &&
           cell.text.first_mark(LeadMark::elsewhere) != nullptr;
  });
}

// The post or person that a cell begins with: "Ann Cray", "our Chief Nurse", "Interim: Ann Cray".
std::optional<std::size_t> first_holder(const LeadLine& line) {
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.is_holder_at(at)) return at;
    const LeadToken& token = line.tokens[at];
    const bool before_name = token.is_word() && (is_determiner(token.lower) || token.lower == "interim" ||
                                                 token.lower == "acting" || token.lower == "name");
    if (!before_name && !line.is_symbol(at, ":-*(")) return {};
  }
  return {};
}

// "Vacant" under "Committee" says nothing of the post.
bool tells_of_holder(const RowCell& cell) {
  return cell.head.text.empty() || lead_mark(cell.head) != nullptr ||
         cell.head.first_mark(LeadMark::holder_column) != nullptr;
}

// The cells that give the holder of the role said of the cell `function`: those under a head that tells of
// holders
// ("Executive lead", "Name") if there are any, so that "Deputy" and "Clinical lead" are passed over; the
// column that gives the role comes first.
bool is_note(const RowCell& cell) {
  const LeadLine line(cell.text);
  return !first_holder(line) && says_no_holder(cell.text) && line.size() <= longest_note &&
         tells_of_holder(cell);
}

std::vector<std::size_t> holder_cells(const std::vector<RowCell>& cells, std::size_t function) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (i != function && first_holder(LeadLine(cells[i].text))) found.push_back(i);
  const auto tells = [&](std::size_t i) { return tells_of_holder(cells[i]); };
  const bool note_tells = std::any_of(cells.begin(), cells.end(), [&](const RowCell& cell) {
    return &cell != &cells[function] && lead_mark(cell.head) != nullptr && is_note(cell);
  });
  if (note_tells || std::any_of(found.begin(), found.end(), tells))
    std::erase_if(found, [&](std::size_t i) { return !tells(i); });
  std::stable_partition(found.begin(), found.end(),
                        [&](std::size_t i) { return lead_mark(cells[i].head) != nullptr; });
  return found;
}

void append_holders(LeadText& row, const std::vector<RowCell>& cells, std::size_t function) {
  std::vector<std::size_t> appended = holder_cells(cells, function);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i != function && is_note(cells[i])) appended.push_back(i);
  }
  for (std::size_t i = 0; i < appended.size(); ++i) {
    row.append(i == 0 ? ": " : ", ");
    row.append(cells[appended[i]].text);
  }
}

// A role that only the head gives needs a holder, or a word on why there is none.
void add_claims(const LeadText& words, bool role_is_printed, std::vector<RoleClaim>& claims) {
  for (RoleClaim& claim : read_claims(words)) {
    const bool says_nothing = claim.holder.nobody() && claim.holder.presence == Presence::present;
    if (claim.by_title || (says_nothing && !role_is_printed)) continue;
    claims.push_back(std::move(claim));
  }
}

// The head, or the words above, that give a cell which names functions its meaning.
std::optional<Mark> role_for(const std::vector<RowCell>& cells, std::size_t function, const LeadText& above) {
  const Mark* found = lead_mark(cells[function].head);
  for (std::size_t i = 0; i < cells.size() && found == nullptr; ++i) found = lead_mark(cells[i].head);
  // The words above a table speak for it only if its own heads do not say something else ("Chair").
  const bool heads_are_silent = std::none_of(cells.begin(), cells.end(), [](const RowCell& cell) {
    return first_holder(LeadLine(cell.text)) && !tells_of_holder(cell);
  });
  if (found == nullptr && heads_are_silent) found = lead_mark(above);
  return found == nullptr ? std::optional<Mark>{} : *found;
}

// Functions stand in the heads and the row says what it tells of them: "Executive lead | Ann Cray | Bob
// Dole".
void add_transposed(const std::vector<RowCell>& cells, std::vector<RoleClaim>& claims) {
  if (cells.empty()) return;
  const Mark* role = lead_mark(cells.front().text);
  if (role == nullptr) return;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (!names_functions(cells[i].head)) continue;
    LeadText words = role_for_functions(*role, cells[i].head);
    words.append(": ");
    words.append(cells[i].text);
    std::rotate(words.sentences.begin(), words.sentences.end() - 1, words.sentences.end());
    add_claims(words, false, claims);
  }
}

// "Associate Director of Safeguarding | Ann Cray": the title names the function.
void add_titles(const LeadMarker& marker, std::uint32_t row, const std::vector<RowCell>& cells,
                std::vector<RoleClaim>& claims) {
  for (const Holder& holder : read_row_holders(marker, row)) {
    for (const RowCell& cell : cells) {
      for (const Mark& mark : cell.text.marks) {
        if (mark.kind != LeadMark::subject || !holder.post || !holder.post->printed.contains(mark.printed) ||
            holder.post->kind == LeadMark::other_post)
          continue;
        RoleClaim claim;
        claim.by_title = true;
        claim.role = *holder.post;
        claim.subject = mark;
        claim.holder = holder;
        claim.sentences = {row};
        claim.rules = {std::min(mark.rule, claim.role.rule), std::max(mark.rule, claim.role.rule)};
        claims.push_back(std::move(claim));
      }
    }
  }
}

}  // namespace

bool names_functions(const LeadText& cell) {
  if (cell.first_mark(LeadMark::subject) == nullptr) return false;
  const LeadLine line(cell);
  if (line.size() > longest_function) return false;
  for (std::size_t at = 0; at < line.size(); ++at)
    if (line.ends_phrase_at(at)) return false;
  return true;
}

LeadText role_for_functions(const Mark& role, LeadText functions) {
  for (char& c : functions.text)
    if (c == ';' || c == ':') c = ',';
  LeadText words;
  words.append_role(role_of(role), role);
  words.append(" for ");
  words.append(functions);
  return words;
}

namespace {

// Under the heading "Children and young people": "Executive lead | Ann Cray".
void add_under_heading(const LeadMarker& marker, const std::vector<RowCell>& cells, std::size_t cell,
                       std::uint32_t heading, std::vector<RoleClaim>& claims) {
  const Mark* role = cells[cell].text.first_mark(LeadMark::board_role);
  const LeadLine line(cells[cell].text);
  if (role == nullptr || line.size() > 3 || !line.is_role_at(line.size() - 1)) return;
  LeadText words = role_for_functions(*role, marker.read(heading));
  append_holders(words, cells, cell);
  const std::size_t before = claims.size();
  add_claims(words, false, claims);
  for (std::size_t i = before; i < claims.size(); ++i)
    std::rotate(claims[i].sentences.begin(), claims[i].sentences.end() - 1, claims[i].sentences.end());
}

}  // namespace

std::vector<RoleClaim> read_row_claims(const LeadMarker& marker, std::uint32_t row, std::uint32_t above,
                                       std::uint32_t heading) {
  const std::vector<RowCell> cells = cells_of_row(marker, row);
  const LeadText before = above == none ? LeadText{} : marker.read(above);
  std::vector<RoleClaim> claims;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (says_role(cells[i].text)) {
      const bool subject = cells[i].text.first_mark(LeadMark::subject) != nullptr;
      if (!subject && heading != none) add_under_heading(marker, cells, i, heading, claims);
      for (LeadText& words : items_of(cells[i].text)) {
        append_holders(words, cells, i);
        add_claims(words, true, claims);
      }
      continue;
    }
    const auto role = role_for(cells, i, before);
    if (!role || !names_functions(cells[i].text)) continue;
    LeadText words = role_for_functions(*role, cells[i].text);
    append_holders(words, cells, i);
    add_claims(words, false, claims);
  }
  add_transposed(cells, claims);
  add_titles(marker, row, cells, claims);
  if (is_elsewhere(cells))
    for (RoleClaim& claim : claims) claim.kind = ClaimKind::elsewhere;
  return claims;
}

namespace {

// "Executive lead | Programme manager": each column has its own people.
bool is_other_role(const RowCell& cell, const RowCell& post) {
  const LeadText& head = cell.head;
  if (head.first_mark(LeadMark::other_post) != nullptr || head.first_mark(LeadMark::below_post) != nullptr)
    return true;
  if (head.text.starts_with("Deput")) return true;
  return lead_mark(post.head) != nullptr && lead_mark(head) != nullptr;
}

}  // namespace

std::vector<Holder> read_row_holders(const LeadMarker& marker, std::uint32_t row) {
  const std::vector<RowCell> cells = cells_of_row(marker, row);
  const bool elsewhere = is_elsewhere(cells);
  std::vector<Holder> holders;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const LeadLine line(cells[i].text);
    const auto first = first_holder(line);
    if (!first) continue;
    const std::size_t at = *first;
    Holder holder = holder_beside(line, at);
    if (holder.person && holder.post) {
      holder.elsewhere = holder.elsewhere || elsewhere;
      holders.push_back(holder);
      continue;
    }
    if (!holder.post || !line.is_post_at(at)) continue;
    for (std::size_t other = 0; other < cells.size(); ++other) {
      if (other == i || is_other_role(cells[other], cells[i])) continue;
      const LeadLine beside(cells[other].text);
      const auto person = first_holder(beside);
      if (person && beside.is(*person, LeadMark::person)) {
        if (!holder.person) holder.person = *beside.mark(*person);
        holder.interim = holder.interim || cells[other].text.first_mark(LeadMark::interim) != nullptr;
      } else if (says_no_holder(cells[other].text) && beside.size() <= longest_note &&
                 tells_of_holder(cells[other]) && !holder.person) {
        holder.presence = cells[other].text.first_mark(LeadMark::vacant) != nullptr ? Presence::vacant
                                                                                    : Presence::undecided;
      }
    }
    holder.elsewhere = holder.elsewhere || elsewhere;
    if (holder.person) holder.presence = Presence::present;
    if (holder.person || holder.presence != Presence::present) holders.push_back(holder);
  }
  return holders;
}

}  // namespace planmark
