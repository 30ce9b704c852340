// Text as a PDF gives it, made fit for a document.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace planmark {

// U+0000 to U+001F and U+007F to U+009F.
bool is_control(unsigned character);

// UTF-8 of code points as the file maps them. Control characters and what is no character become U+FFFD,
// zeros are left out.
std::string utf8_of(std::span<const unsigned> characters);

// "D:20230615103000+01'00'" -> "2023-06-15"; empty when it is no date.
std::string iso_date(std::string_view date);

}  // namespace planmark
