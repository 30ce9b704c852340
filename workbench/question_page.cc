// One question across all systems, for consistency; and the list of questions.
#include <algorithm>
#include <tuple>

#include "base/format.h"
#include "review/answer_check.h"
#include "review/record.h"
#include "workbench/blindness.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

struct Row {
  std::string heading{}, answer{};
  std::size_t order = 0;  // of the answer among those of the question
  View view{};
};

std::size_t order_of(const Question& question, const std::string& answer) {
  std::vector<std::string> usual = choices_of(question);
  if (question.type == AnswerType::named_person)
    usual.assign(std::begin(lead_answers), std::end(lead_answers));
  const auto found = std::find_if(usual.begin(), usual.end(), [&](const std::string& one) {
    return answer == one || answer.starts_with(one + ": ");
  });
  return static_cast<std::size_t>(found - usual.begin());
}

// Quotes beside an answer: those that a person kept, or the draft's first.
std::vector<View> quotes_beside(const std::optional<Decision>& stands, const Draft* draft,
                                const Document* document) {
  constexpr std::size_t most = 3;
  std::vector<View> quotes;
  if (stands) {
    for (const MarkedQuote& quote : stands->quotes)
      if (quote.verdict != Verdict::rejected && quotes.size() < most)
        quotes.push_back(View{{"quote", quote.quote}, {"page", std::to_string(quote.page)}});
  } else if (draft != nullptr && document != nullptr) {
    for (const Evidence& evidence : draft->evidence)
      if (quotes.size() < most)
        quotes.push_back(View{{"quote", std::string(slice(document->text, evidence.span))},
                              {"page", std::to_string(page_at(*document, evidence.span.begin) + 1)}});
  }
  return quotes;
}

Result<std::optional<Row>> row_of(Bench& bench, const Visit& visit, const RegisteredDocument& registered,
                                  const Question& question) {
  const auto stored = visit.workspace.load_drafts(registered.sha256);
  if (!stored) return tl::unexpected(stored.error());
  if (!*stored) return std::nullopt;
  const auto& drafts = (*stored)->drafts;
  const auto draft = std::find_if(drafts.begin(), drafts.end(),
                                  [&](const Draft& one) { return one.question == question.id; });
  if (draft == drafts.end()) return std::nullopt;
  const auto made = decisions(visit.workspace, registered.sha256, question.id);
  if (!made) return tl::unexpected(made.error());
  const auto marking = marking_of(visit, registered.sha256);
  if (!marking) return tl::unexpected(marking.error());
  if (blindness_of(*marking, question, has_answered(*made, visit, question.id)).hidden) {
    Row hidden{.heading = heading_of(registered.identity, bench.systems), .order = 200};
    hidden.view = View{{"heading", hidden.heading}, {"desk", desk_path(registered.sha256, question.id)}};
    hidden.view.set("is_hidden", true);
    return hidden;
  }
  const auto stands = standing(visit.workspace, registered.sha256, question.id);
  if (!stands) return tl::unexpected(stands.error());
  std::shared_ptr<const ReadingCopy> copy;
  if (!*stands) {
    auto loaded = bench.copies.of(visit.workspace, registered.sha256, (*stored)->extraction);
    if (!loaded) return tl::unexpected(loaded.error());
    copy = std::move(*loaded);
  }
  Row row{.heading = heading_of(registered.identity, bench.systems)};
  row.answer = *stands ? answer_in(**stands) : to_text(draft->answer, question.type);
  row.order = order_of(question, row.answer);
  row.view = View{
      {"heading", row.heading}, {"answer", row.answer}, {"desk", desk_path(registered.sha256, question.id)}};
  row.view.set("is_draft", !stands->has_value()).set("person", *stands ? (*stands)->person : "");
  row.view.set("comment", *stands ? (*stands)->comment : "");
  row.view.set("quotes", quotes_beside(*stands, &*draft, copy ? &copy->document : nullptr));
  return row;
}

}  // namespace

Response question_list_page(Bench& bench, const Visit& visit) {
  std::vector<View> rows;
  for (const Question& question : bench.rules.questions)
    rows.push_back(
        View{{"id", question.id}, {"criterion", question.criterion}, {"wording", question.wording}});
  View view;
  view.set("questions", std::move(rows));
  return page(visit, "questions", "Questions", view);
}

Response question_page(Bench& bench, const Visit& visit) {
  const Question* question = bench.rules.find_question(visit.place("question"));
  if (question == nullptr)
    return problem_page(visit, {ProblemKind::not_found, "there is no such question", "", ""});
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return problem_page(visit, documents.error());
  std::vector<Row> rows;
  for (const RegisteredDocument& registered : *documents) {
    auto row = row_of(bench, visit, registered, *question);
    if (!row) return problem_page(visit, row.error());
    if (*row) rows.push_back(std::move(**row));
  }
  const bool by_system = value_of(visit.request.query, "by") == "system";
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return by_system ? a.heading < b.heading
                     : std::tie(a.order, a.answer, a.heading) < std::tie(b.order, b.answer, b.heading);
  });
  View view{{"id", question->id}, {"criterion", question->criterion}, {"wording", question->wording}};
  std::vector<View> views;
  for (Row& row : rows) views.push_back(std::move(row.view));
  view.set("by_system", by_system)
      .set("count", format("{} document{}", views.size(), views.size() == 1 ? "" : "s"))
      .set("rows", std::move(views));
  return page(visit, "question", question->id + " in all systems", view);
}

}  // namespace planmark
