// Who is asking: the cookies of a session and of a form that is filled in before signing in.
//
// A session's token is 256 random bits; the workspace keeps its SHA-256 alone. Cookies are HttpOnly and
// SameSite=Strict, and Secure behind a proxy that speaks TLS.
#pragma once

#include <chrono>
#include <string>

#include "workbench/bench.h"

namespace planmark {

inline constexpr std::chrono::hours session_length{12};
inline constexpr std::chrono::hours link_length{72};

// Sets the visit's person and token from its cookies. Errors: storage.
Result<void> know_visitor(Visit& visit);

// Begins a session for the person and gives the response its cookie.
Result<void> begin_session_of(const Bench& bench, const Visit& visit, const std::string& person,
                              Response& response);
void forget_session(const Bench& bench, Response& response);

// For a page with a form for strangers: its form key, whose cookie the response sets where the visit had
// none.
Result<std::string> stranger_form_key(const Bench& bench, const Visit& visit, Response& response);

// A link "/welcome/TOKEN" by which the person can sign in once and choose a password.
Result<std::string> new_sign_in_link(Workspace& workspace, const std::string& person, const Act& by);

}  // namespace planmark
