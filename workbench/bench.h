// What all requests share, and what each has of its own.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyze/rule_book.h"
#include "compare/comparison_rules.h"
#include "compare/shared_text.h"
#include "corpus/register.h"
#include "review/people.h"
#include "review/workspace.h"
#include "workbench/confined_work.h"
#include "workbench/page_pictures.h"
#include "workbench/reading_copies.h"
#include "workbench/refusal_rate.h"
#include "workbench/request.h"
#include "workbench/sign_in_rate.h"
#include "workbench/view.h"
#include "workbench/workspace_pool.h"

namespace planmark {

struct Bench {
  const RuleBook rules;
  const Register systems;
  const ComparisonRules comparison;
  const SharedTextRules shared;
  const ExtractionVersion extraction;
  const AnalysisVersion analysis;
  // "127.0.0.1:8642": the names under which the server may be asked for, in small letters. Others are
  // refused: a page of another site that points its name at this machine learns nothing.
  std::vector<std::string> hosts;
  bool behind_proxy = false;  // which speaks TLS: cookies are Secure, and it says whom a request is from
  WorkspacePool workspaces;
  ConfinedWork work;
  PagePictures pictures;
  ReadingCopies copies;
  SignInRate sign_ins{};
  RefusalRate refusals{};
};

struct Visit {
  const Request& request;
  Workspace& workspace;
  std::string now;      // ISO 8601, UTC
  Fields places{};      // what stands for {names} of the route
  Fields form{};        // of a POST
  std::string token{};  // of the session, or of the form cookie of who is not signed in
  std::optional<Person> person{};
  std::string address{};  // where the request is from

  std::string place(std::string_view name) const;  // empty: the route has none of that name
  Act act() const { return {person ? person->name : "", now}; }
};

// The layout's part of a page: title, who is signed in, the form key.
View frame_of(const Visit& visit, std::string title);

Response page(const Visit& visit, const std::string& name, std::string title, const View& view);
// A page that says what went wrong, with a status that fits its kind; JSON where the request asks for that.
Response problem_page(const Visit& visit, const Problem& problem);
// 403: the visitor may not do or see this, and that is noted.
Response forbidden(const Visit& visit, std::string what, std::string fix = {});
bool wants_json(const Request& request);

}  // namespace planmark
