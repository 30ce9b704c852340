#include "reports/drafts_text.h"

#include <algorithm>
#include <utility>

#include "base/format.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

// Of the quotes for or against a draft, best first: what helps to decide, without the long tail.
constexpr std::size_t most_quotes = 5;

constexpr const char* bold = "1";
constexpr const char* dim = "2";
constexpr const char* green = "32";
constexpr const char* yellow = "33";

// Appends lines to a text, wrapped and indented.
class Sheet {
 public:
  explicit Sheet(TextStyle style) : style_(style) {}

  std::string painted(std::string_view text, const char* colour) const {
    return style_.colour ? format("\x1b[{}m{}\x1b[0m", colour, text) : std::string(text);
  }

  // `lead` stands before the first line, `text` beside it, wrapped below its own beginning.
  void paragraph(std::string_view lead, std::string_view text, const char* lead_colour = nullptr,
                 const char* colour = nullptr) {
    const std::size_t indent = columns_of(lead);
    const std::size_t width = std::max<std::size_t>(style_.width, indent + 20) - indent;
    std::string before = lead_colour == nullptr ? std::string(lead) : painted(lead, lead_colour);
    for (const std::string& line : wrap(printable(text), width)) {
      text_ += before + (colour == nullptr ? line : painted(line, colour)) + '\n';
      before.assign(indent, ' ');
    }
  }

  void line(std::string_view text = {}) { text_.append(text).push_back('\n'); }

  std::string text() && { return std::move(text_); }

 private:
  TextStyle style_;
  std::string text_;
};

std::string quoted(const Document& document, Span span) {
  const std::uint32_t page = page_at(document, span.begin);
  const std::string& label = document.pages[page].label;
  const std::string quote = "“" + printable(slice(document.text, span)) + "”";
  return label.empty() || label == std::to_string(page + 1) ? quote
                                                            : format("{} (printed page {})", quote, label);
}

void add_clauses(Sheet& sheet, const Draft& draft) {
  if (draft.clauses.empty()) return;
  sheet.line("  Clauses");
  for (const Clause& clause : draft.clauses) {
    if (clause.met) sheet.paragraph("    met      ", clause.id + ": " + clause.because, green);
  }
  // A choice of many options has a clause for each, and most are not met for the same reason.
  std::vector<std::pair<std::string, std::vector<std::string>>> unmet;
  for (const Clause& clause : draft.clauses) {
    if (clause.met) continue;
    const auto same = std::find_if(unmet.begin(), unmet.end(),
                                   [&](const auto& reason) { return reason.first == clause.because; });
    (same == unmet.end() ? unmet.emplace_back(clause.because, std::vector<std::string>{}) : *same)
        .second.push_back(clause.id);
  }
  for (const auto& [because, clauses] : unmet) {
    sheet.paragraph("    not met  ", joined(clauses, "; ") + ": " + because, yellow);
  }
}

void add_evidence(Sheet& sheet, const char* title, const std::vector<Evidence>& evidence,
                  const Document& document, Detail detail) {
  if (evidence.empty()) return;
  sheet.line(format("  {}", title));
  const std::size_t shown = detail == Detail::all ? evidence.size() : std::min(evidence.size(), most_quotes);
  for (std::size_t i = 0; i < shown; ++i) {
    const Evidence& item = evidence[i];
    const std::uint32_t page = page_at(document, item.span.begin) + 1;
    sheet.paragraph(format("    {:<9}", format("page {}", page)), quoted(document, item.span));
    if (is_recognised(document, item.span))
      sheet.paragraph("             ", "recognised in the page's picture: look there", yellow);
    if (!item.note.empty()) sheet.paragraph("             ", item.note);
    if (detail == Detail::all && !item.rules.empty()) {
      sheet.paragraph("             ", "rules: " + joined(item.rules, ", "), nullptr, dim);
    }
  }
  if (shown < evidence.size()) sheet.line(format("    and {} more (--all)", evidence.size() - shown));
}

