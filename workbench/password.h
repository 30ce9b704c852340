// Passwords are kept as argon2id hashes: the one home of libargon2.
//
// 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet asks for. The numbers and
// the salt stand in the hash, so that they can grow without troubling those who have a password.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace planmark {

inline constexpr std::size_t least_password_characters = 12;
inline constexpr std::size_t most_password_bytes = 1024;

// "$argon2id$v=19$...". Errors: bad_input (too short, too long, or the sign-in name itself), internal.
Result<std::string> hash_password(std::string_view password, std::string_view name);

// Takes the same time for every hash that hash_password() made; also for an empty one, which no password
// fits, so that who tries names learns nothing from the time.
bool password_fits(std::string_view password, const std::string& hash);

}  // namespace planmark
