#include "reports/comparison_json.h"

#include <nlohmann/json.hpp>

#include "reports/drafts_text.h"

namespace planmark {
namespace {

using Json = nlohmann::ordered_json;

Json edition_json(const ComparedEdition& edition, const Register& systems) {
  const RegisteredDocument& document = edition.registered;
  return {{"file", document.file_names.empty() ? document.sha256 : document.file_names.front()},
          {"document", document.sha256},
          {"system", system_name(systems, document.identity.system)},
          {"part", document.identity.part},
          {"edition", document.identity.edition},
          {"pages", edition.document.pages.size()}};
}

Json passage_json(const Document& document, Span span) {
  if (span.empty()) return nullptr;
  return {{"text", slice(document.text, span)},
          {"page", page_at(document, span.begin) + 1},
          {"begin", span.begin},
          {"end", span.end}};
}

Json passages_json(const Document& document, const PassageList& list,
                   const std::vector<std::uint32_t>& which) {
  Json all = Json::array();
  for (const std::uint32_t p : which) all.push_back(passage_json(document, list.passages[p].span));
  return all;
}

Json spans_json(const Document& document, const std::vector<Span>& spans) {
  Json all = Json::array();
  for (const Span span : spans) all.push_back(passage_json(document, span));
  return all;
}

Json change_json(const PassageChange& change, const std::vector<std::string>& questions,
                 const EditionComparison& of) {
  return {{"kind", name_of(change.kind)},
          {"moved", change.moved},
          {"heading", change.heading},
          {"of_content", change.of_content()},
          {"questions", questions},
          {"before", passages_json(of.before.document, of.comparison.before, change.before)},
          {"after", passages_json(of.after.document, of.comparison.after, change.after)},
          {"changed_before", spans_json(of.before.document, change.words_before)},
          {"changed_after", spans_json(of.after.document, change.words_after)}};
}

Json answer_json(const AnswerChange& answer, const EditionComparison& of) {
  Json causes = Json::array(), evidence = Json::array();
  for (const Cause cause : answer.causes) causes.push_back(name_of(cause));
  for (const EvidenceMove& move : answer.evidence)
    evidence.push_back({{"kind", name_of(move.kind)},
                        {"before", passage_json(of.before.document, move.before)},
                        {"after", passage_json(of.after.document, move.after)},
                        {"was_evidence", move.was_evidence},
                        {"is_evidence", move.is_evidence}});
  return {{"question", answer.question}, {"before", answer.before},     {"after", answer.after},
          {"changed", answer.changed()}, {"causes", std::move(causes)}, {"evidence", std::move(evidence)}};
}

}  // namespace

std::string comparison_json(const EditionComparison& compared, const Register& systems, ChangesShown shown) {
  Json counts = Json::object(), changes = Json::array(), answers = Json::array();
  for (const ChangeKind kind : change_kinds) counts[name_of(kind)] = compared.comparison.count(kind);
  for (std::size_t i = 0; i < compared.comparison.changes.size(); ++i)
    if (shown == ChangesShown::all || !compared.questions[i].empty())
      changes.push_back(change_json(compared.comparison.changes[i], compared.questions[i], compared));
  for (const AnswerChange& answer : compared.answers) answers.push_back(answer_json(answer, compared));
  const Json all = {{"before", edition_json(compared.before, systems)},
                    {"after", edition_json(compared.after, systems)},
                    {"comparable",
                     {{"verdict", name_of(compared.comparable.verdict)},
                      {"because", compared.comparable.because},
                      {"base", compared.base}}},
                    {"same_content", compared.comparison.same_content()},
                    {"counts", std::move(counts)},
                    {"changes", std::move(changes)},
                    {"answers", std::move(answers)}};
  return all.dump() + '\n';
}

}  // namespace planmark
