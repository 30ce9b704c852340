#include "workbench/respond.h"

#include <algorithm>
#include <chrono>
#include <exception>

#include "base/ascii.h"
#include "base/sha256.h"
#include "review/refusal.h"
#include "review/session.h"
#include "workbench/clock.h"
#include "workbench/multipart.h"
#include "workbench/secret.h"
#include "workbench/session_cookie.h"

namespace planmark {
namespace {

Problem no_such_page() {
  return {ProblemKind::not_found, "there is no such page", "", "go back to the list of documents"};
}

bool is_known_host(const Bench& bench, const Request& request) {
  const std::string host = lower_ascii(value_of(request.headers, "host"));
  return std::find(bench.hosts.begin(), bench.hosts.end(), host) != bench.hosts.end();
}

// A browser says where a form was sent from; what is not a browser need not, and has the form key to show.
bool comes_from_here(const Request& request) {
  const std::string_view site = value_of(request.headers, "sec-fetch-site");
  if (!site.empty() && site != "same-origin") return false;
  const std::string origin = lower_ascii(value_of(request.headers, "origin"));
  if (origin.empty()) return true;
  const std::string host = lower_ascii(value_of(request.headers, "host"));
  return origin == "http://" + host || origin == "https://" + host;
}

Result<Fields> form_of(const Request& request) {
  const std::string type = lower_ascii(value_of(request.headers, "content-type"));
  if (type.starts_with("application/x-www-form-urlencoded")) return parse_form(request.body);
  if (type.starts_with("multipart/form-data")) return parse_multipart(request);
  if (request.body.empty()) return Fields{};
  return failure(ProblemKind::bad_input, "the form is not in a form that planmark reads");
}

bool has_form_key(const Visit& visit) {
  std::string_view given = value_of(visit.form, "form_key");
  if (given.empty()) given = value_of(visit.request.headers, "x-form-key");
  return !visit.token.empty() && same_secret(given, form_token(visit.token));
}

// Behind a proxy everyone's address is the proxy's; the last one that it names is whom it heard itself.
std::string address_of(const Bench& bench, const Request& request) {
  if (!bench.behind_proxy) return request.peer;
  const std::string_view forwarded = value_of(request.headers, "x-forwarded-for");
  const std::size_t comma = forwarded.rfind(',');
  std::string_view last = comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1);
  last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
  return last.empty() ? request.peer : std::string(last.substr(0, 64));
}

Response sign_in_first(const Visit& visit) {
  if (visit.request.method == "GET" && !wants_json(visit.request))
    return redirect("/sign-in?next=" + percent_encoded(visit.request.path));
  Response response = problem_page(visit, {ProblemKind::bad_input, "you are not signed in", "",
                                           "sign in; what you wrote is kept in your browser"});
  response.status = 401;
  return response;
}

// Of a stranger the name that they gave themselves. That it could not be noted changes nothing for them.
void note_if_refused(Bench& bench, const Visit& visit, const Response& response) {
  if (response.refusal.empty()) return;
  const std::string person =
      visit.person ? visit.person->name : lower_ascii(value_of(visit.form, "name").substr(0, 100));
  const auto word =
      bench.refusals.next(visit.person ? person : visit.address, std::chrono::steady_clock::now());
  if (word == RefusalRate::Word::pass_over) return;
  const bool is_last = word == RefusalRate::Word::note_last;
  (void)note_refusal(
      visit.workspace,
      {.at = visit.now,
       .person = person,
       .address = visit.address,
       .request = visit.request.method + " " + visit.request.path,
       .why = response.refusal + (is_last ? "; further ones of this minute are not noted" : "")});
}

Response answer(Bench& bench, Visit& visit, const Routed& routed) {
  const bool is_post = visit.request.method == "POST";
  if (is_post && !comes_from_here(visit.request)) return forbidden(visit, "this was sent from another site");
  if (auto known = know_visitor(visit); !known) return problem_page(visit, known.error());
  const Person* person = visit.person ? &*visit.person : nullptr;
  if (!may(person, routed.route->access)) {
    if (person == nullptr) return sign_in_first(visit);
    return forbidden(visit, "this page is not for your role",
                     "a coordinator can give you another under People");
  }
  if (is_post) {
    auto form = form_of(visit.request);
    if (!form) return problem_page(visit, form.error());
    visit.form = std::move(*form);
    if (!has_form_key(visit))
      return forbidden(visit, "this form is out of date, or is not one of ours",
                       "load the page again; what you wrote is kept in your browser");
  }
  return routed.route->handle(bench, visit);
}

Response unguarded(Bench& bench, std::span<const Route> table, const Request& request) {
  if (!is_known_host(bench, request)) return plain_text(421, "planmark does not answer to that name.");
  auto workspace = bench.workspaces.lease();
  if (!workspace) return plain_text(503, describe(workspace.error()));
  Visit visit{.request = request, .workspace = **workspace, .now = time_stamp_in(std::chrono::seconds(0))};
  visit.address = address_of(bench, request);
  Routed routed = find_route(table, request);
  if (routed.route == nullptr && routed.other_method) return plain_text(405, "That is not done here.");
  if (routed.route == nullptr) return problem_page(visit, no_such_page());
  visit.places = std::move(routed.places);
  Response response = answer(bench, visit, routed);
  note_if_refused(bench, visit, response);
  return response;
}

void add_if_missing(Response& response, const char* name, const char* value) {
  const auto has = std::any_of(response.headers.begin(), response.headers.end(),
                               [&](const auto& header) { return header.first == name; });
  if (!has) response.headers.emplace_back(name, value);
}

// Nothing from elsewhere, nothing inside another site's frame, no script or style inside a page.
void guard(const Bench& bench, Response& response) {
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("X-Frame-Options", "DENY");
  // Not "no-referrer": a browser would then send its own forms with "Origin: null", as if from elsewhere.
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  if (bench.behind_proxy) response.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  add_if_missing(response, "Cache-Control", "no-store");
}

}  // namespace

Response respond(Bench& bench, std::span<const Route> table, const Request& request) {
  Response response;
  try {
    response = unguarded(bench, table, request);
  } catch (const std::exception& error) {
    response =
        plain_text(500, "Something is wrong inside planmark. What you did last may not have been kept.");
  }
  guard(bench, response);
  return response;
}

}  // namespace planmark
