#include "reports/edition_answers.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "analyze/analyze.h"
#include "base/format.h"
#include "reports/answer_text.h"
#include "review/record.h"

namespace planmark {
namespace {

struct SystemPart {
  std::string system, part;
  auto operator<=>(const SystemPart&) const = default;
};
// The documents in force: of each system and part the newest that is not after the edition asked for.
using InForce = std::map<SystemPart, RegisteredDocument>;

std::string latest_edition(const std::vector<RegisteredDocument>& documents) {
  std::string latest;
  for (const RegisteredDocument& document : documents) latest = std::max(latest, document.identity.edition);
  return latest;
}

struct Survey {
  InForce in_force;
  std::size_t earlier = 0, doubled = 0, unplaced = 0, ended = 0;
};

// A system that was merged away is counted in the editions in which it existed, and as what it became later.
bool has_ended(const Identity& identity, const std::string& edition, const System* system) {
  return system != nullptr && !system->valid_to.empty() && system->valid_to < edition + "-07-01" &&
         identity.edition < edition;
}

Survey surveyed(const std::vector<RegisteredDocument>& documents, const RuleBook& rules,
                const Register& systems, const std::string& edition) {
  Survey survey;
  for (const RegisteredDocument& document : documents) {
    const Identity& identity = document.identity;
    if (!is_asked_of(rules, identity.part)) continue;
    if (identity.system.empty() || identity.edition.empty()) {
      ++survey.unplaced;
      continue;
    }
    if (identity.edition > edition) continue;
    const System* system = systems.find(identity.system);
    if (has_ended(identity, edition, system)) {
      ++survey.ended;
      continue;
    }
    const std::string& name = system == nullptr ? identity.system : system->name;
    const auto [place, is_new] = survey.in_force.try_emplace({name, identity.part}, document);
    if (is_new) continue;
    if (identity.edition == place->second.identity.edition && identity.edition == edition) ++survey.doubled;
    if (identity.edition > place->second.identity.edition) place->second = document;
  }
  for (const auto& [place, document] : survey.in_force)
    survey.earlier += document.identity.edition != edition;
  return survey;
}

std::vector<std::string> remarks_on(const Survey& survey, const std::string& edition) {
  std::vector<std::string> remarks;
  if (survey.earlier > 0)
    remarks.push_back(
        format("Of the documents counted, {} are of an edition before {}: the last that was "
               "published.",
               survey.earlier, edition));
  if (survey.doubled > 0)
    remarks.push_back(
        format("In {} cases a system has more than one document of the same part and edition; "
               "the first by file name is counted.",
               survey.doubled));
  if (survey.ended > 0)
    remarks.push_back(format(
        "{} documents are not counted, because their systems had been merged or divided by then; earlier "
        "editions count them.",
        survey.ended));
  if (survey.unplaced > 0)
    remarks.push_back(
        format("{} documents are not counted, because their system or their edition is not "
               "known: `planmark add` settles it.",
               survey.unplaced));
  return remarks;
}

std::vector<std::string> systems_counted(const Survey& survey, const Register& systems,
                                         const EditionQuery& query) {
  std::set<std::string> names;
  for (const auto& [place, document] : survey.in_force) names.insert(place.system);
  if (query.whole_register)
    for (const System* system : systems.open_on(query.edition + "-07-01")) names.insert(system->name);
  return {names.begin(), names.end()};
}

using DraftsByQuestion = std::map<std::string, Answer>;

Result<DraftsByQuestion> drafts_of(const Workspace& workspace, const std::string& sha256) {
  const auto stored = workspace.load_drafts(sha256);
  if (!stored) return tl::unexpected(stored.error());
  DraftsByQuestion drafts;
  if (*stored)
    for (const Draft& draft : (*stored)->drafts) drafts.emplace(draft.question, draft.answer);
  return drafts;
}

using DecisionsByQuestion = std::map<std::string, const Decision*>;

DecisionsByQuestion by_question(const std::vector<Decision>& standing) {
  DecisionsByQuestion decisions;
  for (const Decision& decision : standing) decisions.emplace(decision.question, &decision);
  return decisions;
}

// What one document says to the questions, by the basis asked for.
struct Said {
  DraftsByQuestion drafts;
  DecisionsByQuestion decisions;
};

Result<Said> said_of(const Workspace& workspace, const CountedDocument& document, Basis basis) {
  if (basis == Basis::confirmed) return Said{{}, by_question(document.standing)};
  auto drafts = drafts_of(workspace, document.registered.sha256);
  if (!drafts) return tl::unexpected(drafts.error());
  return Said{std::move(*drafts), {}};
}

void take(Answer given, SystemAnswer& answer) {
  answer.missing = given.not_assessed ? Missing::unreadable : Missing::no;
  answer.answer = std::move(given);
}

Result<void> take_decision(const Decision& decision, const Question& question, SystemAnswer& answer) {
  if (decision.action == "cannot tell") {
    answer.missing = Missing::cannot_tell;
    return {};
  }
  auto given = answer_of(decision.answer, question);
  if (!given) {
    given.error().where = format("decision {} by {}", decision.number, decision.person);
    return tl::unexpected(std::move(given.error()));
  }
  take(std::move(*given), answer);
  return {};
}

Result<SystemAnswer> answer_to(const Question& question, const SystemPart& place,
                               const CountedDocument* document, const Said& said) {
  SystemAnswer answer{place.system, place.part, question.id, {}, Missing::no_document, {}};
  if (document == nullptr) return answer;
  answer.document = document->registered.sha256;
  answer.missing = document->registered.refusal ? Missing::unreadable : Missing::blank;
  if (const auto draft = said.drafts.find(question.id); draft != said.drafts.end())
    take(draft->second, answer);
  if (const auto decision = said.decisions.find(question.id); decision != said.decisions.end())
    if (auto taken = take_decision(*decision->second, question, answer); !taken)
      return tl::unexpected(taken.error());
  return answer;
}

// Everything that one document, or the lack of one, says to the questions of its part.
Result<void> answer_for(const Workspace& workspace, const RuleBook& rules, Basis basis,
                        const SystemPart& place, const CountedDocument* document,
                        std::vector<SystemAnswer>& answers) {
  const Result<Said> said = document == nullptr ? Said() : said_of(workspace, *document, basis);
  if (!said) return tl::unexpected(said.error());
  for (const Question& question : rules.questions) {
    if (!is_asked_of(question, place.part)) continue;
    auto answer = answer_to(question, place, document, *said);
    if (!answer) return tl::unexpected(answer.error());
    answers.push_back(std::move(*answer));
  }
  return {};
}

Result<const CountedDocument*> counted(const Workspace& workspace, const RegisteredDocument& document,
                                       EditionAnswers& all) {
  auto standing = standing_answers(workspace, document.sha256);
  if (!standing) return tl::unexpected(standing.error());
  const auto [place, is_new] =
      all.documents.emplace(document.sha256, CountedDocument{document, std::move(*standing)});
  return &place->second;
}

std::vector<std::string> parts_of(const RuleBook& rules) {
  std::vector<std::string> parts;
  for (const Question& question : rules.questions)
    for (const std::string& part : question.parts)
      if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  return parts;
}

// By question, then part; within a part they stay in the order of the systems.
std::vector<SystemAnswer> in_survey_order(std::vector<SystemAnswer> answers, const RuleBook& rules,
                                          const std::vector<std::string>& parts) {
  std::map<std::string, std::size_t> question_rank, part_rank;
  for (const Question& question : rules.questions) question_rank.emplace(question.id, question_rank.size());
  for (const std::string& part : parts) part_rank.emplace(part, part_rank.size());
  std::vector<std::vector<SystemAnswer>> ranked(question_rank.size() * parts.size());
  for (SystemAnswer& answer : answers)
    ranked[question_rank.at(answer.question) * parts.size() + part_rank.at(answer.part)].push_back(
        std::move(answer));
  std::vector<SystemAnswer> sorted;
  for (std::vector<SystemAnswer>& same : ranked) std::ranges::move(same, std::back_inserter(sorted));
  return sorted;
}

}  // namespace

const char* words_of(Missing missing) {
  switch (missing) {
    case Missing::no:
      return "";
    case Missing::blank:
      return "not answered";
    case Missing::not_applicable:
      return "not applicable";
    case Missing::no_document:
      return "no document";
    case Missing::unreadable:
      return "not readable";
    case Missing::cannot_tell:
      return "cannot tell";
  }
  return "";
}

Result<EditionAnswers> edition_answers(const Workspace& workspace, const RuleBook& rules,
                                       const Register& systems, const EditionQuery& query) {
  const auto documents = workspace.documents({}, {});
  if (!documents) return tl::unexpected(documents.error());
  EditionQuery asked = query;
  if (asked.edition.empty()) asked.edition = latest_edition(*documents);
  const Survey survey = surveyed(*documents, rules, systems, asked.edition);
  if (survey.in_force.empty())
    return failure(
        ProblemKind::not_found,
        format("there is no document of edition {} to report on",
               asked.edition.empty() ? "(none is known)" : asked.edition),
        workspace.folder().string(),
        "planmark list shows the documents; planmark add FILE --system --part --edition settles one");

  EditionAnswers all{asked.edition,
                     asked.basis,
                     systems_counted(survey, systems, asked),
                     {},
                     remarks_on(survey, asked.edition)};
  const std::vector<std::string> parts = parts_of(rules);
  for (const std::string& system : all.systems) {
    for (const std::string& part : parts) {
      const auto found = survey.in_force.find({system, part});
      Result<const CountedDocument*> document = nullptr;
      if (found != survey.in_force.end()) document = counted(workspace, found->second, all);
      if (!document) return tl::unexpected(document.error());
      if (auto taken = answer_for(workspace, rules, asked.basis, {system, part}, *document, all.answers);
          !taken)
        return tl::unexpected(taken.error());
    }
  }
  all.answers = in_survey_order(std::move(all.answers), rules, parts);
  return all;
}

}  // namespace planmark
