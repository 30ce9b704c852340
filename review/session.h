// Who is signed in: sessions and one-time sign-in links.
//
// The caller draws the random tokens and gives their SHA-256 (64 hexadecimal digits): what is stored opens
// nothing. Times are given by the caller too (review/event.h: is_time_stamp).
#pragma once

#include <optional>
#include <string>

#include "review/people.h"

namespace planmark {

// A session, or a link that can be followed once.
struct Token {
  std::string sha256;
  std::string person;
  std::string created, expires;
};

// Errors: not_found (nobody active of that name), bad_input (no hash, no time, it would never be valid).
Result<void> begin_session(Workspace& workspace, const Token& token);
// The person of a session that has not ended or expired, if active; otherwise nullopt.
Result<std::optional<Person>> session_person(const Workspace& workspace, const std::string& token_sha256,
                                             const std::string& now);
// Does nothing when there is no such session, or it has ended.
Result<void> end_session(Workspace& workspace, const std::string& token_sha256, const std::string& at);

Result<void> keep_sign_in_link(Workspace& workspace, const Token& token, const Act& by);
// Spends the link: of many who follow it at once, one is given the person. nullopt: unknown, spent, expired,
// or the person is not active; then a failed sign-in is noted.
Result<std::optional<Person>> use_sign_in_link(Workspace& workspace, const std::string& token_sha256,
                                               const std::string& at, const std::string& address);

// `name` as it was given, at most 100 bytes of it are kept. `address`: where it came from.
Result<void> note_failed_sign_in(Workspace& workspace, const std::string& name, const std::string& address,
                                 const std::string& at);

}  // namespace planmark
