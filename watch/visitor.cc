#include "watch/visitor.h"

#include <algorithm>

#include "base/format.h"

namespace planmark {
namespace {

constexpr int most_redirects = 5;
constexpr int most_silent = 3;
constexpr std::chrono::seconds longest_delay(120);  // that a robots.txt can ask for

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(int status) { return status == 301 || status == 308; }

Result<Address> next_of(const Address& at, const FetchReply& reply) {
  auto next = resolve(at, reply.location);
  if (reply.location.empty() || !next)
    return failure(ProblemKind::bad_input, "a redirect that leads nowhere", at.text);
  if (at.secure && !next->secure)
    return failure(ProblemKind::bad_input, "a redirect from https to http", at.text);
  return next;
}

}  // namespace

Result<FetchReply> Visitor::ask(const FetchRequest& request, std::chrono::milliseconds delay) {
  Host& host = hosts_[request.address.host];
  if (!host.closed.empty())
    return failure(ProblemKind::bad_input, "not asked: " + host.closed, request.address.text);
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(clock_.now() - host.last);
  if (host.asked && since < delay && !clock_.sleep(delay - since))
    return failure(ProblemKind::interrupted, "interrupted", request.address.text);
  auto reply = fetch_(request);
  host.asked = true;
  host.last = clock_.now();
  const bool silent = !reply && (reply.error().kind == ProblemKind::not_found ||
                                 reply.error().kind == ProblemKind::timed_out);
  host.silent = silent ? host.silent + 1 : 0;
  if (host.silent >= most_silent)
    host.closed = format("{} requests in a row had no answer from this host", most_silent);
  if (reply && (reply->status == 429 || (reply->status == 503 && !reply->retry_after.empty())))
    host.closed = "the host asks to be left alone for a while";
  return reply;
}

Result<RobotRules> Visitor::fetch_rules(const Address& address) {
  auto at = parse_address(address.origin + "/robots.txt");
  for (int hop = 0; at && hop <= most_redirects; ++hop) {
    auto reply = ask({.address = *at, .cut_at = most_robots_bytes}, manners_.delay);
    if (!reply) return tl::unexpected(reply.error());
    if (reply->status >= 200 && reply->status < 300) return parse_robots(reply->bytes, manners_.product);
    if (reply->status == 429 || reply->status >= 500) return all_forbidden();
    if (!is_redirect(reply->status)) return all_allowed();
    at = next_of(*at, *reply);
  }
  return all_allowed();  // RFC 9309, 2.3.1.2: after five redirects as if there were none
}

Result<const RobotRules*> Visitor::rules_of(const Address& address) {
  const auto known = robots_.find(address.origin);
  if (known != robots_.end()) return &known->second;
  auto rules = fetch_rules(address);
  if (!rules) {
    Problem problem = rules.error();
    if (problem.kind != ProblemKind::interrupted) problem.what = "its robots.txt: " + problem.what;
    problem.where = address.text;
    return tl::unexpected(problem);
  }
  return &robots_.emplace(address.origin, std::move(*rules)).first->second;
}

Result<FetchReply> Visitor::ask_politely(const Address& address, const Known& known) {
  auto rules = rules_of(address);
  if (!rules) return tl::unexpected(rules.error());
  if (!(*rules)->allow(address.path))
    return failure(ProblemKind::bad_input, "the site's robots.txt asks not to read this, or cannot be had",
                   address.text, "read it in a browser, and add it with planmark add");
  const auto delay =
      std::max<std::chrono::milliseconds>(manners_.delay, std::min((*rules)->delay, longest_delay));
  const bool same = known.answered == address.text;
  return ask({.address = address, .etag = same ? known.etag : "", .modified = same ? known.modified : ""},
             delay);
}

Result<Visit> Visitor::visit(const Address& address, const Known& known) {
  Address at = address;
  std::string location = address.text;
  bool permanent = true;
  for (int hop = 0; hop <= most_redirects; ++hop) {
    auto reply = ask_politely(at, known);
    if (!reply) return tl::unexpected(reply.error());
    if (!is_redirect(reply->status)) return Visit{std::move(*reply), at.text, location};
    auto next = next_of(at, *reply);
    if (!next) return tl::unexpected(next.error());
    permanent = permanent && is_permanent(reply->status);
    at = std::move(*next);
    if (permanent) location = at.text;
  }
  return failure(ProblemKind::bad_input, format("more than {} redirects", most_redirects), address.text);
}

}  // namespace planmark
