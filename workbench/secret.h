// Secrets that nobody can guess, and comparing them without telling how much was right.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace planmark {

// So many bytes of the system's random numbers. Errors: internal, where the system gives none.
Result<std::string> random_bytes(std::size_t count);

// 256 random bits as 64 hexadecimal digits: a session's token, a sign-in link, a form's key.
Result<std::string> new_token();

// Takes the same time wherever two texts of the same length differ.
bool same_secret(std::string_view a, std::string_view b);

// What a form must carry to be taken for one that we gave to the holder of `token`: derived from it, so that
// nothing needs to be kept, and of no use for guessing it.
std::string form_token(std::string_view token);

}  // namespace planmark
