#include "analyze/lead_search.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analyze/lead_grammar.h"
#include "analyze/lead_table.h"

namespace planmark {
namespace {

constexpr std::size_t longest_line = 16;  // tokens of a line that may belong to the line above or below

bool same_block(const DraftInputs& inputs, std::uint32_t a, std::uint32_t b) {
  return inputs.sentences[a].block == inputs.sentences[b].block;
}

bool may_claim(const LeadMarker& marker, std::uint32_t sentence) {
  return marker.has(sentence, LeadMark::board_role) || marker.has(sentence, LeadMark::plain_role);
}

// "Our executive leads are as follows:" introduces; what counts is "Our executive leads".
void cut_introduction(std::string& stem) {
  constexpr std::array<std::string_view, 10> endings = {
      ":", " ", "\n", " are", " is", " as follows", " include", " includes", " below", " listed"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view ending : endings) {
      if (!stem.ends_with(ending)) continue;
      stem.resize(stem.size() - ending.size());
      again = true;
    }
  }
}

class ClaimSearch {
 public:
  explicit ClaimSearch(const LeadMarker& marker) : marker_(marker), inputs_(marker.inputs()) {}

  std::vector<RoleClaim> find() {
    for (std::uint32_t i = 0; i < inputs_.sentences.size(); ++i) {
      if (!marker_.is_read(i)) continue;
      if (marker_.is_row(i))
        read_row(i);
      else
        read_sentence(i);
    }
    return std::move(claims_);
  }

 private:
  void read_row(std::uint32_t row) {
    if (!may_claim(marker_, row) && !marker_.has(row, LeadMark::subject) && !marker_.has_post(row) &&
        !marker_.has(row, LeadMark::board_column))
      return;
    // The line that the table hangs from: the nearest sentence above that is no row.
    std::uint32_t above = none;
    for (std::uint32_t i = row; i-- > 0;) {
      if (marker_.is_row(i)) continue;
      if (marker_.is_read(i)) {
        above = i;
        break;
      }
    }
    const std::uint32_t heading = marker_.has(row, LeadMark::board_role) ? heading_with_subject(row) : none;
    for (RoleClaim& claim : read_row_claims(marker_, row, heading_or_line(above), heading))
      claims_.push_back(std::move(claim));
  }

  // Of a paragraph above a table any sentence may say what it lists; the first that speaks of leads is taken.
  std::uint32_t heading_or_line(std::uint32_t above) const {
    if (above == none) return none;
    for (std::uint32_t i = above + 1; i-- > 0 && same_block(inputs_, i, above);)
      if (marker_.has(i, LeadMark::board_role)) return i;
    const std::uint32_t section = inputs_.document.blocks[inputs_.sentences[above].block].section;
    for (std::uint32_t i = above; section != none && i-- > 0 && inputs_.sentences[i].block >= section;)
      if (inputs_.sentences[i].block == section) return marker_.has(i, LeadMark::board_role) ? i : none;
    return none;
  }

  void read_sentence(std::uint32_t i) {
    const bool subject = marker_.has(i, LeadMark::subject);
    if (subject && (may_claim(marker_, i) || marker_.has_post(i) || marker_.has(i, LeadMark::level))) {
      for (RoleClaim& claim : read_claims(marker_.read(i))) {
        if (claim.holder.nobody() && claim.kind == ClaimKind::stated) look_around(claim, i);
        if (claim.holder.presence == Presence::former) look_for_vacancy(claim, i);
        claims_.push_back(std::move(claim));
      }
    }
    if (!may_claim(marker_, i)) read_with_stem(i);
    if (marker_.has(i, LeadMark::board_role)) {
      if (subject)
        read_series(i);
      else
        read_under_heading(i);
    }
  }

  // "Executive leads: quality, Ann Cray; SEND, Bob Dole": each part after the colon belongs to the role
  // before it.
  void read_series(std::uint32_t i) {
    const LeadText text = marker_.read(i);
    const LeadLine line(text);
    std::size_t colon = 0;
    while (colon < line.size() && !line.is_symbol(colon, ":")) ++colon;
    if (colon == 0 || colon == line.size() || !line.is_role_at(colon - 1)) return;
    std::uint32_t begin = line.tokens[colon].span.end;
    bool first = true;  // has been read with the sentence
    for (std::size_t at = colon + 1; at <= line.size(); ++at) {
      if (at < line.size() && !line.is_symbol(at, ";")) continue;
      const std::uint32_t end = at < line.size() ? line.tokens[at].span.begin : line.tokens.back().span.end;
      LeadText words = text.part({0, line.tokens[colon].span.end});
      words.append(text.part({begin, end}));
      if (!first) add_held(words);
      first = false;
      begin = at < line.size() ? line.tokens[at].span.end : end;
    }
  }

