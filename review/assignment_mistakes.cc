// What stands against giving out a list of assignments.
#include <algorithm>
#include <map>
#include <set>

#include "analyze/analyze.h"
#include "base/format.h"
#include "review/assignment_store.h"
#include "review/availability.h"
#include "review/extraction_store.h"
#include "review/identity_store.h"
#include "review/people.h"

namespace planmark {
namespace {

bool is_date(std::string_view text) {
  return text.size() == 10 && is_time_stamp(std::string(text) + "T00:00:00Z");
}

struct Wrong {
  std::string what{};  // empty: nothing
  const char* about = "";
};

// Reads once what every assignment is held against, and grows with each that is looked at.
class Given {
 public:
  Given(Transaction& look, const RuleBook& rules)
      : look_(look),
        rules_(rules),
        availability_(stored_availability(look)),
        identities_(standing_identities(look)),
        given_(stored_assignments(look)) {
    for (const Assignment& assignment : given_) documents_[assignment.person].insert(assignment.sha256);
  }

  Wrong mistake_in(const Assignment& assignment) {
    Wrong wrong = mistake_in_itself(assignment);
    if (wrong.what.empty()) wrong = {mistake_in_person(assignment), "person"};
    if (wrong.what.empty()) wrong = {mistake_beside_others(assignment), "person"};
    if (wrong.what.empty()) {
      given_.push_back(assignment);
      documents_[assignment.person].insert(assignment.sha256);
    }
    return wrong;
  }

 private:
  const Identity& identity(const std::string& sha256) { return identities_[sha256].identity; }

  Wrong mistake_in_itself(const Assignment& assignment) {
    if (!is_registered(look_, assignment.sha256)) return {"no such document in the workspace", "system"};
    const std::string& part = identity(assignment.sha256).part;
    bool asked = false, known = assignment.criterion.empty();
    for (const Question& question : rules_.questions) {
      if (!is_asked_of(question, part)) continue;
      asked = true;
      known = known || covers(assignment, question);
    }
    if (!asked) return {format("nothing is asked of a document of part \"{}\"", part), "part"};
    if (!known) return {format("\"{}\" is not a criterion of a {}", assignment.criterion, part), "criterion"};
    if (assignment.mark == Mark::adjudication) return {"an adjudication is not assigned", "mark"};
    if (!assignment.due.empty() && !is_date(assignment.due))
      return {format("\"{}\" is not a date: write 2026-03-31", assignment.due), "due"};
    return {};
  }

  std::string mistake_in_person(const Assignment& assignment) {
    const std::optional<Person> person = stored_person(look_, assignment.person);
    if (!person || !person->active || !has_role(*person, Role::reviewer))
      return format("nobody active who reviews has the sign-in name \"{}\"", assignment.person);
    const Availability& can = availability_[assignment.person];
    const std::string& system = identity(assignment.sha256).system;
    if (std::binary_search(can.conflicts.begin(), can.conflicts.end(), system))
      return format("{} has a conflict of interest with {}", assignment.person, system);
    const std::set<std::string>& documents = documents_[assignment.person];
    if (can.capacity && documents.size() >= *can.capacity && !documents.contains(assignment.sha256))
      return format("{} takes {} documents at most", assignment.person, *can.capacity);
    return {};
  }

  std::string mistake_beside_others(const Assignment& assignment) const {
    for (const Assignment& other : given_) {
      if (!overlap(assignment, other)) continue;
      const bool same_person = other.person == assignment.person;
      if (same_person && other.mark != assignment.mark)
        return format("{} has the {} mark of this: first and second are of different people", other.person,
                      name_of(other.mark));
      if (!same_person && other.mark == assignment.mark)
        return format("{} has the {} mark of this already", other.person, name_of(other.mark));
    }
    return {};
  }

  bool overlap(const Assignment& a, const Assignment& b) const {
    if (a.sha256 != b.sha256) return false;
    return std::any_of(rules_.questions.begin(), rules_.questions.end(),
                       [&](const Question& question) { return covers(a, question) && covers(b, question); });
  }

  Transaction& look_;
  const RuleBook& rules_;
  std::map<std::string, Availability> availability_;
  std::map<std::string, StandingIdentity> identities_;
  std::vector<Assignment> given_;
  std::map<std::string, std::set<std::string>> documents_;  // by person
};

}  // namespace

std::vector<AssignmentMistake> stored_mistakes_in(Transaction& look, const RuleBook& rules,
                                                  const std::vector<Assignment>& assignments) {
  std::vector<AssignmentMistake> mistakes;
  Given given(look, rules);
  for (std::size_t i = 0; i < assignments.size(); ++i)
    if (Wrong wrong = given.mistake_in(assignments[i]); !wrong.what.empty())
      mistakes.push_back({i, std::move(wrong.what), wrong.about});
  return mistakes;
}

}  // namespace planmark
