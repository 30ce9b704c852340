#include <algorithm>
#include <set>

#include "corpus/organisation.h"
#include "corpus/votes.h"

namespace planmark {
namespace {

// A name of the register, folded once for all clues.
struct KnownName {
  const System* system;
  std::vector<std::string> words;
  bool of_its_own;         // a board, brand or short name, which no mere county shares
  std::string short_name;  // must stand as printed; empty for other names
};

struct Place {
  const System* system;
  std::size_t begin, end;  // words of the clue
  bool of_its_own;
};

std::vector<KnownName> known_names(const Register& systems) {
  std::vector<KnownName> names;
  for (const System& system : systems.systems) {
    names.push_back({&system, phrase_words(system.name), false, ""});
    names.push_back({&system, phrase_words(system.board), true, ""});
    for (const std::string& alias : system.aliases) names.push_back({&system, phrase_words(alias), true, ""});
    for (const std::string& name : system.short_names)
      names.push_back({&system, phrase_words(name), true, name});
  }
  return names;
}

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
bool is_printed_short_name(const Clue& clue, std::size_t at, const KnownName& known) {
  const std::size_t end = at + known.words.size();
  const std::string_view printed =
      slice(clue.text, {clue.words[at].span.begin, clue.words[end - 1].span.end});
  if (printed == known.short_name)
    return known.short_name.size() >= 4 || is_named_as_organisation(clue, at, end);
  return clue.place == CluePlace::file_name && known.short_name.size() >= 4 && printed == clue.words[at].text;
}

// Longest names first, none inside another: "Surrey and Sussex" is not Sussex.
std::vector<Place> known_systems(const Clue& clue, const std::vector<KnownName>& names) {
  std::vector<Place> found;
  for (const KnownName& name : names)
    for (std::size_t at = find_phrase(clue.words, name.words); at < clue.words.size();
         at = find_phrase(clue.words, name.words, at + 1))
      if (name.short_name.empty() || is_printed_short_name(clue, at, name))
        found.push_back({name.system, at, at + name.words.size(), name.of_its_own});
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

// Names that agree become the one that has most votes. Codes of the register stay.
void unite_names(const Register& systems, std::vector<Vote>& votes) {
  const std::vector<Total> totals = totals_of(votes);
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

void vote_for_names(const Clue& clue, const std::vector<KnownName>& names, SystemVotes& result) {
  const std::vector<Place> known = known_systems(clue, names);
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
  const std::vector<KnownName> names = known_names(systems);
  SystemVotes result;
  for (const Clue& clue : clues) {
    const std::size_t before = result.votes.size();
    vote_for_names(clue, names, result);
    if (clue.place != CluePlace::file_name || result.votes.size() > before) continue;
    if (std::string name = name_in_file_name(clue); !name.empty())
      result.votes.push_back({std::move(name), clue.weight, clue.source, clue.text});
  }
  unite_names(systems, result.votes);
  unite_names(systems, result.outright);
  return result;
}

}  // namespace planmark
