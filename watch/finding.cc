#include "watch/finding.h"

#include <map>
#include <set>

namespace planmark {
namespace {

using Kind = WebFinding::Kind;
using Outcome = Sighting::Outcome;

class Comparison {
 public:
  Comparison(const std::vector<Sighting>& round, const std::vector<Sighting>& before) : round_(round) {
    for (const Sighting& sighting : round) now_.emplace(sighting.address, &sighting);
    for (const Sighting& sighting : before) {
      before_.emplace(sighting.address, &sighting);
      if (!sighting.sha256.empty()) homes_[sighting.sha256].push_back(sighting.address);
    }
  }

  std::vector<WebFinding> findings() {
    std::vector<WebFinding> found;
    for (const Sighting& sighting : round_) found.push_back(finding_of(sighting));
    std::set<std::string> left;
    for (const WebFinding& finding : found)
      if (finding.kind == Kind::moved) left.insert(finding.from);
    std::erase_if(found, [&](const WebFinding& finding) {
      return finding.kind == Kind::vanished && left.contains(finding.address);
    });
    for (WebFinding& finding : found) look_elsewhere(finding);
    return found;
  }

 private:
  WebFinding finding_of(const Sighting& now) {
    WebFinding finding{.address = now.address, .page = now.page, .sha256 = now.sha256, .at = now.at};
    finding.problem = now.problem;
    finding.is_page = now.is_page;
    const auto found = before_.find(now.address);
    const Sighting* last = found == before_.end() ? nullptr : found->second;
    if (now.outcome == Outcome::not_looked)
      finding.kind = Kind::not_looked;
    else if (now.outcome == Outcome::gone)
      finding.kind = last == nullptr                     ? Kind::missing
                     : last->outcome == Outcome::present ? Kind::vanished
                                                         : Kind::same;
    else if (now.is_page)
      finding.kind = last != nullptr && last->outcome == Outcome::gone ? Kind::returned : Kind::same;
    else
      tell_of_document(now, last, finding);
    return finding;
  }

  // A document that was at two addresses and is at one of them still has not vanished.
  void look_elsewhere(WebFinding& finding) const {
    const auto still = seen_.find(finding.sha256);
    if (finding.kind != Kind::vanished || still == seen_.end()) return;
    finding.kind = Kind::moved;
    finding.from = finding.address;
    finding.to = still->second;
  }

  void tell_of_document(const Sighting& now, const Sighting* last, WebFinding& finding) {
    const bool same_content = last != nullptr && last->sha256 == now.sha256;
    if (same_content && last->outcome == Outcome::gone) {
      finding.kind = Kind::returned;
    } else if (same_content && last->location != now.location) {
      finding.kind = Kind::moved;
      finding.from = last->location;
      finding.to = now.location;
    } else if (same_content) {
      finding.kind = Kind::same;
    } else if (last != nullptr && last->outcome == Outcome::present && !last->sha256.empty()) {
      finding.kind = Kind::changed;
      finding.before = last->sha256;
    } else {
      tell_of_new_address(now, finding);
    }
    seen_.emplace(now.sha256, now.address);
  }

  void tell_of_new_address(const Sighting& now, WebFinding& finding) {
    if (const auto other = seen_.find(now.sha256); other != seen_.end()) {
      finding.kind = Kind::copy;
      finding.from = other->second;
      return;
    }
    finding.kind = now.added ? Kind::fresh : Kind::same;
    const auto homes = homes_.find(now.sha256);
    if (homes == homes_.end()) return;
    for (const std::string& home : homes->second) {
      finding.kind = has_left(home, now.sha256) ? Kind::moved : Kind::copy;
      finding.from = home;
      if (finding.kind == Kind::copy) continue;
      finding.to = now.address;
      return;
    }
  }

  // Whether the address no longer has the document that it had.
  bool has_left(const std::string& address, const std::string& sha256) const {
    const auto now = now_.find(address);
    const bool told = now != now_.end() && now->second->outcome != Outcome::not_looked;
    const Sighting& last = told ? *now->second : *before_.at(address);
    return last.outcome == Outcome::gone || last.sha256 != sha256;
  }

  const std::vector<Sighting>& round_;
  std::map<std::string, const Sighting*> now_, before_;    // by address
  std::map<std::string, std::vector<std::string>> homes_;  // by document: its addresses before
  std::map<std::string, std::string> seen_;                // by document: the first address of this round
};

}  // namespace

const char* name_of(Kind kind) {
  switch (kind) {
    case Kind::fresh:
      return "new";
    case Kind::changed:
      return "changed";
    case Kind::moved:
      return "moved";
    case Kind::vanished:
      return "vanished";
    case Kind::returned:
      return "returned";
    case Kind::copy:
      return "also at";
    case Kind::missing:
      return "not there";
    case Kind::not_looked:
      return "not looked at";
    case Kind::same:
      return "the same";
  }
  return "the same";
}

std::vector<WebFinding> findings(const std::vector<Sighting>& round, const std::vector<Sighting>& before) {
  return Comparison(round, before).findings();
}

}  // namespace planmark
