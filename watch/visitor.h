// Asks for addresses as a polite guest: robots.txt is read first and kept to, a host is asked at most once in
// a while, and is left alone for the rest of the round when it says so or does not answer.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "base/result.h"
#include "watch/address.h"
#include "watch/fetch.h"
#include "watch/robots.h"

namespace planmark {

struct Manners {
  std::string product = "planmark";       // the name that robots.txt is read for
  std::chrono::milliseconds delay{5000};  // between two requests to one host; its robots.txt may ask for more
};

// The clock that delays are measured by. sleep() returns false when the user wants to stop.
struct WaitingClock {
  std::function<std::chrono::steady_clock::time_point()> now;
  std::function<bool(std::chrono::milliseconds)> sleep;
};

struct Known {
  std::string answered{};          // the address that gave what is had already, after redirects
  std::string etag{}, modified{};  // and what it said of it
};

struct Visit {
  FetchReply reply;        // not a redirect
  std::string answered{};  // the address that gave it
  std::string location{};  // where the address leads for good: behind its permanent redirects
};

class Visitor {
 public:
  Visitor(Fetch fetch, Manners manners, WaitingClock clock)
      : fetch_(std::move(fetch)), manners_(std::move(manners)), clock_(std::move(clock)) {}

  // Follows up to five redirects, each as a visit of its own; none from https to http. Errors: those of
  // Fetch; bad_input: robots.txt asks not to; a host that wants to be left alone; redirects without end or to
  // nowhere.
  Result<Visit> visit(const Address& address, const Known& known);

 private:
  struct Host {
    std::chrono::steady_clock::time_point last{};  // when its last reply ended
    bool asked = false;
    int silent = 0;      // requests in a row without an answer
    std::string closed;  // why it is left alone
  };

  Result<FetchReply> ask(const FetchRequest& request, std::chrono::milliseconds delay);
  Result<const RobotRules*> rules_of(const Address& address);
  Result<RobotRules> fetch_rules(const Address& address);
  Result<FetchReply> ask_politely(const Address& address, const Known& known);

  Fetch fetch_;
  Manners manners_;
  WaitingClock clock_;
  std::map<std::string, Host> hosts_;         // by name
  std::map<std::string, RobotRules> robots_;  // by origin
};

}  // namespace planmark