void add_searched(Sheet& sheet, const Searched& searched) {
  if (searched.pages == 0 && searched.unreadable_pages.empty()) return;
  std::string text = format("{} rules on {} pages", searched.rules, searched.pages);
  if (!searched.unreadable_pages.empty()) {
    std::vector<std::string> numbers;
    for (std::uint32_t number : searched.unreadable_pages) numbers.push_back(std::to_string(number));
    text += "; could not be read: page " + joined(numbers, ", ");
  }
  sheet.paragraph("  Searched ", text);
}

void add_draft(Sheet& sheet, const Draft& draft, const Question* question, const Document& document,
               Detail detail) {
  sheet.line();
  sheet.paragraph("", question == nullptr ? draft.question : draft.question + "  " + question->criterion,
                  nullptr, bold);
  if (question != nullptr) sheet.paragraph("  ", question->wording);
  const AnswerType type = question == nullptr ? AnswerType::free_text : question->type;
  sheet.paragraph("  DRAFT    ", to_text(draft.answer, type), yellow, bold);
  sheet.paragraph("  because  ", draft.reason);
  sheet.paragraph("  ", format("confidence: {}", name_of(draft.confidence)), nullptr, dim);
  add_clauses(sheet, draft);
  add_evidence(sheet, "Evidence", draft.evidence, document, detail);
  add_evidence(sheet, "Against, or a near miss", draft.counter, document, detail);
  add_searched(sheet, draft.searched);
}

// ": needs assessment", where that is known.
std::string of_kind(const RegisteredDocument& document) {
  const std::string kind = kind_of(document.identity_evidence);
  return kind.empty() ? "" : ": " + kind;
}

}  // namespace

std::string system_name(const Register& systems, const std::string& code_or_name) {
  const System* system = systems.find(code_or_name);
  return system == nullptr ? code_or_name : system->name;
}

std::string document_heading(const RegisteredDocument& document, const Register& systems, TextStyle style) {
  Sheet sheet(style);
  const Identity& identity = document.identity;
  const auto known = [](const std::string& value, const char* otherwise) {
    return value.empty() ? std::string(otherwise) : value;
  };
  sheet.paragraph("", joined(document.file_names, ", "), nullptr, bold);
  sheet.paragraph("  ",
                  format("{} · {} · {}{}", known(system_name(systems, identity.system), "system unknown"),
                         known(identity.part, "part unknown") + of_kind(document),
                         known(identity.edition, "edition unknown"),
                         document.identity_source == IdentitySource::proposed ? " (proposed)" : ""));
  sheet.paragraph("  ", identity.title);
  sheet.paragraph("  ", format("{} pages, {} unreadable{}", document.pages, document.unreadable_pages,
                               document.recognised_pages == 0
                                   ? ""
                                   : format(", {} recognised in their picture", document.recognised_pages)));
  sheet.paragraph("  ", "SHA-256 " + document.sha256, nullptr, dim);
  return std::move(sheet).text();
}

std::string drafts_text(const DocumentDrafts& drafts, const RuleBook& rules, const Register& systems,
                        const std::string& question, Detail detail, TextStyle style) {
  Sheet sheet(style);
  sheet.line();
  sheet.paragraph("", "DRAFTS made by a program: none of them is an answer until a person confirms it.",
                  nullptr, yellow);
  bool shown = false;
  for (const Draft& draft : drafts.drafts) {
    if (!question.empty() && draft.question != question) continue;
    add_draft(sheet, draft, rules.find_question(draft.question), drafts.document, detail);
    shown = true;
  }
  if (!shown)
    sheet.paragraph("",
                    format("The survey does not ask {} of a document of part {}.", question, drafts.part));
  return document_heading(drafts.registered, systems, style) + std::move(sheet).text();
}

}  // namespace planmark
