// A page that stands by itself, as HTML: it opens offline, asks nobody for anything and is allowed no script
// by its own policy.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

struct StandalonePage {
  std::string title;         // as text
  std::string heading{};     // as text; empty: the title
  std::string_view style{};  // CSS
  std::string_view more_style{};
  bool has_pictures = false;  // that it carries itself, as data URLs
};

// `body`: what stands below the heading, as HTML.
std::string standalone_page(const StandalonePage& page, std::string_view body);

}  // namespace planmark
