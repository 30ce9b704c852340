// One document against an earlier edition of it: what changed in its text, and which answers did and why.
#include <algorithm>

#include "base/format.h"
#include "reports/edition_comparison.h"
#include "workbench/blindness.h"
#include "workbench/desk.h"
#include "workbench/document_place.h"
#include "workbench/pages.h"

namespace planmark {
namespace {

std::vector<View> page_views(const ComparedEdition& edition, const PassageList& list,
                             const std::vector<std::uint32_t>& passages) {
  std::vector<std::uint32_t> pages;
  for (const std::uint32_t p : passages)
    pages.push_back(page_at(edition.document, list.passages[p].span.begin) + 1);
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
  std::vector<View> views;
  for (const std::uint32_t page : pages)
    views.push_back(View{{"number", std::to_string(page)},
                         {"href", format("/page/{}/{}", short_hash(edition.registered.sha256), page)}});
  return views;
}

std::vector<View> passage_views(const Document& document, const PassageList& list,
                                const std::vector<std::uint32_t>& passages,
                                const std::vector<Span>& changed) {
  std::vector<View> views;
  for (const std::uint32_t p : passages) {
    std::vector<View> pieces;
    for (const MarkedPiece& piece : marked_pieces(document, list.passages[p].span, changed))
      pieces.push_back(View{{"text", std::string(piece.text)}}.set("changed", piece.changed));
    views.push_back(View().set("pieces", std::move(pieces)));
  }
  return views;
}

View change_view(const EditionComparison& made, std::size_t index, bool hidden) {
  const PassageChange& change = made.comparison.changes[index];
  View view{{"kind", std::string(name_of(change.kind)) + (change.moved ? " and moved" : "")}};
  const PassageList &before = made.comparison.before, &after = made.comparison.after;
  view.set("old_pages", page_views(made.before, before, change.before));
  view.set("new_pages", page_views(made.after, after, change.after));
  view.set("bears_on", hidden ? std::string() : joined(made.questions[index], ", "));
  view.set("old", passage_views(made.before.document, before, change.before, change.words_before));
  view.set("new", passage_views(made.after.document, after, change.after, change.words_after));
  return view;
}

std::vector<View> answer_views(const EditionComparison& made) {
  std::vector<View> views;
  for (const AnswerChange& answer : made.answers) {
    if (!answer.changed()) continue;
    std::vector<std::string> named;
    for (const Cause cause : answer.causes) named.emplace_back(name_of(cause));
    views.push_back(View{{"question", answer.question},
                         {"href", desk_path(made.after.registered.sha256, answer.question)},
                         {"was", answer.before},
                         {"is", answer.after},
                         {"causes", joined(named, ", ")},
                         {"evidence", evidence_line(answer)}});
  }
  return views;
}

// Whether there is a question whose draft the visitor may not see yet, of either edition.
Result<bool> any_hidden(const Bench& bench, const Visit& visit, const std::string& sha256) {
  const auto made = decisions(visit.workspace, sha256);
  if (!made) return tl::unexpected(made.error());
  const auto marking = marking_of(visit, sha256);
  if (!marking) return tl::unexpected(marking.error());
  return std::any_of(
      bench.rules.questions.begin(), bench.rules.questions.end(), [&](const Question& question) {
        return blindness_of(*marking, question, has_answered(*made, visit, question.id)).hidden;
      });
}

struct Editions {
  RegisteredDocument later;
  std::vector<RegisteredDocument> earlier;  // latest first
};

Result<Editions> editions_of(const Bench& bench, const Visit& visit) {
  const auto sha256 = document_of(visit);
  if (!sha256) return tl::unexpected(sha256.error());
  const auto documents = visit.workspace.documents(bench.extraction, bench.analysis);
  if (!documents) return tl::unexpected(documents.error());
  Editions editions;
  for (const RegisteredDocument& document : *documents)
    if (document.sha256 == *sha256) editions.later = document;
  editions.earlier = earlier_editions(editions.later, *documents, bench.systems);
  return editions;
}

// The one asked for, otherwise the latest; null: there is none.
const RegisteredDocument* chosen(const Editions& editions, std::string_view asked) {
  for (const RegisteredDocument& earlier : editions.earlier)
    if (short_hash(earlier.sha256) == asked) return &earlier;
  return editions.earlier.empty() ? nullptr : &editions.earlier.front();
}

std::string address(const std::string& sha256, const RegisteredDocument& against) {
  return format("/changes/{}?against={}", short_hash(sha256), short_hash(against.sha256));
}

void add_editions(View& view, const Bench& bench, const Editions& editions,
                  const RegisteredDocument& against) {
  std::vector<View> others;
  for (const RegisteredDocument& earlier : editions.earlier)
    others.push_back(View{{"href", address(editions.later.sha256, earlier)},
                          {"name", edition_line(earlier, bench.systems)}}
                         .set("current", earlier.sha256 == against.sha256));
  view.set("editions", std::move(others)).set("here", address(editions.later.sha256, against));
}

void add_comparison(View& view, const EditionComparison& made, bool hidden, bool only) {
  std::vector<View> changes;
  for (std::size_t i = 0; i < made.comparison.changes.size(); ++i) {
    const PassageChange& change = made.comparison.changes[i];
    if (change.of_content() && !change.heading && !(only && made.questions[i].empty()))
      changes.push_back(change_view(made, i, hidden));
  }
  view.set("changes", std::move(changes)).set("counts", counts_line(made.comparison));
  view.set("any_hidden", hidden).set("only", only).set("may_filter", !hidden && !only);
  view.set("verdict", name_of(made.comparable.verdict)).set("because", comparable_line(made));
  view.set("answers", hidden ? std::vector<View>{} : answer_views(made));
}

}  // namespace

Response changes_page(Bench& bench, const Visit& visit) {
  const auto editions = editions_of(bench, visit);
  if (!editions) return problem_page(visit, editions.error());
  const std::string heading = heading_of(editions->later.identity, bench.systems);
  View view{{"heading", heading}, {"desk", desk_path(editions->later.sha256)}};
  const RegisteredDocument* against = chosen(*editions, value_of(visit.request.query, "against"));
  view.set("editions", std::vector<View>{}).set("only", false).set("may_filter", false);
  if (against == nullptr) return page(visit, "changes", "What changed: " + heading, view);
  const auto hidden_later = any_hidden(bench, visit, editions->later.sha256);
  if (!hidden_later) return problem_page(visit, hidden_later.error());
  const auto hidden_earlier = any_hidden(bench, visit, against->sha256);
  if (!hidden_earlier) return problem_page(visit, hidden_earlier.error());
  const bool hidden = *hidden_later || *hidden_earlier;
  const auto made = compare_editions(
      visit.workspace, *against, editions->later,
      {bench.rules, bench.systems, bench.comparison, bench.shared, bench.extraction, bench.analysis});
  if (!made) return problem_page(visit, made.error());
  add_editions(view, bench, *editions, *against);
  add_comparison(view, *made, hidden, !hidden && value_of(visit.request.query, "only") == "questions");
  return page(visit, "changes", "What changed: " + heading, view);
}

}  // namespace planmark
