#include "base/ascii.h"
#include "base/format.h"
#include "workbench/assets.h"
#include "workbench/bench.h"
#include "workbench/json.h"
#include "workbench/secret.h"
#include "workbench/templates.h"

namespace planmark {
namespace {

unsigned status_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::not_found:
      return 404;
    case ProblemKind::bad_input:
      return 422;
    case ProblemKind::storage:
      return 503;
    default:
      return 500;
  }
}

std::string address_of(const char* file) {
  const Asset* asset = find_asset(format("static/{}", file));
  return format("/static/{}?v={}", file, asset == nullptr ? "" : asset->sha256.substr(0, 16));
}

}  // namespace

std::string Visit::place(std::string_view name) const { return std::string(value_of(places, name)); }

bool wants_json(const Request& request) {
  return request.path.starts_with("/api/") ||
         value_of(request.headers, "accept").find("application/json") != std::string_view::npos;
}

View frame_of(const Visit& visit, std::string title) {
  View frame;
  frame.set("title", std::move(title));
  frame.set("style_sheet", address_of("planmark.css")).set("script", address_of("desk.js"));
  frame.set("icon", address_of("planmark.svg"));
  frame.set("signed_in", visit.person.has_value());
  if (!visit.token.empty()) frame.set("form_key", form_token(visit.token));
  if (visit.person) {
    frame.set("person", visit.person->shown).set("person_name", visit.person->name);
    frame.set("coordinates", has_role(*visit.person, Role::coordinator));
    frame.set("adjudicates", has_role(*visit.person, Role::adjudicator));
  }
  return frame;
}

Response page(const Visit& visit, const std::string& name, std::string title, const View& view) {
  Response response;
  response.body = page_of(name, frame_of(visit, std::move(title)), view);
  return response;
}

Response problem_page(const Visit& visit, const Problem& problem) {
  Response response;
  if (wants_json(visit.request)) {
    response = json_response(problem_json(problem));
  } else {
    View view{{"what", problem.what}, {"where", problem.where}, {"fix", problem.fix}};
    response = page(visit, "problem", "Not done", view);
  }
  response.status = status_of(problem.kind);
  return response;
}

Response forbidden(const Visit& visit, std::string what, std::string fix) {
  Response response = problem_page(visit, {ProblemKind::bad_input, what, "", std::move(fix)});
  response.status = 403;
  response.refusal = std::move(what);
  return response;
}

}  // namespace planmark
