#include "review/progress.h"

#include <algorithm>
#include <map>
#include <set>

#include "analyze/analyze.h"
#include "base/format.h"
#include "review/assignment_store.h"
#include "review/database.h"
#include "review/disagreement.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/people.h"
#include "review/reply.h"

namespace planmark {
namespace {

using Place = std::pair<std::string, std::string>;  // document, question

// Everything that is counted, read once.
struct Known {
  std::map<std::string, StandingIdentity> identities;
  std::set<std::string> final_documents;
  std::set<Place> first, second, standing, disagreeing, second_given;
  std::vector<Assignment> assigned;
  std::set<std::tuple<std::string, std::string, std::string, Mark>> decided;  // document, question, person
  std::map<std::string, std::string> last;                                    // by person
};

void read_decisions(Transaction& look, Known& known) {
  Statement row = look.prepare("SELECT document, question, person, mark, at FROM decision ORDER BY number");
  row.with();
  while (row.next()) {
    const Place place{row.text(0), row.text(1)};
    const auto mark = stored_value<Mark>(look, row.text(3));
    if (mark != Mark::second) known.standing.insert(place);
    if (mark == Mark::first) known.first.insert(place);
    if (mark == Mark::second) known.second.insert(place);
    known.decided.insert({place.first, place.second, row.text(2), mark});
    known.last[row.text(2)] = row.text(4);
  }
}

void read_assignments(Transaction& look, const RuleBook& rules, Known& known) {
  known.assigned = stored_assignments(look);
  for (const Assignment& assignment : known.assigned) {
    const auto identity = known.identities.find(assignment.sha256);
    if (assignment.mark != Mark::second || identity == known.identities.end()) continue;
    for (const Question& question : rules.questions)
      if (covers(assignment, question) && is_asked_of(question, identity->second.identity.part))
        known.second_given.insert({assignment.sha256, question.id});
  }
}

std::vector<std::string> second_markers_of(const Known& known, const std::string& sha256) {
  std::set<std::string> names;
  for (const Assignment& assignment : known.assigned)
    if (assignment.sha256 == sha256 && assignment.mark == Mark::second) names.insert(assignment.person);
  return {names.begin(), names.end()};
}

Result<Known> read_known(const Workspace& workspace, const RuleBook& rules) {
  Known known;
  const auto open = open_disagreements(workspace, rules);
  if (!open) return tl::unexpected(open.error());
  for (const MarkedTwice& marks : *open) known.disagreeing.insert({marks.first.sha256, marks.first.question});
  Transaction look(workspace.database(), Transaction::Kind::read);
  known.identities = standing_identities(look);
  known.final_documents = final_documents(look);
  read_decisions(look, known);
  read_assignments(look, rules, known);
  return look.commit(std::move(known));
}

void add(const Known& known, const Place& place, Count& count) {
  ++count.questions;
  count.first += known.first.contains(place);
  count.second_given += known.second_given.contains(place);
  count.second += known.second.contains(place);
  count.disagreeing += known.disagreeing.contains(place);
  count.standing += known.standing.contains(place);
}

std::vector<DocumentProgress> documents_in(const Known& known, const RuleBook& rules) {
  std::vector<DocumentProgress> documents;
  for (const auto& [sha256, standing] : known.identities) {
    DocumentProgress document{sha256,
                              standing.identity,
                              {},
                              known.final_documents.contains(sha256),
                              second_markers_of(known, sha256)};
    for (const Question& question : rules.questions)
      if (is_asked_of(question, standing.identity.part)) add(known, {sha256, question.id}, document.count);
    if (document.count.questions > 0) documents.push_back(std::move(document));
  }
  std::stable_sort(documents.begin(), documents.end(),
                   [](const DocumentProgress& a, const DocumentProgress& b) {
                     return std::tie(a.identity.system, a.identity.part, a.identity.edition) <
                            std::tie(b.identity.system, b.identity.part, b.identity.edition);
                   });
  return documents;
}

std::vector<std::pair<std::string, Count>> criteria_in(const Known& known, const RuleBook& rules) {
  std::vector<std::pair<std::string, Count>> criteria;
  for (const Question& question : rules.questions) {
    auto at = std::find_if(criteria.begin(), criteria.end(),
                           [&](const auto& criterion) { return criterion.first == question.criterion; });
    if (at == criteria.end()) at = criteria.insert(criteria.end(), {question.criterion, {}});
    for (const auto& [sha256, standing] : known.identities)
      if (is_asked_of(question, standing.identity.part)) add(known, {sha256, question.id}, at->second);
  }
  return criteria;
}

// One person's assignments; a question that two of them name counts once.
PersonProgress progress_of(const std::string& person, const Known& known, const RuleBook& rules) {
  PersonProgress progress;
  progress.person = person;
  if (const auto last = known.last.find(person); last != known.last.end()) progress.last = last->second;
  std::set<std::string> documents;
  std::set<std::tuple<std::string, std::string, Mark>> counted;
  for (const Assignment& assignment : known.assigned) {
    const auto identity = known.identities.find(assignment.sha256);
    if (assignment.person != person || identity == known.identities.end()) continue;
    documents.insert(assignment.sha256);
    for (const Question& question : rules.questions) {
      if (!covers(assignment, question) || !is_asked_of(question, identity->second.identity.part) ||
          !counted.insert({assignment.sha256, question.id, assignment.mark}).second)
        continue;
      ++progress.questions;
      if (known.decided.contains({assignment.sha256, question.id, person, assignment.mark}))
        ++progress.decided;
      else if (!assignment.due.empty() && (progress.due.empty() || assignment.due < progress.due))
        progress.due = assignment.due;
    }
  }
  progress.documents = documents.size();
  return progress;
}

std::string why_unreadable(const RegisteredDocument& document) {
  if (document.refusal) return document.refusal->what;
  if (document.unreadable_pages == 0) return {};
  return format("{} of {} pages could not be read", document.unreadable_pages, document.pages);
}

using ByPart = std::map<std::pair<std::string, std::string>, std::vector<const RegisteredDocument*>>;

void add_gaps_of(const std::pair<std::string, std::string>& place,
                 const std::vector<const RegisteredDocument*>& documents, std::vector<DocumentGap>& gaps) {
  using enum DocumentGap::Kind;
  const auto& [system, part] = place;
  if (documents.empty()) gaps.push_back({missing, system, part, {}, format("no {}", part)});
  std::string newest;
  for (const RegisteredDocument* document : documents) newest = std::max(newest, document->identity.edition);
  for (const RegisteredDocument* document : documents) {
    if (std::string what = why_unreadable(*document); !what.empty())
      gaps.push_back({DocumentGap::Kind::unreadable, system, part, document->sha256, std::move(what)});
    if (document->identity.edition < newest)
      gaps.push_back({superseded, system, part, document->sha256, format("there is one of {}", newest)});
  }
}

}  // namespace

Result<std::map<std::string, Answered>> answered_questions(const Workspace& workspace) {
  Transaction look(workspace.database(), Transaction::Kind::read);
  std::map<std::string, Answered> found;
  Statement row = look.prepare(
      "SELECT document, count(*), (SELECT count(DISTINCT question) FROM decision"
      " WHERE decision.document = draft.document) FROM draft GROUP BY document");
  row.with();
  while (row.next())
    found[row.text(0)] = {static_cast<std::size_t>(row.integer(1)), static_cast<std::size_t>(row.integer(2))};
  return look.commit(std::move(found));
}

Result<Progress> progress(const Workspace& workspace, const RuleBook& rules) {
  const auto known = read_known(workspace, rules);
  if (!known) return tl::unexpected(known.error());
  const auto everybody = people(workspace);
  if (!everybody) return tl::unexpected(everybody.error());
  Progress progress{documents_in(*known, rules), criteria_in(*known, rules), {}};
  for (const Person& person : *everybody)
    if (person.active && has_role(person, Role::reviewer))
      progress.people.push_back(progress_of(person.name, *known, rules));
  return progress;
}

std::vector<DocumentGap> gaps_in(const std::vector<RegisteredDocument>& documents,
                                 const std::vector<std::string>& expected_systems,
                                 const std::vector<std::string>& expected_parts) {
  ByPart by_part;
  for (const std::string& system : expected_systems)
    for (const std::string& part : expected_parts) by_part[{system, part}];
  for (const RegisteredDocument& document : documents)
    by_part[{document.identity.system, document.identity.part}].push_back(&document);
  std::vector<DocumentGap> gaps;
  for (const auto& [place, found] : by_part) add_gaps_of(place, found, gaps);
  return gaps;
}

}  // namespace planmark
