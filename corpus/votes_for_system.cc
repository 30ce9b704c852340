#include <algorithm>
#include <set>

#include "corpus/organisation.h"
#include "corpus/votes.h"

namespace planmark {
namespace {

struct Place {
  const System* system;
  std::size_t begin, end;  // words of the clue
  bool of_its_own;         // a board, brand or short name, which no mere county shares
};

// "West Sussex" is not Sussex, and a council or police force is not the system of its county.
bool is_part_of_another_name(const Clue& clue, const Place& place) {
  static const std::set<std::string> before = {"north",   "south",    "east",     "west",    "mid",
                                               "central", "northern", "southern", "eastern", "western"};
  static const std::set<std::string> after = {
      "county",  "city",    "council", "police",       "university", "hospital",  "hospitals",  "local",
      "borough", "unitary", "fire",    "safeguarding", "clinical",   "community", "healthcare", "foundation"};
  if (place.begin > 0 && before.contains(clue.words[place.begin - 1].text)) return true;
  return place.end < clue.words.size() && after.contains(clue.words[place.end].text);
}

// Whether the short name stands at `at` as it is printed in the register. File names are often all lower
// case, which is allowed for four letters and more; two or three letters need an organisation's words beside
// them.
bool is_short_name(const Clue& clue, std::size_t at, const std::string& name) {
  const std::string_view printed = slice(clue.text, clue.words[at].span);
  const bool in_file_name = clue.place == CluePlace::file_name;
  if (name.size() >= 4)
    return printed == name ||
           (in_file_name && printed == clue.words[at].text && phrase_words(name).front() == printed);
  return printed == name && is_named_as_organisation(clue, at, at + 1);
}

void add_places_of(const System& system, const Clue& clue, std::vector<Place>& places) {
  const auto add = [&](const std::string& name, bool of_its_own) {
    const std::vector<std::string> words = phrase_words(name);
    for (std::size_t at = find_phrase(clue.words, words); at < clue.words.size();
         at = find_phrase(clue.words, words, at + 1))
      places.push_back({&system, at, at + words.size(), of_its_own});
  };
  for (const std::string& alias : system.aliases) add(alias, true);
  add(system.board, true);
  add(system.name, false);
  for (const std::string& name : system.short_names)
    for (std::size_t at = 0; at < clue.words.size(); ++at)
      if (is_short_name(clue, at, name)) places.push_back({&system, at, at + 1, true});
}

// Longest names first, none inside another: "Surrey and Sussex" is not Sussex.
std::vector<Place> known_systems(const Clue& clue, const Register& systems) {
  std::vector<Place> found;
  for (const System& system : systems.systems) add_places_of(system, clue, found);
  std::ranges::stable_sort(found, std::ranges::greater(),
                           [](const Place& place) { return place.end - place.begin; });
  std::vector<Place> kept;
  for (const Place& place : found) {
    const auto overlaps = [&](const Place& other) {
      return place.begin < other.end && other.begin < place.end;
    };
    if (std::ranges::none_of(kept, overlaps)) kept.push_back(place);
  }
  std::erase_if(kept, [&](const Place& place) { return is_part_of_another_name(clue, place); });
  return kept;
}

std::string squeezed(const std::string& name) {
  std::string all;
  for (const std::string& word : phrase_words(name)) all += word;
  return all;
}

// True when one name says the other more fully: "Ash" and "Greater Ash and the Elm Coast".
bool agree(const std::string& a, const std::string& b) {
  if (squeezed(a) == squeezed(b)) return true;
  const std::vector<std::string> few = phrase_words(a.size() < b.size() ? a : b);
  const std::vector<FoldedWord> many = folded_words(a.size() < b.size() ? b : a);
  return find_phrase(many, few) < many.size();
}

bool is_code(const std::string& value, const Register& systems) {
  return std::ranges::any_of(systems.systems, [&](const System& system) { return system.code == value; });
}

struct Total {
  std::string value;
  unsigned weight = 0;
};

// Names that agree become the one that has most votes. Codes of the register stay.
void unite_names(const Register& systems, std::vector<Vote>& votes) {
  std::vector<Total> totals;
  for (const Vote& vote : votes) {
    auto found = std::ranges::find(totals, vote.value, &Total::value);
    if (found == totals.end()) found = totals.insert(totals.end(), Total{vote.value, 0});
    found->weight += vote.weight;
  }
  std::ranges::stable_sort(totals, std::ranges::greater(), &Total::weight);
  for (Vote& vote : votes) {
    if (is_code(vote.value, systems)) continue;
    const auto leader = std::ranges::find_if(totals, [&](const Total& total) {
      return !is_code(total.value, systems) && agree(total.value, vote.value);
    });
    vote.value = leader->value;
  }
}

bool overlaps_known(const NamedSystem& named, const std::vector<Place>& known) {
  return std::ranges::any_of(
      known, [&](const Place& place) { return named.begin < place.end && place.begin < named.end + 3; });
}

void vote_for_names(const Clue& clue, const Register& systems, SystemVotes& result) {
  const std::vector<Place> known = known_systems(clue, systems);
  for (const Place& place : known) {
    const bool outright = place.of_its_own || is_named_as_organisation(clue, place.begin, place.end) ||
                          names_organisation(clue);
    result.votes.push_back({place.system->code, (outright ? 3 : 1) * clue.weight, clue.source, clue.text});
    if (outright && clue.weight > 1) result.outright.push_back(result.votes.back());
  }
  for (const NamedSystem& named : named_systems(clue)) {
    if (overlaps_known(named, known)) continue;
    result.votes.push_back({named.name, (named.organisation ? 3 : 2) * clue.weight, clue.source, clue.text});
    if (named.organisation && clue.weight > 1) result.outright.push_back(result.votes.back());
  }
}

}  // namespace

SystemVotes votes_for_system(const std::vector<Clue>& clues, const Register& systems) {
  SystemVotes result;
  for (const Clue& clue : clues) {
    const std::size_t before = result.votes.size();
    vote_for_names(clue, systems, result);
    if (clue.place != CluePlace::file_name || result.votes.size() > before) continue;
    if (std::string name = name_in_file_name(clue); !name.empty())
      result.votes.push_back({std::move(name), clue.weight, clue.source, clue.text});
  }
  unite_names(systems, result.votes);
  unite_names(systems, result.outright);
  return result;
}

}  // namespace planmark
