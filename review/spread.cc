#include "review/spread.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <tuple>

#include "analyze/analyze.h"
#include "base/sha256.h"
#include "review/assignment_store.h"
#include "review/availability.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/reply.h"

namespace planmark {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

template <class Value, class Name>
std::vector<Value> shuffled(std::vector<Value> values, const std::string& seed, Name name) {
  std::vector<std::pair<std::string, Value>> drawn;
  for (Value& value : values) drawn.emplace_back(sha256_hex(seed + "\n" + name(value)), std::move(value));
  std::sort(drawn.begin(), drawn.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  values.clear();
  for (auto& [draw, value] : drawn) values.push_back(std::move(value));
  return values;
}

class Spreader {
 public:
  Spreader(std::vector<SpreadDocument> documents, std::vector<SpreadPerson> people)
      : documents_(std::move(documents)),
        people_(std::move(people)),
        taker_(documents_.size(), nobody),
        taken_(people_.size()) {}

  Spread run() {
    Spread spread;
    for (std::size_t document = 0; document < documents_.size(); ++document) give(document);
    for (std::size_t document = 0; document < documents_.size(); ++document)
      if (taker_[document] == nobody)
        spread.left.push_back(documents_[document].sha256);
      else
        spread.given.emplace_back(documents_[document].sha256, people_[taker_[document]].name);
    std::sort(spread.left.begin(), spread.left.end());
    std::sort(spread.given.begin(), spread.given.end());
    return spread;
  }

 private:
  bool may_take(std::size_t person, std::size_t document) const {
    const auto& barred = documents_[document].barred;
    return std::find(barred.begin(), barred.end(), people_[person].name) == barred.end();
  }

  bool has_room(std::size_t person) const {
    return !people_[person].capacity || people_[person].load < *people_[person].capacity;
  }

  // Which document each person would take on the way, breadth first; nobody's where not reached.
  std::vector<std::size_t> reached_from(std::size_t document) const {
    std::vector<std::size_t> by(people_.size(), nobody);
    std::deque<std::size_t> next{document};
    while (!next.empty()) {
      const std::size_t at = next.front();
      next.pop_front();
      for (std::size_t person = 0; person < people_.size(); ++person) {
        if (by[person] != nobody || !may_take(person, at)) continue;
        by[person] = at;
        next.insert(next.end(), taken_[person].begin(), taken_[person].end());
      }
    }
    return by;
  }

  void give(std::size_t document) {
    const std::vector<std::size_t> by = reached_from(document);
    std::size_t least = nobody;
    for (std::size_t person = 0; person < people_.size(); ++person)
      if (by[person] != nobody && has_room(person) &&
          (least == nobody || people_[person].load < people_[least].load))
        least = person;
    if (least == nobody) return;
    ++people_[least].load;
    // Back along the chain: each takes the document that reached them, from whoever had it.
    for (std::size_t person = least; person != nobody;) {
      const std::size_t taken = by[person];
      const std::size_t before = taker_[taken];
      if (before != nobody) taken_[before].erase(taken);
      taken_[person].insert(taken);
      taker_[taken] = person;
      person = before;
    }
  }

  std::vector<SpreadDocument> documents_;
  std::vector<SpreadPerson> people_;
  std::vector<std::size_t> taker_;            // of each document
  std::vector<std::set<std::size_t>> taken_;  // by each person
};

// What the workspace knows of who can take what.
class Circumstances {
 public:
  explicit Circumstances(Transaction& look)
      : availability_(stored_availability(look)),
        identities_(standing_identities(look)),
        given_(stored_assignments(look)) {
    Statement row = look.prepare("SELECT DISTINCT document, mark, person FROM decision");
    row.with();
    while (row.next()) made_.insert({row.text(0), stored_value<Mark>(look, row.text(1)), row.text(2)});
  }

  const std::map<std::string, StandingIdentity>& identities() const { return identities_; }

  bool is_given(const std::string& sha256, Mark mark) const {
    return std::any_of(given_.begin(), given_.end(), [&](const Assignment& assignment) {
      return assignment.sha256 == sha256 && assignment.mark == mark;
    });
  }

  bool is_given(const std::string& sha256, Mark mark, const Question& question) const {
    return std::any_of(given_.begin(), given_.end(), [&](const Assignment& assignment) {
      return assignment.sha256 == sha256 && assignment.mark == mark && covers(assignment, question);
    });
  }

  SpreadPerson person(const std::string& name) const {
    std::set<std::string> documents;
    for (const Assignment& assignment : given_)
      if (assignment.person == name) documents.insert(assignment.sha256);
    return {name, static_cast<std::uint32_t>(documents.size()), of(name).capacity};
  }

  SpreadDocument document(const std::string& sha256, Mark mark) const {
    SpreadDocument document{sha256};
    for (const auto& [name, can] : availability_)
      if (!may_take(name, sha256, mark)) document.barred.push_back(name);
    return document;
  }

  // Which of these people has second marks of the document already and may have more; empty: nobody.
  std::string second_marker_of(const std::string& sha256, const std::vector<std::string>& people) const {
    for (const std::string& name : people)
      if (has(name, sha256, Mark::second) && may_take(name, sha256, Mark::second)) return name;
    return {};
  }

 private:
  const Availability& of(const std::string& person) const {
    static const Availability any;
    const auto found = availability_.find(person);
    return found == availability_.end() ? any : found->second;
  }

  // Of some of the document, given or made.
  bool has(const std::string& person, const std::string& sha256, Mark mark) const {
    return made_.contains({sha256, mark, person}) ||
           std::any_of(given_.begin(), given_.end(), [&](const Assignment& assignment) {
             return assignment.sha256 == sha256 && assignment.mark == mark && assignment.person == person;
           });
  }

  bool may_take(const std::string& person, const std::string& sha256, Mark mark) const {
    const auto& conflicts = of(person).conflicts;
    const auto identity = identities_.find(sha256);
    const bool conflict =
        identity != identities_.end() &&
        std::binary_search(conflicts.begin(), conflicts.end(), identity->second.identity.system);
    return !conflict && !has(person, sha256, mark == Mark::first ? Mark::second : Mark::first);
  }

  std::map<std::string, Availability> availability_;  // of everybody
  std::map<std::string, StandingIdentity> identities_;
  std::vector<Assignment> given_;
  std::set<std::tuple<std::string, Mark, std::string>> made_;  // document, mark, person
};

void store_all(Transaction& change, const RuleBook& rules, const std::vector<Assignment>& wanted,
               const Act& by) {
  for (const AssignmentMistake& mistake : stored_mistakes_in(change, rules, wanted))
    change.fail({ProblemKind::bad_input, mistake.what, wanted[mistake.index].sha256, {}});
  for (const Assignment& assignment : wanted) store_assignment(change, assignment, by);
}

std::vector<std::string> names_of_reviewers(Transaction& look) {
  std::vector<std::string> names;
  Statement row = look.prepare(
      "SELECT name FROM person JOIN person_role ON person = name"
      " WHERE active AND role = 'reviewer' ORDER BY name");
  row.with();
  while (row.next()) names.push_back(row.text(0));
  return names;
}

// What is wanted of one document and nobody has yet: ids of questions.
std::vector<std::string> wanted_of(const std::string& sha256, const std::string& part, const RuleBook& rules,
                                   const SecondMarkOrder& order, const Circumstances& known) {
  std::vector<std::string> wanted;
  for (const Question& question : rules.questions) {
    if (question.type == AnswerType::free_text || !is_asked_of(question, part) ||
        known.is_given(sha256, Mark::second, question))
      continue;
    if (!order.picked.empty() || is_chosen(Sample::second_mark, order.sample, sha256, question.id))
      wanted.push_back(question.id);
  }
  return wanted;
}

bool is_asked_for(const std::string& sha256, const SecondMarkOrder& order) {
  return order.picked.empty() ||
         std::find(order.picked.begin(), order.picked.end(), sha256) != order.picked.end();
}

}  // namespace

Spread spread_evenly(const std::vector<SpreadDocument>& documents, const std::vector<SpreadPerson>& people,
                     const std::string& seed) {
  return Spreader(shuffled(documents, seed, [](const SpreadDocument& d) { return d.sha256; }),
                  shuffled(people, seed, [](const SpreadPerson& p) { return p.name; }))
      .run();
}

Result<Spread> assign_evenly(Workspace& workspace, const RuleBook& rules,
                             const std::vector<std::string>& documents,
                             const std::vector<std::string>& people, Mark mark, const std::string& due,
                             const std::string& seed, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  const Circumstances known(change);
  std::vector<SpreadDocument> open;
  for (const std::string& sha256 : documents)
    if (!known.is_given(sha256, mark)) open.push_back(known.document(sha256, mark));
  std::vector<SpreadPerson> takers;
  for (const std::string& name : people) takers.push_back(known.person(name));
  Spread spread = spread_evenly(open, takers, seed);
  std::vector<Assignment> wanted;
  for (const auto& [sha256, name] : spread.given) wanted.push_back({sha256, "", name, mark, due});
  store_all(change, rules, wanted, by);
  return change.commit(std::move(spread));
}

Result<SecondMarks> give_second_marks(Workspace& workspace, const RuleBook& rules,
                                      const SecondMarkOrder& order, const Act& by) {
  Transaction change(workspace.database(), Transaction::Kind::write);
  const Circumstances known(change);
  const std::vector<std::string> names = names_of_reviewers(change);
  const std::set<std::string> done = final_documents(change);
  std::map<std::string, std::vector<std::string>> wanted;  // questions, by document
  SecondMarks marks;
  std::vector<SpreadDocument> open;
  for (const auto& [sha256, standing] : known.identities()) {
    if (!is_asked_for(sha256, order) || done.contains(sha256)) continue;
    auto questions = wanted_of(sha256, standing.identity.part, rules, order, known);
    if (questions.empty()) continue;
    wanted.emplace(sha256, std::move(questions));
    if (const std::string person = known.second_marker_of(sha256, names); !person.empty())
      marks.spread.given.emplace_back(sha256, person);
    else
      open.push_back(known.document(sha256, Mark::second));
  }
  std::vector<SpreadPerson> takers;
  for (const std::string& name : names) takers.push_back(known.person(name));
  Spread spread = spread_evenly(open, takers, order.sample.seed);
  auto& given = marks.spread.given;
  given.insert(given.end(), spread.given.begin(), spread.given.end());
  std::sort(given.begin(), given.end());
  marks.spread.left = std::move(spread.left);
  std::vector<Assignment> assigned;
  for (const auto& [sha256, name] : given)
    for (const std::string& question : wanted[sha256])
      assigned.push_back({sha256, question, name, Mark::second, order.due});
  marks.questions = assigned.size();
  store_all(change, rules, assigned, by);
  return change.commit(std::move(marks));
}

}  // namespace planmark
