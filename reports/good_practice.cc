#include "reports/good_practice.h"

#include <algorithm>
#include <tuple>

#include "base/ascii.h"
#include "base/format.h"
#include "reports/html_text.h"
#include "reports/plain_text.h"

namespace planmark {
namespace {

using Standing = ShownAnswer::Standing;

struct Candidate {
  bool is_draft = false;
  std::size_t question = 0, document = 0;  // in survey order; in the order given
  const AnswerQuote* quote = nullptr;
};

bool answers_well(const ShownAnswer& answer, const Question& question) {
  if (question.type == AnswerType::free_text) return !answer.answer.values.empty();
  const bool has_steps = question.type == AnswerType::rag || question.type == AnswerType::yes_no;
  return has_steps && lower_ascii(answer.answer.value) == "yes";
}

bool may_be_shown(const AnsweredDocument& document, const ShownAnswer& answer,
                  const GoodPracticeQuery& query) {
  if (!query.is_public) return answer.standing == Standing::confirmed || answer.standing == Standing::draft;
  return answer.standing == Standing::confirmed &&
         (query.named.contains(document.system) ||
          (!document.code.empty() && query.named.contains(document.code)));
}

std::size_t index_of(const RuleBook& rules, const Question* question) {
  return static_cast<std::size_t>(question - rules.questions.data());
}

std::vector<Candidate> candidates(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                  const std::string& criterion, const GoodPracticeQuery& query) {
  std::vector<Candidate> all;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    for (const ShownAnswer& answer : documents[d].answers) {
      const Question* question = rules.find_question(answer.question);
      if (question == nullptr || question->criterion != criterion || answer.quotes.empty()) continue;
      if (answer.quotes.front().against || !may_be_shown(documents[d], answer, query)) continue;
      if (answers_well(answer, *question))
        all.push_back(
            {answer.standing == Standing::draft, index_of(rules, question), d, &answer.quotes.front()});
    }
  }
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.is_draft, a.question, a.document) < std::tuple(b.is_draft, b.question, b.document);
  });
  return all;
}

std::string statement_of(const AnsweredDocument& document, const AnswerQuote& quote) {
  const std::string part = document.part == "plan" ? "joint forward plan" : document.part;
  return printable(
      format("“{}” {}, {} {}, page {}", quote.text, document.system, part, document.edition, quote.page));
}

std::vector<std::string> criteria_of(const RuleBook& rules) {
  std::vector<std::string> criteria;
  for (const Question& question : rules.questions)
    if (std::find(criteria.begin(), criteria.end(), question.criterion) == criteria.end())
      criteria.push_back(question.criterion);
  return criteria;
}

}  // namespace

std::vector<GoodPractice> good_practice(const std::vector<AnsweredDocument>& documents, const RuleBook& rules,
                                        const GoodPracticeQuery& query) {
  std::vector<GoodPractice> chosen;
  for (const std::string& criterion : criteria_of(rules)) {
    std::set<std::string> systems, quotes;
    for (const Candidate& candidate : candidates(documents, rules, criterion, query)) {
      const AnsweredDocument& document = documents[candidate.document];
      if (systems.size() == query.most) break;
      if (systems.contains(document.system) || !quotes.insert(candidate.quote->text).second) continue;
      systems.insert(document.system);
      chosen.push_back({criterion, rules.questions[candidate.question].id,
                        statement_of(document, *candidate.quote), candidate.is_draft});
    }
  }
  return chosen;
}

std::string good_practice_html(const std::vector<GoodPractice>& quotes) {
  if (quotes.empty()) return {};
  std::string html =
      "<h2>Good practice</h2>\n<p>Of each criterion some sentences from plans that answer it well.</p>\n";
  std::string criterion;
  for (const GoodPractice& quote : quotes) {
    if (quote.criterion != criterion) {
      criterion = quote.criterion;
      html += format("<h3>{}</h3>\n", html_of(criterion));
    }
    html +=
        format("<blockquote>{} <span class=\"source\">{}{}</span></blockquote>\n", html_of(quote.statement),
               html_of(quote.question), quote.is_draft ? " · draft, not confirmed" : "");
  }
  return html;
}

}  // namespace planmark
