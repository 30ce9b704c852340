#include "review/spread.h"

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/sha256.h"
#include "review/assignment_store.h"
#include "review/availability.h"
#include "review/identity_store.h"

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
        given_(stored_assignments(look)) {}

  bool is_given(const std::string& sha256, Mark mark) const {
    return std::any_of(given_.begin(), given_.end(), [&](const Assignment& assignment) {
      return assignment.sha256 == sha256 && assignment.mark == mark;
    });
  }

  SpreadPerson person(const std::string& name) {
    std::set<std::string> documents;
    for (const Assignment& assignment : given_)
      if (assignment.person == name) documents.insert(assignment.sha256);
    return {name, static_cast<std::uint32_t>(documents.size()), availability_[name].capacity};
  }

  SpreadDocument document(const std::string& sha256) {
    SpreadDocument document{sha256};
    const std::string& system = identities_[sha256].identity.system;
    for (const auto& [name, can] : availability_)
      if (std::binary_search(can.conflicts.begin(), can.conflicts.end(), system))
        document.barred.push_back(name);
    for (const Assignment& assignment : given_)
      if (assignment.sha256 == sha256) document.barred.push_back(assignment.person);
    return document;
  }

 private:
  std::map<std::string, Availability> availability_;
  std::map<std::string, StandingIdentity> identities_;
  std::vector<Assignment> given_;
};

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
  Circumstances known(change);
  std::vector<SpreadDocument> open;
  for (const std::string& sha256 : documents)
    if (!known.is_given(sha256, mark)) open.push_back(known.document(sha256));
  std::vector<SpreadPerson> takers;
  for (const std::string& name : people) takers.push_back(known.person(name));
  Spread spread = spread_evenly(open, takers, seed);
  std::vector<Assignment> wanted;
  for (const auto& [sha256, name] : spread.given) wanted.push_back({sha256, "", name, mark, due});
  for (const AssignmentMistake& mistake : stored_mistakes_in(change, rules, wanted))
    change.fail({ProblemKind::bad_input, mistake.what, wanted[mistake.index].sha256, {}});
  for (const Assignment& assignment : wanted) store_assignment(change, assignment, by);
  return change.commit(std::move(spread));
}

}  // namespace planmark
