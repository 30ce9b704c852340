#include "watch/public_address.h"

#include <algorithm>
#include <array>

namespace planmark {
namespace {

struct Network {
  std::array<std::uint8_t, 16> start;
  unsigned bits;
};

constexpr Network special_v4[] = {{{0}, 8},
                                  {{10}, 8},
                                  {{100, 64}, 10},
                                  {{127}, 8},
                                  {{169, 254}, 16},
                                  {{172, 16}, 12},
                                  {{192, 0, 0}, 24},
                                  {{192, 0, 2}, 24},
                                  {{192, 88, 99}, 24},
                                  {{192, 168}, 16},
                                  {{198, 18}, 15},
                                  {{198, 51, 100}, 24},
                                  {{203, 0, 113}, 24},
                                  {{224}, 3}};

// Only 2000::/3 is given out at all.
constexpr Network global_v6 = {{0x20}, 3};
constexpr Network special_v6[] = {{{0x20, 0x01, 0x00}, 23},        // among them Teredo
                                  {{0x20, 0x01, 0x0D, 0xB8}, 32},  // for documents
                                  {{0x3F, 0xFF}, 20}};

// IPv6 networks whose addresses carry an IPv4 address, and where in it that begins.
struct Carrier {
  Network network;
  std::size_t at;
};
constexpr Carrier carriers[] = {{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96}, 12},
                                {{{0x00, 0x64, 0xFF, 0x9B}, 96}, 12},
                                {{{0x20, 0x02}, 16}, 2}};

bool is_in(const Network& network, std::span<const std::uint8_t> bytes) {
  for (unsigned bit = 0; bit < network.bits; ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
    if ((network.start[bit / 8] & mask) != (bytes[bit / 8] & mask)) return false;
  }
  return true;
}

bool is_in_any(std::span<const Network> networks, std::span<const std::uint8_t> bytes) {
  return std::ranges::any_of(networks, [&](const Network& network) { return is_in(network, bytes); });
}

}  // namespace

bool is_public_address(std::span<const std::uint8_t> bytes) {
  if (bytes.size() == 4) return !is_in_any(special_v4, bytes);
  if (bytes.size() != 16) return false;
  for (const Carrier& carrier : carriers)
    if (is_in(carrier.network, bytes)) return is_public_address(bytes.subspan(carrier.at, 4));
  return is_in(global_v6, bytes) && !is_in_any(special_v6, bytes);
}

}  // namespace planmark
