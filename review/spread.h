// Giving documents to people so that the loads differ as little as they can.
//
// Each document is given along the shortest chain of moves that ends at the least loaded person it can reach:
// "A takes this, B takes one of A's". Done for one document after another this gives an assignment of the
// least unequal loads (Harvey, Ladner, Lovász and Tamir, "Semi-matchings for bipartite graphs and load
// balancing", Journal of Algorithms 59 (2006), 53-78). Who takes which document is drawn by the seed: same
// seed, same result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "review/assignment.h"
#include "review/sampling.h"

namespace planmark {

struct SpreadDocument {
  std::string sha256;
  std::vector<std::string> barred{};  // people who may not take it
};

struct SpreadPerson {
  std::string name;
  std::uint32_t load = 0;  // documents that the person has already
  std::optional<std::uint32_t> capacity{};
};

struct Spread {
  std::vector<std::pair<std::string, std::string>> given;  // document and person, sorted
  std::vector<std::string> left;                           // documents that nobody can take, sorted
  friend bool operator==(const Spread&, const Spread&) = default;
};

Spread spread_evenly(const std::vector<SpreadDocument>& documents, const std::vector<SpreadPerson>& people,
                     const std::string& seed);

// Gives the whole of each document, for this mark, to the people named (sign-in names); those that somebody
// has for it in part or whole already are passed over. Capacities and conflicts of interest hold, and nobody
// is given one mark who has, or has made, the other. Errors: as of assign().
Result<Spread> assign_evenly(Workspace& workspace, const RuleBook& rules,
                             const std::vector<std::string>& documents,
                             const std::vector<std::string>& people, Mark mark, const std::string& due,
                             const std::string& seed, const Act& by);

// Second marks of the questions that the sample Sample::second_mark holds (those of free text left out: no
// two texts are the same), or of all questions of the documents that are picked, given to people who review.
//
// One person has them all for one document: who has second marks of it already, or else whom the spread
// names. Nobody is given the second mark of a document of which they have or have made first marks.
// Capacities and conflicts of interest hold. The same sample over the same workspace gives the same; what was
// given before stays, so that a larger share adds to a smaller one. Errors: as of assign().
struct SecondMarkOrder {
  SampleSetting sample;               // its seed also draws who takes what
  std::vector<std::string> picked{};  // documents; empty: what the sample holds of all that are asked
  std::string due{};
};
struct SecondMarks {
  std::size_t questions = 0;  // given now
  Spread spread;
};
Result<SecondMarks> give_second_marks(Workspace& workspace, const RuleBook& rules,
                                      const SecondMarkOrder& order, const Act& by);

}  // namespace planmark
