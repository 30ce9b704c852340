// A page as a picture: what render_page() (extract/render_page.h) gives.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace planmark {

enum class Colours : std::uint8_t { grey, rgb };

struct PagePicture {
  std::uint32_t page = 0;               // 0-based
  std::uint32_t width = 0, height = 0;  // pixels, of the page as shown
  std::uint32_t dpi = 0;                // pixels an inch: Document's points times dpi / 72 are pixels
  Colours colours = Colours::rgb;
  // width * height of 1 (grey) or 3 bytes (red, green, blue), row by row from the top, without padding.
  std::string pixels{};
  // Fonts that the file does not carry and nothing was there to stand in for: what is printed in them is not
  // in the picture. Names from the file, sorted.
  std::vector<std::string> missing_fonts{};
  friend bool operator==(const PagePicture&, const PagePicture&) = default;
};

// Bytes of one pixel.
inline std::uint32_t channels_of(Colours colours) { return colours == Colours::grey ? 1 : 3; }

// What a picture may take at most; render_page() lowers the resolution of a page that is larger (A3 at
// 300 dpi has 17 million).
inline constexpr std::uint32_t most_pixels = 20'000'000;

}  // namespace planmark
