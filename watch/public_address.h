// Whether an Internet address is one that anybody can reach.
#pragma once

#include <cstdint>
#include <span>

namespace planmark {

// False of addresses of this machine and of local networks, and of all others that are kept for special use
// (the IANA special-purpose registries, RFC 6890): what a public web page names must not lead into the
// network of whoever reads it. IPv6 addresses that carry an IPv4 address are judged by that. Network byte
// order, 4 or 16 bytes; false for any other number.
bool is_public_address(std::span<const std::uint8_t> bytes);

}  // namespace planmark
