// In which character set a web page is written.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// The page as valid UTF-8. UTF-16 is known by its byte order mark; what is valid UTF-8 is that, whatever the
// page says of itself; the rest is UTF-8 with mistakes (U+FFFD) where the page or a mark says UTF-8,
// otherwise Windows-1252, which browsers also read for Latin-1 and for pages that say nothing.
std::string utf8_of_web_page(std::string_view bytes);

}  // namespace planmark