  void add_held(const LeadText& words) {
    for (RoleClaim& claim : read_claims(words))
      if (!claim.by_title && !claim.holder.nobody()) claims_.push_back(std::move(claim));
  }

  // Under the heading "Children and young people": "Executive lead: Ann Cray", "The Chief Nurse is the
  // executive lead."
  void read_under_heading(std::uint32_t i) {
    const LeadText text = marker_.read(i);
    const Mark* found = text.first_mark(LeadMark::board_role);
    if (found == nullptr) return;
    const Mark& role = *found;
    const std::string_view rest = std::string_view(text.text).substr(role.span.end);
    for (const std::string_view preposition : {" for ", " of ", " on ", " over "})
      if (rest.starts_with(preposition)) return;
    const std::uint32_t heading = heading_with_subject(i);
    if (heading == none) return;
    const auto end = static_cast<std::uint32_t>(text.text.size());
    LeadText words = text.part({0, role.span.begin});
    words.append(role_for_functions(role, marker_.read(heading)));
    words.append(text.part({role.span.end, end}));
    std::erase(words.sentences, i);
    words.sentences.insert(words.sentences.begin(), i);
    add_held(words);
  }

  // Of the two headings nearest above, the first that names the subject as a function.
  std::uint32_t heading_with_subject(std::uint32_t i) const {
    const std::vector<Block>& blocks = inputs_.document.blocks;
    std::uint32_t block = blocks[inputs_.sentences[i].block].section;
    for (int level = 0; level < 2 && block != none; ++level, block = blocks[block].section) {
      std::uint32_t sentence = i;
      while (sentence > 0 && inputs_.sentences[sentence].block > block) --sentence;
      if (inputs_.sentences[sentence].block == block && names_functions(marker_.read(sentence)))
        return sentence;
    }
    return none;
  }

  // The sentence before ("Ann Cray is our Chief Nurse. She is ...") and the one after ("The post is
  // vacant.").
  void look_around(RoleClaim& claim, std::uint32_t i) {
    if (claim.has_pronoun && i > 0 && same_block(inputs_, i, i - 1)) take_from_before(claim, i - 1);
    if (claim.holder.nobody() && i + 1 < inputs_.sentences.size() && same_block(inputs_, i, i + 1))
      take_from_after(claim, i + 1);
    if (claim.holder.nobody()) look_at_lines(claim, i);
  }

  // "Ann Cray, who was our lead, retired in May. The post is vacant."
  void look_for_vacancy(RoleClaim& claim, std::uint32_t i) {
    const std::uint32_t after = i + 1;
    if (after >= inputs_.sentences.size() || !same_block(inputs_, i, after)) return;
    if (!marker_.has(after, LeadMark::vacant) && !marker_.has(after, LeadMark::undecided)) return;
    claim.holder.presence = Presence::vacant;
    claim.sentences.push_back(after);
  }

  void take_from_before(RoleClaim& claim, std::uint32_t before) {
    const LeadText text = marker_.read(before);
    const LeadLine line(text);
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (!line.is(at, LeadMark::person)) continue;
      claim.holder = holder_beside(line, at);
      if (!claim.holder.person) claim.holder.person = *line.mark(at);
      claim.sentences.push_back(before);
      return;
    }
  }

  void take_from_after(RoleClaim& claim, std::uint32_t after) {
    const LeadText text = marker_.read(after);
    const LeadLine line(text);
    if (line.size() < 3 || !line.tokens[0].is_word()) return;
    const std::string& first = line.tokens[0].lower;
    if (first != "the" && first != "this" && first != "that" && first != "it") return;
    const bool of_role = line.tokens[1].lower == "role" || line.tokens[1].lower == "post" ||
                         line.tokens[1].lower == "position" || line.tokens[1].lower == "is" ||
                         line.tokens[1].lower == "responsibility" || line.is(1, LeadMark::plain_role);
    if (!of_role) return;
    const Presence presence = presence_near(line, 0, line.size() - 1);
    for (std::size_t at = 2; at < line.size() && at < 9; ++at) {
      if (!line.is_holder_at(at)) continue;
      claim.holder = holder_beside(line, at);
      if (claim.holder.nobody()) {
        if (line.is(at, LeadMark::person))
          claim.holder.person = *line.mark(at);
        else
          claim.holder.post = *line.mark(at);
      }
      break;
    }
    if (claim.holder.nobody()) claim.holder.presence = presence;
    if (!claim.holder.nobody() || presence != Presence::present) claim.sentences.push_back(after);
  }

