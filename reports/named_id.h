// Identifiers that are made from what they name, so that the same thing has the same one in every file and
// every run.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// "5f0c9a3e-…": the form of a UUID, version 8 (RFC 9562), from the SHA-256 of the name.
std::string uuid_of(std::string_view name);

// "ni:///sha-256;…" (RFC 6920): bytes by their SHA-256, given as 64 hexadecimal digits.
std::string address_by_hash(std::string_view sha256);

}  // namespace planmark
