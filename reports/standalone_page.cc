#include "reports/standalone_page.h"

#include "base/format.h"
#include "reports/html_text.h"

namespace planmark {

std::string standalone_page(const StandalonePage& page, std::string_view body) {
  return format(
      "<!doctype html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}{}</style></head>\n<body>\n<main>\n<h1>{}</h1>\n{}</main>\n</body></"
      "html>\n",
      page.has_pictures ? "; img-src data:" : "", html_of(page.title), page.style, page.more_style,
      html_of(page.heading.empty() ? page.title : page.heading), body);
}

}  // namespace planmark
