// Signing in, signing out, and the one-time link by which a person first comes in.
#include <chrono>

#include "base/ascii.h"
#include "base/format.h"
#include "base/sha256.h"
#include "review/session.h"
#include "workbench/pages.h"
#include "workbench/password.h"
#include "workbench/secret.h"
#include "workbench/session_cookie.h"
#include "workbench/templates.h"

namespace planmark {
namespace {

constexpr const char* too_many = "too many tries to sign in";

// A place of our own to go on to; anything else leads to the list.
std::string next_of(std::string_view next) {
  const bool ours = next.starts_with('/') && !next.starts_with("//") &&
                    next.find_first_of("\\\r\n\t ") == std::string_view::npos;
  return ours ? std::string(next) : "/";
}

// A page with a form for somebody who may not be signed in.
Response stranger_page(const Bench& bench, const Visit& visit, const char* name, const char* title,
                       View view) {
  Response response;
  const auto key = stranger_form_key(bench, visit, response);
  if (!key) return problem_page(visit, key.error());
  view.set("form_key", *key);
  response.body = page_of(name, frame_of(visit, title), view);
  return response;
}

Response sign_in_again(Bench& bench, const Visit& visit, unsigned status, std::string why) {
  View view{{"why", std::move(why)},
            {"name", std::string(value_of(visit.form, "name"))},
            {"next", next_of(value_of(visit.form, "next"))}};
  Response response = stranger_page(bench, visit, "sign_in", "Sign in", std::move(view));
  response.status = status;
  return response;
}

}  // namespace

Response sign_in_page(Bench& bench, const Visit& visit) {
  if (visit.person) return redirect("/");
  View view{{"next", next_of(value_of(visit.request.query, "next"))}};
  return stranger_page(bench, visit, "sign_in", "Sign in", std::move(view));
}

Response sign_in(Bench& bench, const Visit& visit) {
  const std::string name = lower_ascii(value_of(visit.form, "name").substr(0, 100));
  const auto wait = bench.sign_ins.try_now(name, visit.address, std::chrono::steady_clock::now());
  if (wait.count() > 0) {
    const auto minutes = (wait.count() + 59) / 60;
    Response response =
        sign_in_again(bench, visit, 429,
                      format("Too many tries. Wait {} minute{}, or ask a coordinator for a new link.",
                             minutes, minutes == 1 ? "" : "s"));
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    response.refusal = too_many;
    return response;
  }
  const auto hash = password_hash(visit.workspace, name);
  if (!hash) return problem_page(visit, hash.error());
  if (!password_fits(value_of(visit.form, "password"), hash->value_or(""))) {
    if (auto noted = note_failed_sign_in(visit.workspace, name, visit.address, visit.now); !noted)
      return problem_page(visit, noted.error());
    return sign_in_again(bench, visit, 403, "That name and password do not belong together.");
  }
  bench.sign_ins.succeeded(name, visit.address);
  Response response = redirect(next_of(value_of(visit.form, "next")));
  if (auto begun = begin_session_of(bench, visit, name, response); !begun)
    return problem_page(visit, begun.error());
  return response;
}

Response sign_out(Bench& bench, const Visit& visit) {
  if (auto ended = end_session(visit.workspace, sha256_hex(visit.token), visit.now); !ended)
    return problem_page(visit, ended.error());
  Response response = redirect("/sign-in");
  forget_session(bench, response);
  response.headers.emplace_back("Clear-Site-Data", "\"cache\"");
  return response;
}

// Looking at the link does not spend it: programs that preview links would use it up.
Response welcome_page(Bench& bench, const Visit& visit) {
  return stranger_page(bench, visit, "welcome", "Choose a password", View{{"link", visit.place("link")}});
}

Response welcome(Bench& bench, const Visit& visit) {
  const auto again = [&](unsigned status, const std::string& why) {
    View view{{"link", visit.place("link")}, {"why", why}};
    Response response = stranger_page(bench, visit, "welcome", "Choose a password", std::move(view));
    response.status = status;
    return response;
  };
  // No sign-in name has a space: links are guessed at by nobody's name, and counted for each address.
  const std::string link_tries = "link from " + visit.address;
  const std::string_view password = value_of(visit.form, "password");
  if (password != value_of(visit.form, "again")) return again(422, "The two passwords are not the same.");
  const auto wait = bench.sign_ins.try_now(link_tries, visit.address, std::chrono::steady_clock::now());
  if (wait.count() > 0) {
    Response response = again(429, "Too many tries. Wait a quarter of an hour.");
    response.refusal = too_many;
    return response;
  }
  const auto hash = hash_password(password, "");
  if (!hash) return again(422, format("Not taken: {}. {}", hash.error().what, hash.error().fix));
  const auto person =
      use_sign_in_link(visit.workspace, sha256_hex(visit.place("link")), visit.now, visit.address);
  if (!person) return problem_page(visit, person.error());
  if (!*person)
    return again(403,
                 "This link has been used or is too old. A coordinator can make a new one under People.");
  bench.sign_ins.succeeded(link_tries, visit.address);
  if (auto set = set_password(visit.workspace, (*person)->name, *hash, {(*person)->name, visit.now}); !set)
    return problem_page(visit, set.error());
  Response response = redirect("/");
  if (auto begun = begin_session_of(bench, visit, (*person)->name, response); !begun)
    return problem_page(visit, begun.error());
  return response;
}

}  // namespace planmark
