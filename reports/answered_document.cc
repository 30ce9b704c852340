#include "reports/answered_document.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "analyze/analyze.h"
#include "base/ascii.h"
#include "base/format.h"
#include "base/sha256.h"
#include "reports/answer_text.h"
#include "review/document_text.h"
#include "review/record.h"

namespace planmark {
namespace {

using Standing = ShownAnswer::Standing;

AnswerQuote quote_at(const Document& document, const Evidence& evidence, bool against) {
  return {evidence.span, page_at(document, evidence.span.begin) + 1,
          std::string(slice(document.text, evidence.span)), against, evidence.note};
}

void show_draft(const Draft& draft, const Question& question, const Document& document, ShownAnswer& shown) {
  shown.standing = draft.answer.not_assessed ? Standing::unreadable : Standing::draft;
  shown.answer = draft.answer;
  shown.text = to_text(draft.answer, question.type);
  shown.because = draft.reason;
  for (const Evidence& evidence : draft.evidence) shown.quotes.push_back(quote_at(document, evidence, false));
  for (const Evidence& evidence : draft.counter) shown.quotes.push_back(quote_at(document, evidence, true));
}

AnswerQuote quote_of(const MarkedQuote& quote, const Document& document) {
  const bool in_place = quote.span.begin <= quote.span.end && quote.span.end <= document.text.size() &&
                        slice(document.text, quote.span) == quote.quote;
  return {quote.span, quote.page, quote.quote, quote.verdict == Verdict::rejected, quote.why, in_place};
}

Result<void> show_decision(const Decision& decision, const Question& question, const Document& document,
                           ShownAnswer& shown) {
  shown.person = decision.person;
  shown.at = decision.at;
  shown.comment = decision.comment.empty() ? decision.reason : decision.comment;
  shown.standing = Standing::cannot_tell;
  shown.text = words_of(shown.standing);
  if (decision.action != "cannot tell") {
    auto answer = answer_of(decision.answer, question);
    if (!answer) {
      answer.error().where = format("decision {} by {}", decision.number, decision.person);
      return tl::unexpected(std::move(answer.error()));
    }
    shown.standing = answer->not_assessed ? Standing::unreadable : Standing::confirmed;
    shown.answer = std::move(*answer);
    shown.text = decision.answer;
  }
  for (const MarkedQuote& quote : decision.quotes) shown.quotes.push_back(quote_of(quote, document));
  std::stable_partition(shown.quotes.begin(), shown.quotes.end(),
                        [](const AnswerQuote& quote) { return !quote.against; });
  return {};
}

struct Said {
  std::map<std::string, const Draft*> drafts;
  std::map<std::string, const Decision*> decisions;
};

Result<void> show_answers(const RuleBook& rules, const Said& said, bool refused, AnsweredDocument& document) {
  for (const Question& question : rules.questions) {
    if (!is_asked_of(question, document.part)) continue;
    ShownAnswer shown{.question = question.id, .standing = refused ? Standing::unreadable : Standing::blank};
    if (const auto decision = said.decisions.find(question.id); decision != said.decisions.end()) {
      if (auto done = show_decision(*decision->second, question, document.document, shown); !done)
        return done;
    } else if (const auto draft = said.drafts.find(question.id); draft != said.drafts.end()) {
      show_draft(*draft->second, question, document.document, shown);
    }
    if (shown.text.empty() && shown.standing != Standing::confirmed) shown.text = words_of(shown.standing);
    document.answers.push_back(std::move(shown));
  }
  return {};
}

std::size_t rank_of(const RuleBook& rules, const std::string& part) {
  std::vector<std::string> seen;
  for (const Question& question : rules.questions)
    for (const std::string& asked : question.parts)
      if (std::find(seen.begin(), seen.end(), asked) == seen.end()) seen.push_back(asked);
  return static_cast<std::size_t>(std::find(seen.begin(), seen.end(), part) - seen.begin());
}

}  // namespace

Result<AnsweredDocument> answered_document(const Workspace& workspace, const RuleBook& rules,
                                           const Register& systems, const RegisteredDocument& registered) {
  auto standing = standing_answers(workspace, registered.sha256);
  if (!standing) return tl::unexpected(standing.error());
  return answered_document(workspace, rules, systems, CountedDocument{registered, std::move(*standing)});
}

Result<AnsweredDocument> answered_document(const Workspace& workspace, const RuleBook& rules,
                                           const Register& systems, const CountedDocument& counted) {
  const RegisteredDocument& registered = counted.registered;
  const std::vector<Decision>& decisions = counted.standing;
  const Identity& identity = registered.identity;
  const System* known = systems.find(identity.system);
  AnsweredDocument document{registered.sha256,
                            known == nullptr ? identity.system : known->name,
                            known == nullptr ? std::string() : known->code,
                            identity.part,
                            identity.edition,
                            identity.title,
                            identity.url,
                            registered.file_names.empty() ? std::string() : registered.file_names.front(),
                            {},
                            {},
                            {}};
  auto text = load_text(workspace, registered.sha256);
  if (!text && text.error().kind != ProblemKind::not_found) return tl::unexpected(text.error());
  if (text) document.document = std::move(*text);
  Said said;
  for (const Decision& decision : decisions) said.decisions.emplace(decision.question, &decision);
  const bool is_decided = std::ranges::all_of(rules.questions, [&](const Question& question) {
    return said.decisions.contains(question.id) || !is_asked_of(question, identity.part);
  });
  // Where everything is decided, all that counts of the drafts is what made them: one is enough.
  const auto drafts = is_decided && !decisions.empty()
                          ? workspace.load_drafts(registered.sha256, decisions.front().question)
                          : workspace.load_drafts(registered.sha256);
  if (!drafts) return tl::unexpected(drafts.error());
  if (*drafts) document.made_by = "planmark " + (*drafts)->version.planmark;
  if (*drafts)
    for (const Draft& draft : (*drafts)->drafts) said.drafts.emplace(draft.question, &draft);
  if (auto shown = show_answers(rules, said, !text, document); !shown) return tl::unexpected(shown.error());
  return document;
}

Result<std::vector<AnsweredDocument>> answered_documents(const Workspace& workspace, const RuleBook& rules,
                                                         const Register& systems,
                                                         const EditionAnswers& counted) {
  std::vector<AnsweredDocument> documents;
  for (const auto& [sha256, one] : counted.documents) {
    auto document = answered_document(workspace, rules, systems, one);
    if (!document) return tl::unexpected(document.error());
    documents.push_back(std::move(*document));
  }
  std::stable_sort(
      documents.begin(), documents.end(), [&](const AnsweredDocument& a, const AnsweredDocument& b) {
        return std::tuple(a.system, rank_of(rules, a.part)) < std::tuple(b.system, rank_of(rules, b.part));
      });
  return documents;
}

const char* words_of(Standing standing) {
  switch (standing) {
    case Standing::confirmed:
      return "confirmed";
    case Standing::cannot_tell:
      return "cannot tell";
    case Standing::draft:
      return "draft, not confirmed";
    case Standing::unreadable:
      return "not readable";
    case Standing::blank:
      return "not answered";
  }
  return "";
}

std::string file_stem(const AnsweredDocument& document) {
  const std::string& name = document.code.empty() ? document.system : document.code;
  std::string stem;
  for (const char c : name) {
    const bool kept = (c >= '0' && c <= '9') || (lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z');
    if (kept)
      stem += c;
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
  }
  while (stem.ends_with('-')) stem.pop_back();
  // Two names that differ in other characters alone are still two files.
  return stem == name ? stem : format("{}{}{}", stem, stem.empty() ? "" : "-", sha256_hex(name).substr(0, 6));
}

std::string page_address(const AnsweredDocument& document, std::uint32_t page) {
  const std::string address = lower_ascii(document.url);
  if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
  const std::string file = document.url.substr(0, document.url.find('#'));
  return format("{}#page={}", file, page);
}

}  // namespace planmark
