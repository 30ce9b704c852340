// SHA-256 of bytes, as 64 lower-case hexadecimal digits. The one home of the cryptographic library.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

std::string sha256_hex(std::string_view bytes);

}  // namespace planmark
