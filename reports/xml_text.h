// Text made fit to stand in an XML 1.0 file.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

inline constexpr std::string_view xml_begin =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// As html_of() (reports/html_text.h), and without the two characters that XML knows and does not allow.
std::string xml_of(std::string_view text);

// name="value", with a space before it.
std::string xml_attribute(std::string_view name, std::string_view value);

}  // namespace planmark
