#include "workbench/secret.h"

#include <sys/random.h>

#include "base/format.h"
#include "base/sha256.h"

namespace planmark {

Result<std::string> random_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  std::size_t have = 0;
  while (have < count) {
    const ssize_t got = getrandom(bytes.data() + have, count - have, 0);
    if (got <= 0) return failure(ProblemKind::internal, "the system gives no random numbers");
    have += static_cast<std::size_t>(got);
  }
  return bytes;
}

Result<std::string> new_token() {
  const auto bytes = random_bytes(32);
  if (!bytes) return tl::unexpected(bytes.error());
  std::string token;
  for (const char c : *bytes) token += format("{:02x}", static_cast<unsigned char>(c));
  return token;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return difference == 0;
}

std::string form_token(std::string_view token) { return sha256_hex("form of " + std::string(token)); }

}  // namespace planmark
