#include "reports/xml_text.h"

#include "base/format.h"
#include "reports/html_text.h"

namespace planmark {

std::string xml_of(std::string_view text) {
  std::string xml = html_of(text);
  for (const std::string_view banned : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})  // U+FFFE, U+FFFF
    for (std::size_t at; (at = xml.find(banned)) != std::string::npos;) xml.erase(at, banned.size());
  return xml;
}

std::string xml_attribute(std::string_view name, std::string_view value) {
  return format(" {}=\"{}\"", name, xml_of(value));
}

}  // namespace planmark
