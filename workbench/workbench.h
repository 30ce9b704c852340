// `planmark serve`: pages and an API over one workspace, on which people read evidence and decide.
//
// A request passes http_server.h (limits), respond.h (who may do what) and its route's handler (pages.h),
// which reads and writes through review/ and fills a template (templates.h). Answers to questions are made by
// people here and nowhere else.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "analyze/rule_book.h"
#include "base/result.h"
#include "compare/comparison_rules.h"
#include "compare/shared_text.h"
#include "corpus/register.h"
#include "review/workspace.h"
#include "workbench/http_server.h"

namespace planmark {

struct WorkbenchSettings {
  std::filesystem::path workspace;
  RuleBook rules;
  Register systems;
  ComparisonRules comparison;
  SharedTextRules shared;
  ExtractionVersion extraction;
  AnalysisVersion analysis;
  ServerSettings server{};
  // The name under which a TLS proxy publishes the server ("review.example.org"); empty: there is no proxy.
  std::string public_name{};
  std::string password{};  // opens encrypted documents to draw their pages; never stored
  unsigned workers = 2;    // that draw pages or read tables at once
};

class Workbench {
 public:
  // Opens the workspace (which must exist), starts what draws pages and reads tables, and listens. Requires:
  // the process has one thread. Errors: those of Workspace::open_existing() and HttpServer::listen().
  static Result<Workbench> open(WorkbenchSettings settings);
  ~Workbench();
  Workbench(Workbench&&) noexcept;
  Workbench& operator=(Workbench&&) noexcept;

  std::string address() const;  // "http://127.0.0.1:8642"
  std::uint16_t port() const;
  // Where nobody can sign in yet: adds the person "coordinator" and gives a link (the whole address) by which
  // they can, once. nullopt: somebody can sign in. Errors: storage.
  Result<std::optional<std::string>> first_link();

  void serve();  // until stop(), or a signal where the settings say so
  void stop();

 private:
  struct Rep;
  explicit Workbench(std::unique_ptr<Rep> rep);
  std::unique_ptr<Rep> rep_;
};

}  // namespace planmark
