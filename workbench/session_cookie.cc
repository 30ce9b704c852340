#include "workbench/session_cookie.h"

#include "base/format.h"
#include "base/sha256.h"
#include "review/session.h"
#include "workbench/clock.h"
#include "workbench/secret.h"

namespace planmark {
namespace {

constexpr const char* session_name = "planmark_session";
constexpr const char* form_name = "planmark_form";

bool is_token(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void set_cookie(const Bench& bench, Response& response, const char* name, const std::string& value,
                std::chrono::seconds lives) {
  response.headers.emplace_back("Set-Cookie",
                                format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", name, value,
                                       lives.count(), bench.behind_proxy ? "; Secure" : ""));
}

}  // namespace

Result<void> know_visitor(Visit& visit) {
  const std::string session = cookie(visit.request, session_name);
  if (is_token(session)) {
    auto person = session_person(visit.workspace, sha256_hex(session), visit.now);
    if (!person) return tl::unexpected(person.error());
    if (*person) {
      visit.person = std::move(**person);
      visit.token = session;
      return {};
    }
  }
  const std::string form = cookie(visit.request, form_name);
  if (is_token(form)) visit.token = form;
  return {};
}

Result<void> begin_session_of(const Bench& bench, const Visit& visit, const std::string& person,
                              Response& response) {
  const auto token = new_token();
  if (!token) return tl::unexpected(token.error());
  auto begun =
      begin_session(visit.workspace, {sha256_hex(*token), person, visit.now, time_stamp_in(session_length)});
  if (!begun) return begun;
  set_cookie(bench, response, session_name, *token, session_length);
  set_cookie(bench, response, form_name, "", std::chrono::seconds(0));
  return {};
}

void forget_session(const Bench& bench, Response& response) {
  set_cookie(bench, response, session_name, "", std::chrono::seconds(0));
}

Result<std::string> stranger_form_key(const Bench& bench, const Visit& visit, Response& response) {
  if (!visit.token.empty()) return form_token(visit.token);
  const auto token = new_token();
  if (!token) return tl::unexpected(token.error());
  set_cookie(bench, response, form_name, *token, session_length);
  return form_token(*token);
}

Result<std::string> new_sign_in_link(Workspace& workspace, const std::string& person, const Act& by) {
  const auto token = new_token();
  if (!token) return tl::unexpected(token.error());
  auto kept =
      keep_sign_in_link(workspace, {sha256_hex(*token), person, by.at, time_stamp_in(link_length)}, by);
  if (!kept) return tl::unexpected(kept.error());
  return "/welcome/" + *token;
}

}  // namespace planmark