  // "Executive lead for SEND" on one line and "Ann Cray, Chief Nurse" on the next, or the other way about.
  void look_at_lines(RoleClaim& claim, std::uint32_t i) {
    const LeadText role = marker_.read(i);
    if (LeadLine(role).size() > longest_line) return;
    if (i + 1 < inputs_.sentences.size() && is_line_of_holder(i + 1)) {
      LeadText words = role;
      words.append(": ");
      words.append(marker_.read(i + 1));
      if (take_joined(claim, words)) return;
    }
    LeadText before;
    for (std::uint32_t above = i; above-- > 0 && i - above <= 2 && is_line_of_holder(above);) {
      LeadText words = marker_.read(above);
      words.append(", ");
      words.append(before.text.empty() ? role : before);
      before = words;
      if (take_joined(claim, words)) return;
    }
  }

  bool take_joined(RoleClaim& claim, const LeadText& words) {
    for (RoleClaim& joined : read_claims(words)) {
      if (joined.by_title || joined.holder.nobody() || joined.role.printed != claim.role.printed) continue;
      const std::uint32_t own = claim.sentences.front();
      claim = joined;
      std::stable_partition(claim.sentences.begin(), claim.sentences.end(),
                            [own](std::uint32_t sentence) { return sentence == own; });
      return true;
    }
    return false;
  }

  bool is_line_of_holder(std::uint32_t i) const {
    if (!marker_.is_read(i) || marker_.is_row(i)) return false;
    const LeadText text = marker_.read(i);
    const LeadLine line(text);
    return line.size() > 0 && line.size() <= longest_line && line.is_holder_at(0);
  }

  // "Our executive leads are:" + "children - Ann Cray"; "Ann Cray is executive lead for:" + "SEND".
  void read_with_stem(std::uint32_t i) {
    const std::uint32_t stem_block = inputs_.document.blocks[inputs_.sentences[i].block].stem;
    if (stem_block == none) return;
    std::uint32_t stem = i;
    while (stem > 0 && inputs_.sentences[stem].block > stem_block) --stem;
    if (inputs_.sentences[stem].block != stem_block || !may_claim(marker_, stem)) return;
    LeadText words = marker_.read(stem);
    cut_introduction(words.text);
    // Marks never reach beyond their text.
    std::erase_if(words.marks, [&](const Mark& mark) { return mark.span.end > words.text.size(); });
    words.append(": ");
    const auto item = static_cast<std::uint32_t>(words.text.size());
    words.append(marker_.read(i));
    if (read_holder_first(i, stem)) return;
    for (RoleClaim& claim : read_claims(words)) {
      const bool holder_in_item = (claim.holder.person && claim.holder.person->span.begin >= item) ||
                                  (claim.holder.post && claim.holder.post->span.begin >= item);
      if (claim.by_title || (claim.subject.span.begin < item && !holder_in_item)) continue;
      std::rotate(claim.sentences.begin(), claim.sentences.end() - 1, claim.sentences.end());
      claims_.push_back(std::move(claim));
    }
  }

  // "Executive leads" + "Ann Cray - safeguarding and SEND": the item begins with the holder, functions
  // follow.
  bool read_holder_first(std::uint32_t i, std::uint32_t stem) {
    const LeadText item = marker_.read(i), head = marker_.read(stem);
    const LeadLine line(item);
    const Mark* role = head.first_mark(LeadMark::board_role);
    if (role == nullptr || line.size() < 3 || !line.is_holder_at(0)) return false;
    std::size_t at = 1;
    while (at < line.size() && (line.is_holder_at(at) || line.is_symbol(at, ",("))) ++at;
    while (at < line.size() && line.is_symbol(at, ")")) ++at;
    if (at + 1 >= line.size() || !(line.is_symbol(at, ":-") || line.tokens[at].lower == "for")) return false;
    const LeadText functions = item.part({line.tokens[at].span.end, line.tokens.back().span.end});
    if (!names_functions(functions)) return false;
    LeadText words = item.part({0, line.tokens[at].span.begin});
    words.append(", ");
    words.append(role_for_functions(*role, functions));
    words.sentences.push_back(stem);
    add_held(words);
    return true;
  }

  const LeadMarker& marker_;
  const DraftInputs& inputs_;
  std::vector<RoleClaim> claims_;
};

}  // namespace

std::vector<RoleClaim> find_role_claims(const LeadMarker& marker) { return ClaimSearch(marker).find(); }

}  // namespace planmark
