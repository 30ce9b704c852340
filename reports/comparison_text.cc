#include "reports/comparison_text.h"

#include <algorithm>

#include "base/format.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

struct Signs {
  const char *open, *close;
};
constexpr Signs went = {"[-", "-]"}, came = {"{+", "+}"};

std::string upper(std::string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string marked_text(const Document& document, Span passage, const std::vector<Span>& changed,
                        Signs signs) {
  std::string text;
  for (const MarkedPiece& piece : marked_pieces(document, passage, changed))
    text += piece.changed ? format("{}{}{}", signs.open, piece.text, signs.close) : std::string(piece.text);
  return printable(text);
}

void add_lines(std::string& sheet, const std::string& lead, const std::string& text, std::size_t width) {
  std::string before = lead;
  for (const std::string& line : wrap(text, std::max<std::size_t>(width, 40) - lead.size())) {
    sheet += before + line + '\n';
    before.assign(lead.size(), ' ');
  }
}

void add_change(std::string& sheet, const EditionComparison& of, std::size_t index, TextStyle style) {
  const PassageChange& change = of.comparison.changes[index];
  const std::string from = pages_line(of.before.document, of.comparison.before, change.before);
  const std::string to = pages_line(of.after.document, of.comparison.after, change.after);
  const std::string where = from.empty() ? to : to.empty() ? from : from + " -> " + to;
  const std::string kind = upper(name_of(change.kind)) + (change.moved ? ", MOVED" : "");
  sheet += '\n' + (style.colour ? format("\x1b[1m{}\x1b[0m", kind) : kind) + "  " + where;
  if (!of.questions[index].empty()) sheet += "  " + joined(of.questions[index], ", ");
  sheet += '\n';
  const bool whole = change.before.empty() || change.after.empty();
  for (const std::uint32_t p : change.before)
    add_lines(sheet, "  - ",
              marked_text(of.before.document, of.comparison.before.passages[p].span,
                          whole ? std::vector<Span>{} : change.words_before, went),
              style.width);
  for (const std::uint32_t p : change.after)
    add_lines(sheet, "  + ",
              marked_text(of.after.document, of.comparison.after.passages[p].span,
                          whole ? std::vector<Span>{} : change.words_after, came),
              style.width);
}

void add_answers(std::string& sheet, const EditionComparison& of, TextStyle style) {
  if (of.answers.empty()) return;
  const auto changed = static_cast<std::size_t>(std::count_if(
      of.answers.begin(), of.answers.end(), [](const AnswerChange& answer) { return answer.changed(); }));
  sheet += format("\n{} of {} answers changed{}\n", changed, of.answers.size(), changed > 0 ? ":" : ".");
  for (const AnswerChange& answer : of.answers) {
    if (!answer.changed()) continue;
    std::vector<std::string> named;
    for (const Cause cause : answer.causes) named.emplace_back(name_of(cause));
    add_lines(sheet, format("  {:<9}", answer.question),
              format("{} -> {}", printable(answer.before), printable(answer.after)), style.width);
    add_lines(sheet, "           ",
              format("because of the {}; evidence: {}", joined(named, ", the "), evidence_line(answer)),
              style.width);
  }
}

}  // namespace

std::string comparison_text(const EditionComparison& compared, const Register& systems, ChangesShown shown,
                            TextStyle style) {
  std::string sheet;
  add_lines(sheet, "Before  ", printable(edition_line(compared.before.registered, systems)), style.width);
  add_lines(sheet, "After   ", printable(edition_line(compared.after.registered, systems)), style.width);
  std::string verdict = name_of(compared.comparable.verdict);
  verdict.front() = upper(verdict.substr(0, 1)).front();
  if (const std::string because = comparable_line(compared); !because.empty()) verdict += ". " + because;
  add_lines(sheet, "        ", printable(verdict), style.width);
  add_lines(sheet, "        ", counts_line(compared.comparison), style.width);
  for (std::size_t i = 0; i < compared.comparison.changes.size(); ++i) {
    const PassageChange& change = compared.comparison.changes[i];
    const bool bears = !compared.questions[i].empty();
    if (change.of_content() && !change.heading && (bears || shown == ChangesShown::all))
      add_change(sheet, compared, i, style);
  }
  add_answers(sheet, compared, style);
  return sheet;
}

}  // namespace planmark
